//! The feedback service.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

mod body;
pub mod campaign;
mod clock;
mod intake;
pub mod log;
mod openapi;
mod page;
mod public;
mod refusal;
mod retention;
mod router;
mod serve;
mod service;
pub mod store;
mod throttle;
mod visitor;

pub use campaign::Campaign;
pub use clock::Clock;
pub use openapi::OPENAPI;
pub use router::{Route, router, routes};
pub use serve::{GRACE, run};
pub use service::{NoRandomness, Service};
pub use store::Store;
pub use visitor::Peer;
