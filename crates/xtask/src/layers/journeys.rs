//! Journeys: what a visitor does on a page, in three engines, with the files that `cargo xtask demo` serves.

use anyhow::Result;

use super::{Layer, Outcome};
use crate::browsers::Browsers;
use crate::build_widgets::Recipe;
use crate::node::Node;
use crate::{command, site};

pub(super) const LAYER: Layer = Layer {
    name: "journeys",
    about: "whole pages in Chromium, Firefox and WebKit",
    run: || journeys(&[], Recipe::Published),
};

/// The twin has to behave in the same way, or what it says is about something else.
pub(super) const OF_TWIN: Layer = Layer {
    name: "twin",
    about: "the journeys once more, with the module that tells what went wrong",
    run: || journeys(&[], Recipe::Diagnostic),
};

/// All journeys, or those with one of the names in theirs. The tests learn from the environment where everything is; an engine that is not named is not asked for.
pub(super) fn journeys(names: &[String], recipe: Recipe) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    let browsers = Browsers::ready();
    let site = site::build(recipe)?;
    let mut test = command::cargo();
    test.args(["test", "--package", "loa-e2e", "--no-fail-fast"]);
    if !names.is_empty() {
        test.args(["--test", "journeys", "--"]).args(names);
    }
    test.env("LOA_BIN", &site.loa).env("LOA_WIDGETS", &site.widgets).env("LOA_SITE", &site.folder);

    let mut engines = 0;
    for (name, variable, driver) in browsers.each() {
        test.env_remove(variable);
        match driver {
            Ok(driver) => {
                test.env(variable, driver);
                engines += 1;
            }
            Err(reason) => outcome.lacks(format!("{name}: {reason}")),
        }
    }
    match Node::ready() {
        Ok(node) => drop(test.env("LOA_AXE", node.file("axe-core/axe.min.js"))),
        Err(reason) => outcome.lacks(format!("accessibility by axe: {reason:#}")),
    }
    if engines == 0 {
        outcome.lacks("no engine is here, so no journey was run".to_owned());
        return Ok(outcome);
    }
    outcome.add(command::run_tests(&mut test)?);
    Ok(outcome)
}
