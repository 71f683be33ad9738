//! Core crates touch nothing: no file, no network, no clock, no page, no terminal.

use super::Rule;
use super::repository::Repository;

pub(super) const RULE: Rule = Rule { name: "pure core", check };

const FORBIDDEN: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant::",
    "Utc::now",
    "Local::now",
    "today()",
    "println!",
    "eprintln!",
    "dbg!",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
];

fn check(repository: &Repository) -> Vec<String> {
    let mut problems = Vec::new();
    for file in repository.core_sources() {
        for (number, line) in file.lines_before_tests().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            for word in FORBIDDEN.iter().filter(|word| line.contains(**word)) {
                problems.push(format!(
                    "{}:{number}: `{word}` in a core crate; take what it gives as a parameter",
                    file.path
                ));
            }
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_in_a_core_crate_is_found_with_its_line() {
        let repository = Repository::of(&[("crates/loa-plan/src/phase.rs", "//! Phases.\nlet now = Utc::now();\n")]);
        assert_eq!(
            check(&repository),
            ["crates/loa-plan/src/phase.rs:2: `Utc::now` in a core crate; take what it gives as a parameter"]
        );
    }

    #[test]
    fn tests_in_a_file_of_their_own_do_not_hide_the_rest() {
        let repository = Repository::of(&[("crates/loa-plan/src/lib.rs", "#[cfg(test)]\nmod tests;\nuse std::net;\n")]);
        assert_eq!(
            check(&repository),
            ["crates/loa-plan/src/lib.rs:3: `std::net` in a core crate; take what it gives as a parameter"]
        );
    }

    #[test]
    fn comments_tests_and_other_crates_may_speak_of_a_clock() {
        let repository = Repository::of(&[
            ("crates/loa-plan/src/phase.rs", "// Never `Utc::now`.\n#[cfg(test)]\nmod tests {\n    use std::fs;\n}\n"),
            (
                "crates/loa-plan/src/guide.rs",
                "#[cfg(all(test, feature = \"markdown\"))]\nmod tests {\n    use std::fs;\n}\n",
            ),
            ("crates/loa-plan/tests/reading.rs", "use std::fs;\n"),
            ("crates/loa-cli/src/main.rs", "let now = Utc::now();\n"),
        ]);
        assert!(check(&repository).is_empty());
    }
}
