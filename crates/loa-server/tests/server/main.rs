//! The service as others meet it: its store on both engines, its answers over HTTP.

mod abuse;
mod board_page;
mod description;
mod desk;
mod engines;
mod feedback;
mod forms;
mod intake;
mod privacy;
mod proxy;
mod public;
#[path = "../campaign/read.rs"]
mod read;
mod service;
mod store;
mod trouble;
mod wire;
