//! Every widget has its feature and its tag, and every module is of widgets that there are.

use std::collections::BTreeSet;

use super::repository::Repository;
use super::{Rule, widget_folders};
use crate::modules;

pub(super) const RULE: Rule = Rule { name: "modules", check };

const MANIFEST: &str = "widgets/Cargo.toml";
const MODULES: &str = "widgets/modules.toml";
const LOADER: &str = "widgets/js/loa.js";

fn check(repository: &Repository) -> Vec<String> {
    let text = |path: &str| repository.file(path).map(|file| file.text.as_str()).unwrap_or_default();
    let widgets: BTreeSet<String> =
        widget_folders::names(repository).into_iter().map(|name| name.replace('_', "-")).collect();
    let mut problems = Vec::new();
    let features = match modules::widgets(text(MANIFEST)) {
        Ok(features) => features,
        Err(error) => return vec![format!("{MANIFEST}: {error:#}")],
    };
    for widget in &widgets {
        if !features.contains(widget) {
            problems.push(format!("{MANIFEST}: the widget `{widget}` has no feature in `default`; add `{widget}`"));
        }
        if ![": ", ", "].iter().any(|end| text(LOADER).contains(&format!("'loa-{widget}'{end}"))) {
            problems.push(format!("{LOADER}: the widget `{widget}` is not in `ALL`; add `'loa-{widget}'`"));
        }
    }
    for feature in features.iter().filter(|feature| !widgets.contains(*feature)) {
        problems.push(format!("{MANIFEST}: `{feature}` in `default` is no widget; give it another place"));
    }
    if let Err(error) = modules::parse(text(MODULES), &features) {
        problems.push(format!("{MODULES}: {error:#}"));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(manifest: &str, modules: &str, loader: &str) -> Vec<String> {
        check(&Repository::of(&[
            (MANIFEST, manifest),
            (MODULES, modules),
            (LOADER, loader),
            ("widgets/src/opening_hours/page.css", ""),
        ]))
    }

    #[test]
    fn a_widget_without_a_feature_or_a_tag_is_found() {
        assert_eq!(
            problems("[features]\ndefault = [\"guide\"]\n", "", ""),
            [
                "widgets/Cargo.toml: the widget `opening-hours` has no feature in `default`; add `opening-hours`",
                "widgets/js/loa.js: the widget `opening-hours` is not in `ALL`; add `'loa-opening-hours'`",
                "widgets/Cargo.toml: `guide` in `default` is no widget; give it another place",
            ]
        );
        assert_eq!(problems("", "", ""), ["widgets/Cargo.toml: there is no `default` in `[features]`"]);
    }

    #[test]
    fn a_module_of_an_unknown_widget_is_found() {
        assert_eq!(
            problems(
                "[features]\ndefault = [\"opening-hours\"]\n",
                "[[module]]\nname = \"a\"\nwidgets = [\"guide\"]\n",
                "const ALL = ['loa-opening-hours', ...Object.keys(TAGS)];"
            ),
            ["widgets/modules.toml: the module `a` has `guide`, which is no widget; there are `opening-hours`"]
        );
    }
}
