//! A target does not say where it starts from.
//!
//! # Why it matters
//! 60 % means one thing after 20 % and another after 59 %. When the value before the plan was never measured, that is
//! said with its reason, never filled with zero; then this is only noted.
//!
//! # Source
//! Own judgement: a goal says something only beside the value before it.
//!
//! # Example
//! ```toml
//! [[targets]]
//! id = "nop-truc-tuyen"
//! title = "Ít nhất 60% hồ sơ nộp trực tuyến"
//! goal = { percent = 60 }
//! ```

use chrono::NaiveDate;

use super::unknowns::reason;
use super::{Rule, about};
use crate::{Finding, Known, Plan, Severity};

pub(super) const RULE: Rule = Rule {
    name: "target-without-baseline",
    severity: Severity::Warning,
    about: about!("target_without_baseline.rs"),
    check,
};

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (i, target) in plan.targets.iter().enumerate() {
        let path = format!("targets[{i}].baseline");
        match &target.baseline {
            Some(Known::Is(_)) => {}
            Some(Known::Unknown { unknown }) => findings.push(RULE.finding_as(
                Severity::Info,
                path,
                format!("the value of target `{}` before the plan is not known: {}", target.id, reason(unknown)),
                "write baseline = { percent = … } or { count = … } once it is known",
            )),
            None => findings.push(RULE.finding(
                path,
                format!("target `{}` does not say which value it starts from", target.id),
                "write baseline = { percent = … } or { count = … }, or baseline = { unknown = \"why\" }",
            )),
        }
    }
    findings
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn nothing_said_is_a_warning_and_unknown_is_noted() {
        check(
            &RULE,
            r#"
[[targets]]
id = "im"
title = "Im"
goal = { percent = 60 }
[[targets]]
id = "noi"
title = "Nói"
goal = { percent = 60 }
baseline = { unknown = "Chưa ai đo." }
[[targets]]
id = "du"
title = "Đủ"
goal = { percent = 60 }
baseline = { percent = 0 }
"#,
            &expect![[r#"
                warning: target `im` does not say which value it starts from (targets[0].baseline)
                  help: write baseline = { percent = … } or { count = … }, or baseline = { unknown = "why" }
                info: the value of target `noi` before the plan is not known: Chưa ai đo (targets[1].baseline)
                  help: write baseline = { percent = … } or { count = … } once it is known"#]],
        );
    }
}
