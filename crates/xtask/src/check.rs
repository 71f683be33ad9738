//! `cargo xtask check`: what must hold before a commit, without running a test.

use anyhow::Result;

use crate::{Verb, layers, no_arguments};

pub(crate) const VERB: Verb = Verb {
    name: "check",
    about: "format, tidy, clippy and documentation",
    help: "
The fast part of `cargo xtask test`, for before a commit.

  cargo xtask check",
    run,
};

fn run(arguments: &[String]) -> Result<()> {
    no_arguments(arguments)?;
    layers::run(layers::CHECKS)
}
