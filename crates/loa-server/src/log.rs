//! What is written down while the service runs: JSON lines on standard error, for machines to gather.
//!
//! A line has a time, a level, a sentence and a few named facts. No handler gives it a text, a name, an address, a
//! receipt code or a query; engines are quoted by their codes alone.

use std::io;

use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// Begins to write lines of this service, from `LOA_LOG` on (`off`, `error`, `warn`, `info`, `debug`; `info` if unset).
///
/// Other libraries are not let in: they do not know what is personal.
pub fn begin() {
    let level = std::env::var("LOA_LOG").ok().and_then(|level| level.parse().ok()).unwrap_or(LevelFilter::INFO);
    let lines = tracing_subscriber::fmt::layer().json().flatten_event(true).with_target(false).with_writer(io::stderr);
    let ours = Targets::new().with_target("loa_server", level);
    // A second service in one process goes on with the first one's lines.
    drop(tracing_subscriber::registry().with(ours).with(lines).try_init());
}
