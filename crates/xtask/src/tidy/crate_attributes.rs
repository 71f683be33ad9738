//! Core crates promise what the compiler can hold them to: no unsafe code, nothing undocumented.

use super::repository::Repository;
use super::{CORE, Rule};

pub(super) const RULE: Rule = Rule { name: "crate attributes", check };

const PROMISES: [&str; 2] = ["#![forbid(unsafe_code)]", "#![deny(missing_docs)]"];

fn check(repository: &Repository) -> Vec<String> {
    let mut problems = Vec::new();
    for library in CORE.iter().filter_map(|name| repository.file(&format!("crates/{name}/src/lib.rs"))) {
        for promise in PROMISES.iter().filter(|promise| !library.text.contains(**promise)) {
            problems.push(format!("{}: `{promise}` is missing; put it after the crate's documentation", library.path));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_promise_is_found() {
        let repository = Repository::of(&[("crates/loa-plan/src/lib.rs", "#![forbid(unsafe_code)]\n")]);
        assert_eq!(
            check(&repository),
            ["crates/loa-plan/src/lib.rs: `#![deny(missing_docs)]` is missing; put it after the crate's documentation"]
        );
    }
}
