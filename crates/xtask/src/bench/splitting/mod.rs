//! `cargo xtask bench splitting`: what pages would fetch if the module were divided, now and with one more widget.

mod build;
mod copy;
mod report;
mod split;
mod standin;
mod variant;
mod widget;

use std::collections::BTreeSet;

use anyhow::{Result, bail};

use self::build::{Recipe, Workshop};
use self::report::Report;
use self::variant::{Stock, VARIANTS};
use self::widget::{Widget, Widgets};
use super::Bench;
use crate::workspace;

pub(super) const BENCH: Bench =
    Bench { name: "splitting", about: "what pages would fetch if the module were divided", run };

fn run(arguments: &[String]) -> Result<()> {
    if let Some(argument) = arguments.first() {
        bail!("unexpected `{argument}`; `splitting` has no options");
    }
    let widgets = Widgets::all()?;
    let workshop = Workshop::open()?;
    let mut stock = Stock::new();
    for recipe in recipes(&widgets) {
        let built = workshop.build(&recipe)?;
        stock.insert(recipe, built);
    }
    let report = Report::of(&widgets, &stock)?;
    let path = workspace::target()?.join("bench/splitting.json");
    workspace::write(&path, format!("{:#}\n", report.to_json()))?;
    println!("{}\n{}", report.to_text(), path.display());
    Ok(())
}

/// Everything that is to be built: each once, though several variants have it.
fn recipes(widgets: &Widgets) -> BTreeSet<Recipe> {
    let more = widgets.more.iter().map(|one| widgets.ten.iter().chain([one]).cloned().collect::<Vec<Widget>>());
    let sets: Vec<Vec<Widget>> = [widgets.ten.clone()].into_iter().chain(more).collect();
    VARIANTS.iter().flat_map(|variant| sets.iter().flat_map(|set| variant.recipes(set))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_widget_leaves_as_it_is_is_not_built_again() {
        let recipes = recipes(&Widgets::all().unwrap());
        // All ten, split, three alone, what people read, what they fill in; with one more: all, split, and one of these.
        assert_eq!(recipes.len(), (1 + 1 + 3 + 1 + 1) + 4 * (1 + 1 + 1));
    }

    #[test]
    fn there_are_no_options() {
        let error = run(&["--fast".to_owned()]).unwrap_err().to_string();
        assert_eq!(error, "unexpected `--fast`; `splitting` has no options");
    }
}
