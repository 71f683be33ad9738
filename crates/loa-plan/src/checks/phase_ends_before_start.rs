//! A phase ends before it starts.
//!
//! # Why it matters
//! Such a phase is never the current one, so its messages and activities never come up.
//!
//! # Source
//! Own judgement: these dates exclude each other.
//!
//! # Example
//! ```toml
//! [[phases]]
//! id = "giai-doan-1"
//! title = "Giai đoạn 1"
//! aim = "Tăng cường thông tin"
//! starts = 2025-03-31
//! ends = 2025-02-01
//! ```

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule = Rule {
    name: "phase-ends-before-start",
    severity: Severity::Error,
    about: about!("phase_ends_before_start.rs"),
    check,
};

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let wrong = plan.phases.iter().enumerate().filter(|(_, phase)| phase.ends < phase.starts);
    wrong
        .map(|(i, phase)| {
            RULE.finding(
                format!("phases[{i}].ends"),
                format!("phase `{}` ends on `{}`, before it starts on `{}`", phase.id, phase.ends, phase.starts),
                "correct one of the two; a phase that lasts one day starts and ends on it",
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
    fn a_phase_that_ends_before_it_starts_is_reported() {
        check(
            &RULE,
            r#"
[[phases]]
id = "mot-ngay"
title = "Một ngày"
aim = "Thử"
starts = 2025-02-01
ends = 2025-02-01
[[phases]]
id = "nguoc"
title = "Ngược"
aim = "Thử"
starts = 2025-04-01
ends = 2025-03-31
"#,
            &expect![[r#"
                error: phase `nguoc` ends on `2025-03-31`, before it starts on `2025-04-01` (phases[1].ends)
                  help: correct one of the two; a phase that lasts one day starts and ends on it"#]],
        );
    }
}
