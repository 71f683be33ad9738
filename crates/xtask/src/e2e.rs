//! `cargo xtask e2e`: only the journeys in real browsers.

use anyhow::Result;

use crate::build_widgets::Recipe;
use crate::{Verb, layers};

pub(crate) const VERB: Verb = Verb {
    name: "e2e",
    about: "only the journeys in real browsers",
    help: "
Builds the widgets, the `loa` command and the campaigns, then runs the tests in tests/ in every engine that is here;
all of them, or those with a name in them. With --diagnostic the module is the twin that tells what went wrong.

  cargo xtask e2e
  cargo xtask e2e take_over
  cargo xtask e2e guide::the_buttons firefox
  cargo xtask e2e --diagnostic modules",
    run,
};

fn run(arguments: &[String]) -> Result<()> {
    let (recipe, names) = Recipe::take(arguments);
    layers::run_journeys(&names, recipe)
}
