//! What is measured by `cargo xtask bench core` and `bench serve`: reading and checking beside the bare parsers, and a load
//! on the feedback service.
//!
//! - [`Campaign`] is made up: real texts, copied and numbered, as many guides as are asked for, the same each time.
//! - [`JOBS`] are what is measured: ours, and the parser alone over the same bytes.
//! - [`Load`] sends to a service over many connections at once.
//!
//! `benches/core.rs` measures time with criterion; the program does one job once, for callgrind and for memory, and
//! writes a campaign as a folder. Nothing here is published or used by what is.

mod campaign;
mod job;
pub mod load;

pub use campaign::{Campaign, GUIDE_COUNTS, MESSAGE_GUIDES};
pub use job::{JOBS, Job, Work, read_all};
pub use load::Load;
