//! On some days of the plan no phase holds.
//!
//! # Why it matters
//! On these days visitors see no current phase and none of the messages that belong to one, though the plan is under way.
//!
//! # Source
//! Kế hoạch 40/KH-UBND of Hanoi (12/02/2025), whose phases leave no month of the plan out.
//!
//! # Example
//! ```toml
//! starts = 2025-02-01
//! ends = 2025-12-31
//! [[phases]]
//! id = "giai-doan-1"
//! title = "Giai đoạn 1"
//! aim = "Tăng cường thông tin"
//! starts = 2025-02-01
//! ends = 2025-03-31
//! [[phases]]
//! id = "giai-doan-2"
//! title = "Giai đoạn 2"
//! aim = "Hướng dẫn kỹ năng"
//! starts = 2025-05-01
//! ends = 2025-12-31
//! ```

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Finding, Phase, Plan, Severity};

pub(super) const RULE: Rule =
    Rule { name: "phases-gap", severity: Severity::Warning, about: about!("phases_gap.rs"), check };

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let mut phases: Vec<(usize, &Phase)> = plan.phases.iter().enumerate().collect();
    phases.retain(|(_, phase)| phase.starts <= phase.ends);
    phases.sort_by_key(|(_, phase)| phase.starts);
    let mut findings = Vec::new();
    let mut last: Option<(usize, &Phase)> = None;
    for &(i, phase) in &phases {
        let first_free = match last {
            Some((_, last)) => last.ends.succ_opt(),
            None => Some(plan.starts),
        };
        if let (Some(from), Some(until)) = (first_free, phase.starts.pred_opt())
            && from <= until
        {
            findings.push(RULE.finding(
                format!("phases[{i}].starts"),
                format!("no phase holds {}, before phase `{}`", days(from, until), phase.id),
                format!("let `{}` start on {from}, or add a phase for these days", phase.id),
            ));
        }
        if last.is_none_or(|(_, last)| phase.ends > last.ends) {
            last = Some((i, phase));
        }
    }
    if let Some((i, last)) = last
        && let Some(from) = last.ends.succ_opt()
        && from <= plan.ends
    {
        findings.push(RULE.finding(
            format!("phases[{i}].ends"),
            format!("no phase holds {}, after phase `{}`", days(from, plan.ends), last.id),
            format!("let `{}` end on {}, or add a phase for these days", last.id, plan.ends),
        ));
    }
    findings
}

fn days(from: NaiveDate, until: NaiveDate) -> String {
    if from == until { format!("on `{from}`") } else { format!("from `{from}` to `{until}`") }
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn days_before_between_and_after_phases_are_reported() {
        check(
            &RULE,
            r#"
[[phases]]
id = "mot"
title = "Một"
aim = "Thử"
starts = 2025-01-02
ends = 2025-03-31
[[phases]]
id = "hai"
title = "Hai"
aim = "Thử"
starts = 2025-05-01
ends = 2025-11-30
"#,
            &expect![[r#"
                warning: no phase holds on `2025-01-01`, before phase `mot` (phases[0].starts)
                  help: let `mot` start on 2025-01-01, or add a phase for these days
                warning: no phase holds from `2025-04-01` to `2025-04-30`, before phase `hai` (phases[1].starts)
                  help: let `hai` start on 2025-04-01, or add a phase for these days
                warning: no phase holds from `2025-12-01` to `2025-12-31`, after phase `hai` (phases[1].ends)
                  help: let `hai` end on 2025-12-31, or add a phase for these days"#]],
        );
    }

    #[test]
    fn a_plan_without_phases_is_left_to_another_rule() {
        check(&RULE, "", &expect![[r#""#]]);
    }
}
