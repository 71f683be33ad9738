//! Two phases hold on the same day.
//!
//! # Why it matters
//! A visitor is shown the current phase and its messages; with two of them nobody can tell which is meant.
//!
//! # Source
//! Kế hoạch 40/KH-UBND of Hanoi (12/02/2025), whose three phases follow each other.
//!
//! # Example
//! ```toml
//! [[phases]]
//! id = "giai-doan-1"
//! title = "Giai đoạn 1"
//! aim = "Tăng cường thông tin"
//! starts = 2025-02-01
//! ends = 2025-04-01
//! [[phases]]
//! id = "giai-doan-2"
//! title = "Giai đoạn 2"
//! aim = "Hướng dẫn kỹ năng"
//! starts = 2025-04-01
//! ends = 2025-10-31
//! ```

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Finding, Phase, Plan, Severity};

pub(super) const RULE: Rule =
    Rule { name: "phases-overlap", severity: Severity::Error, about: about!("phases_overlap.rs"), check };

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let mut phases: Vec<(usize, &Phase)> = plan.phases.iter().enumerate().collect();
    phases.retain(|(_, phase)| phase.starts <= phase.ends);
    phases.sort_by_key(|(_, phase)| phase.starts);
    let mut findings = Vec::new();
    // Of those that have started, the one that ends last: a phase overlaps any of them only when it overlaps this one.
    let mut last: Option<&Phase> = None;
    for (i, phase) in phases {
        if let Some(last) = last
            && phase.starts <= last.ends
        {
            findings.push((i, overlap(i, last, phase)));
        }
        if last.is_none_or(|last| phase.ends > last.ends) {
            last = Some(phase);
        }
    }
    findings.sort_by_key(|(i, _)| *i);
    findings.into_iter().map(|(_, finding)| finding).collect()
}

fn overlap(i: usize, before: &Phase, phase: &Phase) -> Finding {
    let help = match before.ends.succ_opt() {
        Some(next) if next <= phase.ends => format!("start `{}` on {next}, or end `{}` earlier", phase.id, before.id),
        _ => format!("give the days of `{}` to one of the two phases alone", phase.id),
    };
    RULE.finding(
        format!("phases[{i}].starts"),
        format!(
            "phase `{}` starts on `{}`, while phase `{}` lasts until `{}`",
            phase.id, phase.starts, before.id, before.ends
        ),
        help,
    )
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn phases_that_share_a_day_are_reported() {
        check(
            &RULE,
            r#"
[[phases]]
id = "ba"
title = "Ba"
aim = "Thử"
starts = 2025-05-01
ends = 2025-05-31
[[phases]]
id = "mot"
title = "Một"
aim = "Thử"
starts = 2025-01-01
ends = 2025-03-01
[[phases]]
id = "hai"
title = "Hai"
aim = "Thử"
starts = 2025-03-01
ends = 2025-06-30
"#,
            &expect![[r#"
                error: phase `ba` starts on `2025-05-01`, while phase `hai` lasts until `2025-06-30` (phases[0].starts)
                  help: give the days of `ba` to one of the two phases alone
                error: phase `hai` starts on `2025-03-01`, while phase `mot` lasts until `2025-03-01` (phases[2].starts)
                  help: start `hai` on 2025-03-02, or end `mot` earlier"#]],
        );
    }

    #[test]
    fn phases_that_follow_each_other_are_fine() {
        check(&RULE, crate::checks::test::GOOD, &expect![[r#""#]]);
    }
}
