//! `cargo xtask tidy`: the invariants of ARCHITECTURE.md, each one a rule in a file of its own.
//!
//! The rules also run as a test of this crate, so that a plain `cargo test` keeps them.

mod crate_attributes;
mod dependencies;
mod described_rules;
mod file_length;
mod fixtures;
mod lean_core;
mod module_names;
mod modules;
mod one_script;
mod pure_core;
mod repository;
mod root_documents;
mod unfinished;
mod widget_folders;

use anyhow::{Result, bail};

use self::repository::Repository;
use crate::{Verb, no_arguments};

pub(crate) const VERB: Verb = Verb {
    name: "tidy",
    about: "the invariants of ARCHITECTURE.md",
    help: "
Which crate may depend on which, no clock in core crates, every widget folder complete, no file too long, and so on.
Each rule is one file in crates/xtask/src/tidy/.

  cargo xtask tidy",
    run,
};

/// One invariant: it looks at the repository and says what is wrong, one line each, with the file and the way out.
struct Rule {
    name: &'static str,
    check: fn(&Repository) -> Vec<String>,
}

/// In reading order: crates, then sources, then widgets, then documents.
const RULES: &[Rule] = &[
    dependencies::RULE,
    lean_core::RULE,
    pure_core::RULE,
    crate_attributes::RULE,
    described_rules::RULE,
    file_length::RULE,
    module_names::RULE,
    unfinished::RULE,
    widget_folders::RULE,
    fixtures::RULE,
    modules::RULE,
    one_script::RULE,
    root_documents::RULE,
];

/// The crates that are pure: no I/O, no clock, no page.
const CORE: [&str; 3] = ["loa-plan", "loa-procedure", "loa-feedback"];

fn run(arguments: &[String]) -> Result<()> {
    no_arguments(arguments)?;
    check_workspace()?;
    println!("tidy: {} rules hold", RULES.len());
    Ok(())
}

/// Fails with everything that is wrong.
pub(crate) fn check_workspace() -> Result<()> {
    let wrong = problems(&Repository::read()?);
    if !wrong.is_empty() {
        bail!("{} things are not tidy\n{}", wrong.len(), wrong.join("\n"));
    }
    Ok(())
}

fn problems(repository: &Repository) -> Vec<String> {
    let named = |rule: &Rule| {
        let found = (rule.check)(repository);
        found.into_iter().map(|problem| format!("  {}: {problem}", rule.name)).collect::<Vec<_>>()
    };
    RULES.iter().flat_map(named).collect()
}

/// What the rules for widgets say about these files alone.
#[cfg(test)]
pub(crate) fn widget_problems(files: &[(&str, &str)]) -> Vec<String> {
    let repository = Repository::of(files);
    [widget_folders::RULE, fixtures::RULE].iter().flat_map(|rule| (rule.check)(&repository)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_workspace_is_tidy() {
        if let Err(error) = check_workspace() {
            panic!("{error:#}");
        }
    }

    #[test]
    fn every_problem_names_its_rule() {
        let repository = Repository::of(&[("crates/loa-plan/src/helpers.rs", "")]);
        let problems = problems(&repository);
        assert!(problems.iter().any(|problem| problem.starts_with("  module names: ")), "{problems:?}");
    }
}
