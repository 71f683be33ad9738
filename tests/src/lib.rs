//! Journeys: what a visitor does on a page, in Chromium, Firefox and WebKit.
//!
//! A journey is one async function of a [`Page`]; [`in_every_engine!`] makes a test of it for each engine.
//! [`engine`] starts drivers and keeps a session of each, [`site`] serves the pages with the weather that a test asks
//! for (a policy, a broken file, a slow module), [`page`] is what a test can do and see; [`mod@bench`] is what the two
//! measuring programs share.

pub mod bench;
pub mod engine;
mod journey;
pub mod page;
pub mod site;

pub use engine::Engine;
pub use journey::{run, run_in_zone};
pub use page::Page;
pub use site::{Fault, Policy, Site};

/// The repository's root.
#[must_use]
pub fn repository() -> &'static std::path::Path {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ is within the repository")
}

/// Cargo's target folder, in which this very program lies.
#[must_use]
pub fn target() -> std::path::PathBuf {
    let program = std::env::current_exe().expect("the program knows where it is");
    let target = program.ancestors().find(|folder| folder.join("CACHEDIR.TAG").is_file());
    target.map_or_else(|| repository().join("target"), std::path::Path::to_owned)
}
