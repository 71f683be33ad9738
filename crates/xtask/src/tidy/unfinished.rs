//! Nothing is left half-done in the sources: what remains to do is an issue.

use super::Rule;
use super::repository::Repository;

pub(super) const RULE: Rule = Rule { name: "unfinished", check };

const KINDS: [&str; 7] = [".rs", ".js", ".css", ".toml", ".md", ".html", ".yml"];

/// Split, so that this file does not find itself.
const MARKS: [&str; 5] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("to", "do!("),
    concat!("unimplemented", "!("),
    concat!("#[ig", "nore"),
];

fn check(repository: &Repository) -> Vec<String> {
    let mut problems = Vec::new();
    for file in repository.below("").filter(|file| KINDS.iter().any(|kind| file.path.ends_with(kind))) {
        for (index, line) in file.text.lines().enumerate() {
            for mark in MARKS.iter().filter(|mark| line.contains(**mark)) {
                problems.push(format!("{}:{}: `{mark}`; finish it, or open an issue", file.path, index + 1));
            }
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_found_with_its_line() {
        let text = format!("fn a() {{\n    {}\n}}\n", MARKS[2]);
        let repository = Repository::of(&[("a.rs", &text)]);
        assert_eq!(check(&repository), [format!("a.rs:2: `{}`; finish it, or open an issue", MARKS[2])]);
    }
}
