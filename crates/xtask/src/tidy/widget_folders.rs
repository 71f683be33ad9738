//! One widget is one folder, and no part of it is missing.

use std::collections::BTreeSet;

use super::Rule;
use super::repository::Repository;

pub(super) const RULE: Rule = Rule { name: "widget folders", check };

const SOURCES: &str = "widgets/src/";

/// A folder with its part of the page's stylesheet is a widget.
const SIGN: &str = "page.css";

const PARTS: [&str; 6] = ["mod.rs", "slice.rs", "content.rs", "page.css", "fixtures.toml", "README.md"];

fn check(repository: &Repository) -> Vec<String> {
    let mut problems = Vec::new();
    for widget in names(repository) {
        let folder = format!("{SOURCES}{widget}/");
        let missing = PARTS.iter().filter(|part| repository.file(&format!("{folder}{part}")).is_none());
        problems.extend(missing.map(|part| format!("{folder}{part} is missing; every widget has one")));
        let has_tests = repository.below(&folder).any(|file| file.is_rust() && file.text.contains("test]\n"));
        if !has_tests {
            problems.push(format!("{folder} has no test; begin with the widget's state"));
        }
    }
    problems
}

/// The widgets, by their folders.
pub(super) fn names(repository: &Repository) -> BTreeSet<String> {
    let inside = repository.below(SOURCES).filter_map(|file| file.path.strip_prefix(SOURCES)?.split_once('/'));
    inside.filter(|(_, part)| *part == SIGN).map(|(widget, _)| widget.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_widget_without_one_of_its_parts_is_found() {
        let repository = Repository::of(&[
            ("widgets/src/guide/mod.rs", "#[test]\nfn it_works() {}"),
            ("widgets/src/guide/slice.rs", ""),
            ("widgets/src/guide/content.rs", ""),
            ("widgets/src/guide/page.css", ""),
            ("widgets/src/guide/fixtures.toml", ""),
            ("widgets/src/element/mod.rs", ""),
        ]);
        assert_eq!(check(&repository), ["widgets/src/guide/README.md is missing; every widget has one"]);
    }

    #[test]
    fn a_widget_without_a_test_is_found() {
        let parts = PARTS.map(|part| format!("widgets/src/guide/{part}"));
        let repository = Repository::of(&parts.each_ref().map(|path| (path.as_str(), "")));
        assert_eq!(check(&repository), ["widgets/src/guide/ has no test; begin with the widget's state"]);
    }
}
