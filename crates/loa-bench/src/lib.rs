//! How long reading and checking take beside the bare parsers: what `cargo xtask bench core` runs.
//!
//! - [`Campaign`] is made up: real texts, copied and numbered, as many guides as are asked for, the same each time.
//! - [`JOBS`] are what is measured: ours, and the parser alone over the same bytes.
//!
//! `benches/core.rs` measures time with criterion; the program does one job once, for callgrind and for memory, and
//! writes a campaign as a folder. Nothing here is published or used by what is.

mod campaign;
mod job;

pub use campaign::{Campaign, GUIDE_COUNTS, MESSAGE_GUIDES};
pub use job::{JOBS, Job, Work, read_all};
