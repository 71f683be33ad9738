//! The loader, and what it asks for when something went wrong, are the only JavaScript of the widgets.

use super::Rule;
use super::repository::Repository;

pub(super) const RULE: Rule = Rule { name: "one script", check };

const SCRIPTS: [&str; 2] = ["widgets/js/loa.js", "widgets/js/loa-trouble.js"];

fn check(repository: &Repository) -> Vec<String> {
    let scripts =
        repository.below("widgets/").filter(|file| [".js", ".mjs", ".ts"].iter().any(|kind| file.path.ends_with(kind)));
    let others = scripts.filter(|file| !SCRIPTS.contains(&file.path.as_str()));
    others
        .map(|file| {
            format!("{}: a second script; the only hand-written ones are `{}`", file.path, SCRIPTS.join("`, `"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_script_is_found() {
        let repository =
            Repository::of(&[(SCRIPTS[0], ""), (SCRIPTS[1], ""), ("widgets/js/more.js", ""), ("www/site.js", "")]);
        assert_eq!(
            check(&repository),
            [
                "widgets/js/more.js: a second script; the only hand-written ones are `widgets/js/loa.js`, `widgets/js/loa-trouble.js`"
            ]
        );
    }
}
