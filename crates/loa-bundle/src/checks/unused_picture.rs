//! No guide shows a picture of the campaign.
//!
//! # Why it matters
//! It would be published for nobody. Often it was forgotten when a step was changed.
//!
//! # Source
//! Own judgement: what nobody sees need not be published.
//!
//! # Example
//! `pictures/cu.svg` in the folder, and no guide with `../pictures/cu.svg`.

use loa_plan::Severity;

use super::{Located, Rule, about};
use crate::campaign::Campaign;

pub(super) const RULE: Rule = Rule::new("unused-picture", Severity::Info, about!("unused_picture.rs"), check);

fn check(campaign: &Campaign) -> Vec<Located> {
    let shown: std::collections::BTreeSet<String> =
        campaign.guides().iter().flat_map(|guide| guide.pictures().map(|(_, picture)| picture.path.clone())).collect();
    let unused = campaign.pictures().iter().filter(|picture| !shown.contains(picture.path()));
    unused
        .map(|picture| {
            let message = format!("no guide shows the picture `{}`", picture.path());
            let help = format!("show it with `![what it shows](../{})`, or remove the file", picture.path());
            Located::whole(RULE.finding("", message, help), picture.path())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::{GUIDE, PICTURE, PLAN, check};

    #[test]
    fn a_picture_that_no_guide_shows_is_reported() {
        check(
            &RULE,
            &[
                ("plan.toml", PLAN),
                ("guides/khai-sinh.md", GUIDE),
                ("pictures/mo-cong.svg", PICTURE),
                ("pictures/cu.svg", PICTURE),
            ],
            &expect![[r#"
                pictures/cu.svg:1:1: info: no guide shows the picture `pictures/cu.svg`
                  help: show it with `![what it shows](../pictures/cu.svg)`, or remove the file"#]],
        );
    }
}
