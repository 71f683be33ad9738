//! A module is named after what it holds; a name that fits everything ends up holding everything.

use super::Rule;
use super::repository::Repository;

pub(super) const RULE: Rule = Rule { name: "module names", check };

const NAMELESS: [&str; 7] = ["util", "utils", "common", "helper", "helpers", "misc", "shared"];

fn check(repository: &Repository) -> Vec<String> {
    let mut problems = Vec::new();
    for file in repository.below("").filter(|file| file.is_rust()) {
        let parts = file.path.trim_end_matches(".rs").split('/');
        for name in parts.filter(|part| NAMELESS.contains(part)) {
            problems.push(format!(
                "{}: `{name}` says nothing about what is inside; name it after a noun of the domain",
                file.path
            ));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_fits_everything_is_found_in_files_and_folders() {
        let repository =
            Repository::of(&[("widgets/src/utils.rs", ""), ("tests/common/mod.rs", ""), ("a/phase.rs", "")]);
        assert_eq!(
            check(&repository),
            [
                "widgets/src/utils.rs: `utils` says nothing about what is inside; name it after a noun of the domain",
                "tests/common/mod.rs: `common` says nothing about what is inside; name it after a noun of the domain",
            ]
        );
    }
}
