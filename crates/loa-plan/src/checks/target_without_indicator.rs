//! A target has no indicator.
//!
//! # Why it matters
//! Nobody can tell whether a target is met that nothing measures; no progress can be shown for it.
//! A goal that can be measured is the M of SMART objectives (UK Government Communication Service, OASIS).
//!
//! # Source
//! UK Government Communication Service, OASIS (objectives that can be measured).
//!
//! # Example
//! ```toml
//! [[targets]]
//! id = "nop-truc-tuyen"
//! title = "Ít nhất 60% hồ sơ nộp trực tuyến"
//! goal = { percent = 60 }
//! ```

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule = Rule {
    name: "target-without-indicator",
    severity: Severity::Warning,
    about: about!("target_without_indicator.rs"),
    check,
};

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let targets = plan.targets.iter().enumerate();
    targets
        .filter(|(_, target)| target.indicator.is_none())
        .map(|(i, target)| {
            RULE.finding(
                format!("targets[{i}].indicator"),
                format!("target `{}` has no indicator, so nothing measures it", target.id),
                "write indicator = \"…\" with an id from [[indicators]], or add an indicator there",
            )
        })
        .collect()
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn a_target_that_nothing_measures_is_reported() {
        check(
            &RULE,
            "[[targets]]\nid = \"nop\"\ntitle = \"Nộp\"\ngoal = { percent = 60 }",
            &expect![[r#"
            warning: target `nop` has no indicator, so nothing measures it (targets[0].indicator)
              help: write indicator = "…" with an id from [[indicators]], or add an indicator there"#]],
        );
    }
}
