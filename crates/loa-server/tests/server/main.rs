//! The service as others meet it: its store on both engines, its answers over HTTP.

mod description;
mod engines;
mod feedback;
mod forms;
mod intake;
mod public;
mod service;
mod store;
