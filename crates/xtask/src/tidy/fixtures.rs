//! `fixtures.toml` feeds the documentation, the gallery and the tests, so each one can be read and names its tag.

use super::Rule;
use super::repository::Repository;

pub(super) const RULE: Rule = Rule { name: "fixtures", check };

fn check(repository: &Repository) -> Vec<String> {
    let mut problems = Vec::new();
    let shared = |path: &str| path == "widgets/src/element/fixtures.toml";
    for file in repository.below("widgets/src/").filter(|file| file.name() == "fixtures.toml") {
        let folder = file.path.rsplit('/').nth(1).unwrap_or_default();
        let tag = format!("loa-{}", folder.replace('_', "-"));
        match file.text.parse::<toml::Table>() {
            Err(error) => problems.push(format!("{}: cannot be read: {}", file.path, error.message())),
            Ok(table) => {
                if !shared(&file.path) && table.get("tag").and_then(toml::Value::as_str) != Some(&tag) {
                    problems.push(format!(
                        "{}: `tag = \"{tag}\"` is missing; the folder gives the tag its name",
                        file.path
                    ));
                }
            }
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixture_that_cannot_be_read_or_names_another_tag_is_found() {
        let repository = Repository::of(&[
            ("widgets/src/guide/fixtures.toml", "tag = \"loa-guide\"\n"),
            ("widgets/src/message/fixtures.toml", "tag = \"loa-massage\"\n"),
            ("widgets/src/roadmap/fixtures.toml", "tag = \n"),
        ]);
        let problems = check(&repository);
        assert_eq!(problems.len(), 2);
        assert_eq!(
            problems[0],
            "widgets/src/message/fixtures.toml: `tag = \"loa-message\"` is missing; the folder gives the tag its name"
        );
        assert!(problems[1].starts_with("widgets/src/roadmap/fixtures.toml: cannot be read: "), "{}", problems[1]);
    }
}
