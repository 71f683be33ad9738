//! `cargo xtask check`: what must hold before a commit, without running a test.

use anyhow::Result;

use crate::{Verb, layers, no_arguments};

pub(crate) const VERB: Verb = Verb {
    name: "check",
    about: "format, tidy, clippy, documentation and licences",
    help: "
The fast part of `cargo xtask test`, for before a commit, and what cargo-deny has against the crates that we use; it is
compiled once when it is missing, which takes some minutes.

  cargo xtask check",
    run,
};

fn run(arguments: &[String]) -> Result<()> {
    no_arguments(arguments)?;
    layers::run(layers::CHECKS)
}
