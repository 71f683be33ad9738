//! The documents that a newcomer looks for are there, and the one about the architecture can be read in one sitting.

use super::Rule;
use super::repository::Repository;

pub(super) const RULE: Rule = Rule { name: "root documents", check };

const DOCUMENTS: [&str; 8] = [
    "README.md",
    "README.vi.md",
    "ARCHITECTURE.md",
    "DESIGN.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
];

const ARCHITECTURE_LINES: usize = 150;

fn check(repository: &Repository) -> Vec<String> {
    let missing = DOCUMENTS.iter().filter(|document| repository.file(document).is_none());
    let mut problems: Vec<String> = missing.map(|document| format!("{document} is missing")).collect();
    let lines = repository.file("ARCHITECTURE.md").map_or(0, |file| file.text.lines().count());
    if lines > ARCHITECTURE_LINES {
        problems.push(format!(
            "ARCHITECTURE.md: {lines} lines, the limit is {ARCHITECTURE_LINES}; details go where they are used"
        ));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_document_and_a_long_architecture_are_found() {
        let long = "x\n".repeat(151);
        let mut files: Vec<(&str, &str)> = DOCUMENTS.iter().map(|document| (*document, "")).collect();
        files.retain(|(path, _)| !["README.md", "ARCHITECTURE.md"].contains(path));
        files.push(("ARCHITECTURE.md", &long));
        assert_eq!(
            check(&Repository::of(&files)),
            ["README.md is missing", "ARCHITECTURE.md: 151 lines, the limit is 150; details go where they are used"]
        );
    }
}
