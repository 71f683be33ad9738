//! A guide shows a picture that the campaign does not have.
//!
//! # Why it matters
//! A page would show an empty frame in the step that needed a picture most.
//!
//! # Source
//! Own judgement: a pointer to nothing has no meaning.
//!
//! # Example
//! `![Trang chủ](../pictures/trang-chu.svg)` in a guide, and no such file in the folder `pictures`.

use loa_plan::Severity;
use loa_plan::words::nearest;

use super::{Located, Rule, about};
use crate::campaign::Campaign;

pub(super) const RULE: Rule = Rule::new("missing-picture", Severity::Error, about!("missing_picture.rs"), check);

fn check(campaign: &Campaign) -> Vec<Located> {
    let known: std::collections::BTreeSet<&str> = campaign.pictures().iter().map(|picture| picture.path()).collect();
    let mut findings = Vec::new();
    for (guide, file) in campaign.guides_with_files() {
        for (path, picture) in guide.pictures().filter(|(_, picture)| !known.contains(picture.path.as_str())) {
            let message = format!("the campaign has no picture `{}`", picture.path);
            let help = match nearest(&picture.path, known.iter().copied()) {
                Some(nearest) => format!("did you mean `../{nearest}`?"),
                None => "put the file into the folder `pictures`, or take the picture out of the step".to_owned(),
            };
            findings.push(Located::new(RULE.finding(&path, message, help), file));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::{GUIDE, PICTURE, PLAN, check};

    #[test]
    fn a_picture_that_is_not_there_is_reported_with_the_nearest_one() {
        let files = [("plan.toml", PLAN), ("guides/khai-sinh.md", GUIDE)];
        check(
            &RULE,
            &files,
            &expect![[r#"
                guides/khai-sinh.md:10:1: error: the campaign has no picture `pictures/mo-cong.svg`
                  help: put the file into the folder `pictures`, or take the picture out of the step"#]],
        );
        check(
            &RULE,
            &[files.as_slice(), &[("pictures/mo-cong.png", PICTURE)]].concat(),
            &expect![[r#"
                guides/khai-sinh.md:10:1: error: the campaign has no picture `pictures/mo-cong.svg`
                  help: did you mean `../pictures/mo-cong.png`?"#]],
        );
        check(&RULE, &[files.as_slice(), &[("pictures/mo-cong.svg", PICTURE)]].concat(), &expect![""]);
    }
}
