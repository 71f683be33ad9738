//! What the measuring programs in `benches/` share: a browser that has seen nothing, a slow phone, a server that counts,
//! and the file in which `cargo xtask bench` finds the samples.

mod browser;
mod samples;
mod server;

pub use browser::Browser;
pub use samples::{Figures, Options, Samples};
pub use server::{Sending, Sent, Server};

/// Runs a measuring program to its end.
///
/// # Panics
/// When there is no runtime.
pub fn run(program: impl Future<Output = ()>) {
    tokio::runtime::Runtime::new().expect("a runtime for the measurement").block_on(program);
}
