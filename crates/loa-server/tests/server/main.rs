//! The service as others meet it: its store on both engines, its answers over HTTP.

mod engines;
mod feedback;
mod store;
