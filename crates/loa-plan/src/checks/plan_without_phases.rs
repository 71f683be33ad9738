//! The plan has no phases.
//!
//! # Why it matters
//! The roadmap shows where the plan stands and what comes next; without phases it is empty.
//!
//! # Source
//! Kế hoạch 40/KH-UBND of Hanoi (12/02/2025), which is divided into three phases by months.
//!
//! # Example
//! ```toml
//! starts = 2025-02-01
//! ends = 2025-12-31
//! ```

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule =
    Rule { name: "plan-without-phases", severity: Severity::Warning, about: about!("plan_without_phases.rs"), check };

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    if !plan.phases.is_empty() {
        return Vec::new();
    }
    vec![RULE.finding(
        "phases",
        "the plan has no phases",
        format!(
            "add an entry [[phases]]; for a plan in one piece a single one with starts = {} and ends = {}",
            plan.starts, plan.ends
        ),
    )]
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn a_plan_without_phases_is_reported() {
        check(
            &RULE,
            "",
            &expect![[r#"
            warning: the plan has no phases (phases)
              help: add an entry [[phases]]; for a plan in one piece a single one with starts = 2025-01-01 and ends = 2025-12-31"#]],
        );
    }
}
