//! A phase starts before the plan or ends after it.
//!
//! # Why it matters
//! The plan says of itself that it has not begun or has ended, while one of its phases is under way.
//!
//! # Source
//! Own judgement: a part cannot outlast the whole.
//!
//! # Example
//! ```toml
//! starts = 2025-02-01
//! ends = 2025-12-31
//! [[phases]]
//! id = "giai-doan-3"
//! title = "Giai đoạn 3"
//! aim = "Đánh giá"
//! starts = 2025-11-01
//! ends = 2026-01-31
//! ```

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule =
    Rule { name: "phase-outside-plan", severity: Severity::Error, about: about!("phase_outside_plan.rs"), check };

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (i, phase) in plan.phases.iter().enumerate() {
        if phase.starts < plan.starts {
            findings.push(RULE.finding(
                format!("phases[{i}].starts"),
                format!(
                    "phase `{}` starts on `{}`, before the plan starts on `{}`",
                    phase.id, phase.starts, plan.starts
                ),
                format!("start the phase on {} or later, or let the plan start earlier", plan.starts),
            ));
        }
        if phase.ends > plan.ends {
            findings.push(RULE.finding(
                format!("phases[{i}].ends"),
                format!("phase `{}` ends on `{}`, after the plan ends on `{}`", phase.id, phase.ends, plan.ends),
                format!("end the phase on {} or earlier, or let the plan end later", plan.ends),
            ));
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
    fn both_ends_are_reported() {
        check(
            &RULE,
            r#"
[[phases]]
id = "dai"
title = "Dài"
aim = "Thử"
starts = 2024-12-31
ends = 2026-01-01
[[phases]]
id = "vua"
title = "Vừa"
aim = "Thử"
starts = 2025-01-01
ends = 2025-12-31
"#,
            &expect![[r#"
                error: phase `dai` starts on `2024-12-31`, before the plan starts on `2025-01-01` (phases[0].starts)
                  help: start the phase on 2025-01-01 or later, or let the plan start earlier
                error: phase `dai` ends on `2026-01-01`, after the plan ends on `2025-12-31` (phases[0].ends)
                  help: end the phase on 2025-12-31 or earlier, or let the plan end later"#]],
        );
    }
}
