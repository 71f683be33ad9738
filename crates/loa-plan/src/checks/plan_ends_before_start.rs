//! The plan ends before it starts.
//!
//! # Why it matters
//! Whether a plan has begun, is under way or has ended is told to every visitor; with these dates it is never under way.
//!
//! # Source
//! Own judgement: these dates exclude each other.
//!
//! # Example
//! ```toml
//! starts = 2025-12-31
//! ends = 2025-02-01
//! ```

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule = Rule {
    name: "plan-ends-before-start",
    severity: Severity::Error,
    about: about!("plan_ends_before_start.rs"),
    check,
};

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    if plan.ends >= plan.starts {
        return Vec::new();
    }
    vec![RULE.finding(
        "ends",
        format!("the plan ends on `{}`, before it starts on `{}`", plan.ends, plan.starts),
        "correct one of the two; dates are written year-month-day",
    )]
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn a_plan_that_ends_before_it_starts_is_reported() {
        check(
            &RULE,
            "starts = 2025-12-31\nends = 2025-02-01",
            &expect![[r#"
            error: the plan ends on `2025-02-01`, before it starts on `2025-12-31` (ends)
              help: correct one of the two; dates are written year-month-day"#]],
        );
    }

    #[test]
    fn a_plan_of_one_day_is_fine() {
        check(&RULE, "starts = 2025-02-01\nends = 2025-02-01", &expect![[r#""#]]);
    }
}
