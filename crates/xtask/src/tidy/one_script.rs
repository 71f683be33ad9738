//! The loader is the only JavaScript of the widgets: everything else is Rust.

use super::Rule;
use super::repository::Repository;

pub(super) const RULE: Rule = Rule { name: "one script", check };

const LOADER: &str = "widgets/js/loa.js";

fn check(repository: &Repository) -> Vec<String> {
    let scripts =
        repository.below("widgets/").filter(|file| [".js", ".mjs", ".ts"].iter().any(|kind| file.path.ends_with(kind)));
    let others = scripts.filter(|file| file.path != LOADER);
    others.map(|file| format!("{}: a second script; the only hand-written one is `{LOADER}`", file.path)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_script_is_found() {
        let repository = Repository::of(&[(LOADER, ""), ("widgets/js/more.js", ""), ("www/site.js", "")]);
        assert_eq!(
            check(&repository),
            ["widgets/js/more.js: a second script; the only hand-written one is `widgets/js/loa.js`"]
        );
    }
}
