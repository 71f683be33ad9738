//! `cargo xtask bench splitting`: what pages would fetch if the module were divided, now and with one more widget.

mod build;
mod copy;
mod report;
mod split;
mod standin;
mod variant;
mod widget;

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};

use self::build::{Recipe, Workshop};
use self::report::Report;
use self::standin::Kind;
use self::variant::{Stock, VARIANTS};
use self::widget::{Widget, Widgets};
use super::Bench;
use crate::workspace;

pub(super) const BENCH: Bench =
    Bench { name: "splitting", about: "what pages would fetch if the module were divided", run };

fn run(arguments: &[String]) -> Result<()> {
    let kinds = kinds(arguments)?;
    let mut widgets = Widgets::all()?;
    widgets.more.retain(|widget| kinds.contains(&widget.kind));
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

/// The kinds of which one more widget is measured; each takes three builds.
fn kinds(arguments: &[String]) -> Result<Vec<Kind>> {
    let named = |name: &str| {
        let known = Kind::ALL.map(|kind| format!("`{}`", kind.name())).join(", ");
        Kind::named(name).with_context(|| format!("`{name}` is no kind of widget; there are {known}"))
    };
    match arguments {
        [] => Ok(Kind::ALL.into()),
        [option, kinds] if option == "--more" => kinds.split(',').map(named).collect(),
        [argument, ..] => {
            bail!("unexpected `{argument}`; the option is `--more`, with kinds, for example `--more text,form`")
        }
    }
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
    fn the_kinds_of_later_widgets_are_all_or_those_that_are_named() {
        let read = |words: &[&str]| kinds(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        assert_eq!(read(&[]).unwrap(), Kind::ALL);
        assert_eq!(read(&["--more", "text,form"]).unwrap(), [Kind::Text, Kind::Form]);
        assert_eq!(
            read(&["--more", "map"]).unwrap_err().to_string(),
            "`map` is no kind of widget; there are `text`, `carousel`, `form`, `list`"
        );
        assert_eq!(
            read(&["--fast"]).unwrap_err().to_string(),
            "unexpected `--fast`; the option is `--more`, with kinds, for example `--more text,form`"
        );
    }
}
