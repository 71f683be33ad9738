//! A target is due before the plan starts or after it ends.
//!
//! # Why it matters
//! While the plan is under way nobody can tell whether such a target is met: it was due before anybody began, or it is
//! still open when the plan is over and the report is written.
//!
//! # Source
//! Own judgement: a plan cannot answer for days that are not its own.
//!
//! # Example
//! ```toml
//! ends = 2025-12-31
//! [[targets]]
//! id = "nop-truc-tuyen"
//! title = "Ít nhất 60% hồ sơ nộp trực tuyến"
//! goal = { percent = 60 }
//! due = 2026-06-30
//! ```

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Finding, Known, Plan, Severity};

pub(super) const RULE: Rule = Rule {
    name: "target-due-outside-plan",
    severity: Severity::Warning,
    about: about!("target_due_outside_plan.rs"),
    check,
};

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    // Without a period of the plan nothing can be said about one of its days.
    if plan.ends < plan.starts {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for (i, target) in plan.targets.iter().enumerate() {
        let Some(due) = target.due.as_ref().and_then(Known::get) else { continue };
        let when = if *due < plan.starts {
            format!("before the plan starts on `{}`", plan.starts)
        } else if *due > plan.ends {
            format!("after the plan ends on `{}`", plan.ends)
        } else {
            continue;
        };
        findings.push(RULE.finding(
            format!("targets[{i}].due"),
            format!("target `{}` is due on `{due}`, {when}", target.id),
            format!("write a day from {} to {}, or correct the dates of the plan", plan.starts, plan.ends),
        ));
    }
    findings
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn a_target_that_is_due_on_a_day_outside_the_plan_is_reported() {
        check(
            &RULE,
            r#"
[[targets]]
id = "som"
title = "Sớm"
goal = { percent = 60 }
due = 2024-12-31
[[targets]]
id = "dau"
title = "Đầu"
goal = { percent = 60 }
due = 2025-01-01
[[targets]]
id = "cuoi"
title = "Cuối"
goal = { percent = 60 }
due = 2025-12-31
[[targets]]
id = "muon"
title = "Muộn"
goal = { percent = 60 }
due = 2026-01-01
"#,
            &expect![[r#"
                warning: target `som` is due on `2024-12-31`, before the plan starts on `2025-01-01` (targets[0].due)
                  help: write a day from 2025-01-01 to 2025-12-31, or correct the dates of the plan
                warning: target `muon` is due on `2026-01-01`, after the plan ends on `2025-12-31` (targets[3].due)
                  help: write a day from 2025-01-01 to 2025-12-31, or correct the dates of the plan"#]],
        );
    }
}
