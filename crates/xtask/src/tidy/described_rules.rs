//! A check without a description cannot be obeyed, so each file of checks begins with one.

use super::Rule;
use super::repository::Repository;

pub(super) const RULE: Rule = Rule { name: "described rules", check };

fn check(repository: &Repository) -> Vec<String> {
    repository
        .below("crates/")
        .filter(|file| file.is_rust() && (file.path.contains("/src/checks/") || file.path.contains("/src/tidy/")))
        .filter(|file| !file.text.starts_with("//! "))
        .map(|file| format!("{}: the file does not begin with `//!` and what it checks", file.path))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_without_a_description_is_found() {
        let repository = Repository::of(&[
            ("crates/loa-plan/src/checks/gap.rs", "use crate::Plan;\n"),
            ("crates/loa-plan/src/checks/overlap.rs", "//! Phases overlap.\n"),
        ]);
        assert_eq!(
            check(&repository),
            ["crates/loa-plan/src/checks/gap.rs: the file does not begin with `//!` and what it checks"]
        );
    }
}
