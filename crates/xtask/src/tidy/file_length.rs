//! One idea per file: a file that grows past the limit holds two, or says here why not.

use super::Rule;
use super::repository::Repository;

pub(super) const RULE: Rule = Rule { name: "file length", check };

const LIMIT: usize = 400;

/// Files that may be longer, each with its reason.
const ALLOWED: &[(&str, &str)] = &[];

fn check(repository: &Repository) -> Vec<String> {
    let mut problems: Vec<String> = repository
        .below("")
        .filter(|file| [".rs", ".js", ".css"].iter().any(|kind| file.path.ends_with(kind)))
        .map(|file| (file, file.text.lines().count()))
        .filter(|(file, lines)| *lines > LIMIT && !ALLOWED.iter().any(|(path, _)| *path == file.path))
        .map(|(file, lines)| {
            format!("{}: {lines} lines, the limit is {LIMIT}; which two ideas does it hold?", file.path)
        })
        .collect();
    let short_again =
        ALLOWED.iter().filter_map(|(path, _)| repository.file(path)).filter(|file| file.text.lines().count() <= LIMIT);
    problems.extend(short_again.map(|file| format!("{}: no longer too long; take it off the list", file.path)));
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_over_the_limit_is_found() {
        let (long, short) = ("x\n".repeat(401), "x\n".repeat(400));
        let repository = Repository::of(&[("a.rs", &long), ("b.rs", &short), ("c.md", &long)]);
        assert_eq!(check(&repository), ["a.rs: 401 lines, the limit is 400; which two ideas does it hold?"]);
    }

    #[test]
    fn every_longer_file_has_a_reason() {
        assert!(ALLOWED.iter().all(|(_, reason)| reason.len() > 20));
    }
}
