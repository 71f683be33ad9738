//! The plan points at a guide that the campaign does not have.
//!
//! # Why it matters
//! A message that promises help would lead nowhere, and an obligation could never be shown to be met.
//!
//! # Source
//! Own judgement: a pointer to nothing has no meaning.
//!
//! # Example
//! `guides = ["khai-sinhh"]` in a message, and only `guides/khai-sinh.md` in the folder.

use loa_plan::Severity;
use loa_plan::words::nearest;

use super::{Located, Rule, about};
use crate::campaign::Campaign;

pub(super) const RULE: Rule = Rule::new("unknown-guide", Severity::Error, about!("unknown_guide.rs"), check);

fn check(campaign: &Campaign) -> Vec<Located> {
    let known: std::collections::BTreeSet<&str> = campaign.guides().iter().map(|guide| guide.id.as_str()).collect();
    let unknown = loa_plan::checks::guides(campaign.plan()).into_iter().filter(|at| !known.contains(at.guide.as_str()));
    unknown
        .map(|at| {
            let message = format!("the campaign has no guide `{}`", at.guide);
            let help = match nearest(at.guide.as_str(), known.iter().copied()) {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None => format!("write it as `guides/{}.md`, or take it out here", at.guide),
            };
            Located::new(RULE.finding(&at.path, message, help), campaign.plan_file())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::{GUIDE, PLAN, check};

    #[test]
    fn a_guide_that_is_not_there_is_reported_with_the_nearest_one() {
        let plan = PLAN.replace("\"khai-sinh\"", "\"khai-sinhh\", \"ket-hon\"");
        check(
            &RULE,
            &[("plan.toml", &plan), ("guides/khai-sinh.md", GUIDE)],
            &expect![[r#"
                plan.toml:13:11: error: the campaign has no guide `khai-sinhh`
                  help: did you mean `khai-sinh`?
                plan.toml:13:25: error: the campaign has no guide `ket-hon`
                  help: write it as `guides/ket-hon.md`, or take it out here"#]],
        );
    }

    #[test]
    fn a_guide_that_is_there_is_fine() {
        check(&RULE, &[("plan.toml", PLAN), ("guides/khai-sinh.md", GUIDE)], &expect![""]);
    }
}
