//! `cargo xtask e2e`: only the journeys in real browsers.

use anyhow::Result;

use crate::{Verb, layers, no_arguments};

pub(crate) const VERB: Verb = Verb {
    name: "e2e",
    about: "only the journeys in real browsers",
    help: "
Builds the widgets, the `loa` command and the campaigns, then runs the tests in tests/ in every engine that is here.

  cargo xtask e2e",
    run,
};

fn run(arguments: &[String]) -> Result<()> {
    no_arguments(arguments)?;
    layers::run(layers::JOURNEYS)
}
