//! The file of a guide is not named after its id.
//!
//! # Why it matters
//! Somebody who looks for the guide that a page shows finds it by its id, which is a part of every address.
//!
//! # Source
//! Own judgement: one name for one thing.
//!
//! # Example
//! `guides/moi.md` with `id = "khai-sinh"`.

use loa_plan::Severity;

use super::{Located, Rule, about};
use crate::campaign::Campaign;

pub(super) const RULE: Rule = Rule::new("guide-file-name", Severity::Warning, about!("guide_file_name.rs"), check);

fn check(campaign: &Campaign) -> Vec<Located> {
    let named_otherwise = campaign
        .guides_with_files()
        .map(|(guide, file)| (guide, file, format!("guides/{}.md", guide.id)))
        .filter(|(_, file, expected)| file.name() != expected);
    named_otherwise
        .map(|(guide, file, expected)| {
            let message = format!("the file of the guide `{}` has another name than the guide", guide.id);
            Located::new(RULE.finding("id", message, format!("rename it to `{expected}`, or change the id")), file)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::{GUIDE, PLAN, check};

    #[test]
    fn a_file_with_another_name_is_reported() {
        check(
            &RULE,
            &[("plan.toml", PLAN), ("guides/moi.md", GUIDE)],
            &expect![[r#"
                guides/moi.md:3:6: warning: the file of the guide `khai-sinh` has another name than the guide
                  help: rename it to `guides/khai-sinh.md`, or change the id"#]],
        );
        check(&RULE, &[("plan.toml", PLAN), ("guides/khai-sinh.md", GUIDE)], &expect![""]);
    }
}
