//! Nobody has gone through the plan for a long time.
//!
//! # Why it matters
//! Offices move, hotlines change, links break. What a portal publishes must be brought up to date at once when something
//! changes (Nghị định 224/2026/NĐ-CP, Điều 9); and a plan that is filed and never looked at again is a known weakness
//! (UK Government Communication Service). The plan itself says after how many days; 90 when it says nothing.
//! A day that has not come, of the plan or of one of its sources, is a slip that would hide this.
//!
//! # Source
//! Nghị định 224/2026/NĐ-CP, Điều 9: updated at once on change; that 90 days are the limit is own judgement.
//!
//! # Example
//! ```toml
//! updated = 2024-06-01
//! review_after_days = 30
//! ```

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule =
    Rule { name: "plan-not-updated", severity: Severity::Warning, about: about!("plan_not_updated.rs"), check };

/// After how many days a plan should be gone through when it does not say so itself.
const REVIEW_AFTER_DAYS: u16 = 90;

fn check(plan: &Plan, today: NaiveDate) -> Vec<Finding> {
    let findings = of_plan(plan, today);
    // On a day before the plan's own nothing is to be learnt from those of its sources.
    if plan.updated > today { findings } else { findings.into_iter().chain(of_sources(plan, today)).collect() }
}

/// A source that is said to be seen on a day that has not come.
fn of_sources(plan: &Plan, today: NaiveDate) -> impl Iterator<Item = Finding> {
    let future = plan.sources.iter().enumerate().filter(move |(_, source)| source.seen > today);
    future.map(move |(i, source)| {
        RULE.finding(
            format!("sources[{i}].seen"),
            format!("the source `{}` is said to be seen on `{}`, but today is `{today}`", source.id, source.seen),
            "write the day on which somebody last saw it",
        )
    })
}

fn of_plan(plan: &Plan, today: NaiveDate) -> Vec<Finding> {
    let limit = plan.review_after_days.unwrap_or(REVIEW_AFTER_DAYS);
    let days = today.signed_duration_since(plan.updated).num_days();
    let (message, help) = if days < 0 {
        (
            format!("the plan says that it was gone through on `{}`, but today is `{today}`", plan.updated),
            "write the day on which somebody last went through it".to_owned(),
        )
    } else if days > i64::from(limit) {
        (
            format!("the plan was last gone through on `{}`, {days} days ago, expected at most {limit}", plan.updated),
            format!("see whether everything in it is still true, then write updated = {today}"),
        )
    } else {
        return Vec::new();
    };
    vec![RULE.finding("updated", message, help)]
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn a_plan_that_nobody_went_through_is_reported() {
        check(
            &RULE,
            "updated = 2025-03-16",
            &expect![[r#"
            warning: the plan was last gone through on `2025-03-16`, 91 days ago, expected at most 90 (updated)
              help: see whether everything in it is still true, then write updated = 2025-06-15"#]],
        );
        check(
            &RULE,
            "updated = 2025-06-01\nreview_after_days = 7",
            &expect![[r#"
            warning: the plan was last gone through on `2025-06-01`, 14 days ago, expected at most 7 (updated)
              help: see whether everything in it is still true, then write updated = 2025-06-15"#]],
        );
    }

    #[test]
    fn a_day_in_the_future_is_reported() {
        check(
            &RULE,
            "updated = 2025-06-16",
            &expect![[r#"
            warning: the plan says that it was gone through on `2025-06-16`, but today is `2025-06-15` (updated)
              help: write the day on which somebody last went through it"#]],
        );
    }

    #[test]
    fn a_source_that_was_seen_in_the_future_is_reported() {
        let source =
            |seen: &str| format!("updated = 2025-06-15\n[[sources]]\nid = \"kh\"\ntitle = \"KH\"\nseen = {seen}");
        check(&RULE, &source("2025-06-15"), &expect![[""]]);
        check(
            &RULE,
            &source("2025-06-16"),
            &expect![[r#"
            warning: the source `kh` is said to be seen on `2025-06-16`, but today is `2025-06-15` (sources[0].seen)
              help: write the day on which somebody last saw it"#]],
        );
        // Judged on a day in the past, the plan says it once for all of them.
        check(
            &RULE,
            &source("2025-06-17").replace("= 2025-06-15", "= 2025-06-17"),
            &expect![[r#"
            warning: the plan says that it was gone through on `2025-06-17`, but today is `2025-06-15` (updated)
              help: write the day on which somebody last went through it"#]],
        );
    }

    #[test]
    fn the_last_day_of_the_time_is_fine() {
        check(&RULE, "updated = 2025-03-17", &expect![[r#""#]]);
        check(&RULE, "updated = 2025-06-15\nreview_after_days = 0", &expect![[r#""#]]);
    }
}
