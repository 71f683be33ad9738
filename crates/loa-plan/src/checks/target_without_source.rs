//! A target does not say where it is laid down.
//!
//! # Why it matters
//! A target is shown to the public with its source. Without one nobody can tell a decision from a wish.
//!
//! # Source
//! Own judgement: a figure that is published can be traced.
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
    name: "target-without-source",
    severity: Severity::Warning,
    about: about!("target_without_source.rs"),
    check,
};

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let targets = plan.targets.iter().enumerate();
    targets
        .filter(|(_, target)| target.source.is_none())
        .map(|(i, target)| {
            RULE.finding(
                format!("targets[{i}].source"),
                format!("target `{}` names no source", target.id),
                "write source = \"…\" with an id from [[sources]]",
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
    fn a_target_without_a_source_is_reported() {
        check(
            &RULE,
            "[[targets]]\nid = \"nop\"\ntitle = \"Nộp\"\ngoal = { percent = 60 }",
            &expect![[r#"
            warning: target `nop` names no source (targets[0].source)
              help: write source = "…" with an id from [[sources]]"#]],
        );
    }
}
