//! Core crates stay small and without a clock, whatever the crates below them may do.

use super::Rule;
use super::repository::Repository;

pub(super) const RULE: Rule = Rule { name: "lean core", check };

/// Crates in the default tree of `loa-plan`, itself included.
const LIMIT: usize = 25;

fn check(repository: &Repository) -> Vec<String> {
    let mut problems = Vec::new();
    for (name, tree) in &repository.core_trees {
        if *name == "loa-plan" && tree.len() > LIMIT {
            problems.push(format!(
                "`loa-plan` brings {} crates, the limit is {LIMIT}; `cargo tree -p loa-plan -e normal` shows them",
                tree.len()
            ));
        }
        for line in tree.iter().filter(|line| line.starts_with("chrono ")) {
            let features: Vec<&str> = line.split([' ', ',']).collect();
            if let Some(clock) = features.iter().find(|feature| ["clock", "now"].contains(feature)) {
                problems.push(format!(
                    "`{name}` has chrono with the feature `{clock}`; \"today\" is a parameter in core crates"
                ));
            }
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_tree(tree: &[&str]) -> Vec<String> {
        let mut repository = Repository::of(&[]);
        repository.core_trees = vec![("loa-plan", tree.iter().map(|line| (*line).to_owned()).collect())];
        check(&repository)
    }

    #[test]
    fn a_clock_in_the_tree_is_found() {
        let problems = check_tree(&["chrono v0.4.45 alloc,clock,serde"]);
        assert_eq!(
            problems,
            ["`loa-plan` has chrono with the feature `clock`; \"today\" is a parameter in core crates"]
        );
        assert!(check_tree(&["chrono v0.4.45 alloc,serde"]).is_empty());
    }

    #[test]
    fn too_many_crates_are_counted() {
        let names: Vec<String> = (0..26).map(|number| format!("crate-{number} v1.0.0 ")).collect();
        let problems = check_tree(&names.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(
            problems,
            ["`loa-plan` brings 26 crates, the limit is 25; `cargo tree -p loa-plan -e normal` shows them"]
        );
    }
}
