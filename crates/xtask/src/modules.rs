//! Which modules are built of the widgets: `widgets/modules.toml`, and the one that has all.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::workspace;

/// A module: some of the widgets, compiled as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Module {
    name: String,
    /// As they stand in tags, after `loa-`; the features of `loa-widgets` have the same names.
    pub widgets: Vec<String>,
}

/// The module that has every widget, and is always built.
pub(crate) const WITH_ALL: &str = "widgets";

/// What other files are called that a page loads.
const TAKEN: [&str; 3] = [WITH_ALL, "trouble", "one"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Modules {
    #[serde(default)]
    module: Vec<Module>,
}

/// The modules in the order of the file; the one with all widgets is the last.
///
/// # Errors
///
/// When a module has no widget, an unknown one, all of them, or the name of another one.
pub(crate) fn read() -> Result<Vec<Module>> {
    let read = |name: &str| {
        let path = workspace::root().join("widgets").join(name);
        fs::read_to_string(&path).with_context(|| format!("cannot read `{}`", path.display()))
    };
    let widgets = widgets(&read("Cargo.toml")?).context("in `widgets/Cargo.toml`")?;
    parse(&read("modules.toml")?, &widgets).context("in `widgets/modules.toml`")
}

/// The widgets by the features of their crate.
///
/// # Errors
///
/// When the manifest has no list of default features.
pub(crate) fn widgets(manifest: &str) -> Result<Vec<String>> {
    let manifest: toml::Table = toml::from_str(manifest)?;
    let default = manifest.get("features").and_then(|features| features.get("default"));
    let names = default.and_then(toml::Value::as_array).context("there is no `default` in `[features]`")?;
    Ok(names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect())
}

/// The modules of a file, for these widgets.
pub(crate) fn parse(text: &str, widgets: &[String]) -> Result<Vec<Module>> {
    let Modules { module: mut modules } = toml::from_str(text)?;
    let mut names = BTreeSet::new();
    for Module { name, widgets: has } in &modules {
        let is_name =
            !name.is_empty() && name.split('-').all(|word| word.bytes().all(|byte| byte.is_ascii_lowercase()));
        ensure!(is_name, "`{name}` is not a module's name; use lower-case letters, words joined by `-`");
        ensure!(
            !TAKEN.contains(&&**name) && names.insert(name),
            "there is another file `loa-{name}.js`; give the module `{name}` another name"
        );
        ensure!(!has.is_empty(), "the module `{name}` has no widget; name some in `widgets`, or take it away");
        for widget in has {
            ensure!(
                widgets.contains(widget),
                "the module `{name}` has `{widget}`, which is no widget; there are {}",
                widgets.iter().map(|known| format!("`{known}`")).collect::<Vec<_>>().join(", ")
            );
        }
        let lacks = widgets.iter().any(|widget| !has.contains(widget));
        ensure!(lacks, "the module `{name}` has every widget, as `loa-{WITH_ALL}` has; take it away");
    }
    modules.push(Module { name: WITH_ALL.to_owned(), widgets: widgets.to_vec() });
    Ok(modules)
}

impl Module {
    /// What its files are called, without what tells their kind.
    pub(crate) fn stem(&self) -> String {
        format!("loa-{}", self.name)
    }

    pub(crate) fn has_all(&self) -> bool {
        self.name == WITH_ALL
    }

    pub(crate) fn has(&self, tag: &str) -> bool {
        self.tags().any(|known| known == tag)
    }

    pub(crate) fn tags(&self) -> impl Iterator<Item = String> {
        self.widgets.iter().map(|widget| format!("loa-{widget}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<Vec<Module>> {
        parse(text, &["guide", "message"].map(str::to_owned))
    }

    fn refused(text: &str) -> String {
        parsed(text).unwrap_err().to_string()
    }

    fn module(name: &str, widgets: &str) -> String {
        format!("[[module]]\nname = \"{name}\"\nwidgets = [{widgets}]\n")
    }

    #[test]
    fn the_module_with_all_widgets_is_always_there_and_the_last() {
        let stems = |text: &str| parsed(text).unwrap().iter().map(Module::stem).collect::<Vec<_>>();
        assert_eq!(stems(""), ["loa-widgets"]);
        assert_eq!(stems(&module("guide", "\"guide\"")), ["loa-guide", "loa-widgets"]);
        let modules = parsed(&module("guide", "\"guide\"")).unwrap();
        assert_eq!(modules.iter().map(|module| module.has("loa-message")).collect::<Vec<_>>(), [false, true]);
    }

    #[test]
    fn a_module_that_cannot_be_built_is_refused() {
        assert_eq!(
            refused(&module("a", "\"guid\"")),
            "the module `a` has `guid`, which is no widget; there are `guide`, `message`"
        );
        assert_eq!(refused(&module("a", "")), "the module `a` has no widget; name some in `widgets`, or take it away");
        assert_eq!(
            refused(&module("a", "\"message\", \"guide\"")),
            "the module `a` has every widget, as `loa-widgets` has; take it away"
        );
    }

    #[test]
    fn a_module_has_a_name_that_no_other_file_has() {
        assert_eq!(
            refused(&module("One", "\"guide\"")),
            "`One` is not a module's name; use lower-case letters, words joined by `-`"
        );
        for name in TAKEN {
            assert_eq!(
                refused(&module(name, "\"guide\"")),
                format!("there is another file `loa-{name}.js`; give the module `{name}` another name")
            );
        }
        let twice = module("a", "\"guide\"") + &module("a", "\"message\"");
        assert_eq!(refused(&twice), "there is another file `loa-a.js`; give the module `a` another name");
    }

    #[test]
    fn the_widgets_are_the_default_features_of_their_crate() {
        assert_eq!(widgets("[features]\ndefault = [\"guide\"]\ncsr = []\n").unwrap(), ["guide"]);
        assert_eq!(widgets("[features]\n").unwrap_err().to_string(), "there is no `default` in `[features]`");
    }
}
