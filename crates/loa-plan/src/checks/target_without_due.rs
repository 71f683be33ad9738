//! A target does not say by when it is to be reached.
//!
//! # Why it matters
//! Without a date nobody can tell whether a target is missed or only not reached yet.
//! When the decision names no date, that is said with its reason; then this is only noted.
//!
//! # Source
//! UK Government Communication Service, OASIS (objectives with a date).
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

pub(super) const RULE: Rule =
    Rule { name: "target-without-due", severity: Severity::Warning, about: about!("target_without_due.rs"), check };

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (i, target) in plan.targets.iter().enumerate() {
        let path = format!("targets[{i}].due");
        match &target.due {
            Some(Known::Is(_)) => {}
            Some(Known::Unknown { unknown }) => findings.push(RULE.finding_as(
                Severity::Info,
                path,
                format!("the day by which target `{}` is due is not known: {}", target.id, reason(unknown)),
                format!("write due = … once it is known, for example due = {}", plan.ends),
            )),
            None => findings.push(RULE.finding(
                path,
                format!("target `{}` does not say by when it is to be reached", target.id),
                format!("write for example due = {}, or due = {{ unknown = \"why\" }}", plan.ends),
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
due = { unknown = "Kế hoạch không nêu hạn." }
[[targets]]
id = "du"
title = "Đủ"
goal = { percent = 60 }
due = 2025-12-31
"#,
            &expect![[r#"
                warning: target `im` does not say by when it is to be reached (targets[0].due)
                  help: write for example due = 2025-12-31, or due = { unknown = "why" }
                info: the day by which target `noi` is due is not known: Kế hoạch không nêu hạn (targets[1].due)
                  help: write due = … once it is known, for example due = 2025-12-31"#]],
        );
    }
}
