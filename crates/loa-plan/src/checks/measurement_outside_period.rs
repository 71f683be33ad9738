//! A measurement's period is impossible, not over yet, or not the plan's.
//!
//! # Why it matters
//! A figure is only true for its days. One that ends before it begins is for no day at all; one from the future has not
//! been measured; one from after the plan, or from days on which its agency did not exist, shows no progress of the plan.
//! A figure from before the plan may say where it started from, so that is only noted.
//!
//! # Source
//! Nghị định 224/2026/NĐ-CP, Điều 12: measuring is continuous, so each figure has its period; the limits are own
//! judgement.
//!
//! # Example
//! ```toml
//! [[measurements]]
//! indicator = "ty-le"
//! from = 2025-04-30
//! until = 2025-04-01
//! value = { percent = 60 }
//! ```

use chrono::NaiveDate;

use super::lineage::Actors;
use super::{Rule, about};
use crate::{Finding, Measurement, Plan, Severity};

pub(super) const RULE: Rule = Rule {
    name: "measurement-outside-period",
    severity: Severity::Error,
    about: about!("measurement_outside_period.rs"),
    check,
};

fn check(plan: &Plan, today: NaiveDate) -> Vec<Finding> {
    let actors = Actors::of(plan);
    let each = plan.measurements.iter().enumerate();
    each.filter_map(|(i, measurement)| period(plan, today, &actors, i, measurement)).collect()
}

fn period(plan: &Plan, today: NaiveDate, actors: &Actors<'_>, i: usize, measurement: &Measurement) -> Option<Finding> {
    let (from, until, indicator) = (measurement.from, measurement.until, &measurement.indicator);
    let path = |key: &str| format!("measurements[{i}].{key}");
    let what = format!("a measurement of `{indicator}`");
    if until < from {
        let message = format!("{what} ends on `{until}`, before it begins on `{from}`");
        return Some(RULE.finding(
            path("until"),
            message,
            "correct one of the two; a figure of one day begins and ends on it",
        ));
    }
    let warning = |key, message, help: &str| Some(RULE.finding_as(Severity::Warning, path(key), message, help));
    if until > today {
        let message = format!("{what} lasts until `{until}`, but today is `{today}`");
        return warning("until", message, "write the last day that was really counted");
    }
    if from > plan.ends {
        let message = format!("{what} begins on `{from}`, after the plan ends on `{}`", plan.ends);
        return warning("from", message, "correct the date, or move the figure to the plan that follows");
    }
    if let Some(actor) = measurement.actor.as_ref().and_then(|id| actors.get(id)) {
        let gone = actors.until(actor).filter(|last| from > *last).map(|last| format!("which existed until `{last}`"));
        let not_yet =
            actors.from(actor).filter(|first| until < *first).map(|first| format!("which exists from `{first}` on"));
        if let Some(why) = gone.or(not_yet) {
            let message = format!("{what} from `{from}` to `{until}` is that of actor `{}`, {why}", actor.id);
            return warning("actor", message, "correct the dates, or name the actor that existed then");
        }
    }
    if until < plan.starts {
        let message = format!("{what} ends on `{until}`, before the plan starts on `{}`", plan.starts);
        let help = "nothing needs to be done when it says where the plan started from";
        return Some(RULE.finding_as(Severity::Info, path("until"), message, help));
    }
    None
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::{Expect, expect};

    use super::RULE;

    fn check(lines: &str, expected: &Expect) {
        let text = format!(
            "[[actors]]\nid = \"quan\"\nkind = \"district\"\ntitle = \"Quận\"\nuntil = 2025-02-28\n\
             [[actors]]\nid = \"phuong\"\nkind = \"commune\"\ntitle = \"Phường\"\nfrom = 2025-03-01\n\
             [[measurements]]\nindicator = \"ty-le\"\n{lines}"
        );
        crate::checks::test::check(&RULE, &text, expected);
    }

    #[test]
    fn a_period_that_ends_before_it_begins_is_an_error() {
        check(
            "from = 2025-04-30\nuntil = 2025-04-01",
            &expect![[r#"
            error: a measurement of `ty-le` ends on `2025-04-01`, before it begins on `2025-04-30` (measurements[0].until)
              help: correct one of the two; a figure of one day begins and ends on it"#]],
        );
    }

    #[test]
    fn a_period_in_the_future_or_after_the_plan_is_a_warning() {
        check(
            "from = 2025-06-01\nuntil = 2025-06-30",
            &expect![[r#"
            warning: a measurement of `ty-le` lasts until `2025-06-30`, but today is `2025-06-15` (measurements[0].until)
              help: write the last day that was really counted"#]],
        );
        let after = crate::checks::test::plan(
            "starts = 2024-01-01\nends = 2024-12-31\n[[measurements]]\nindicator = \"ty-le\"\nfrom = 2025-02-01\nuntil = 2025-02-28",
        );
        let findings: Vec<String> =
            (RULE.check)(&after, crate::checks::test::TODAY).iter().map(ToString::to_string).collect();
        expect!["warning: a measurement of `ty-le` begins on `2025-02-01`, after the plan ends on `2024-12-31` (measurements[0].from)"].assert_eq(&findings.join("\n"));
    }

    #[test]
    fn a_period_in_which_the_actor_did_not_exist_is_a_warning() {
        check(
            "actor = \"quan\"\nfrom = 2025-03-01\nuntil = 2025-03-31",
            &expect![[r#"
            warning: a measurement of `ty-le` from `2025-03-01` to `2025-03-31` is that of actor `quan`, which existed until `2025-02-28` (measurements[0].actor)
              help: correct the dates, or name the actor that existed then"#]],
        );
        check(
            "actor = \"phuong\"\nfrom = 2025-01-01\nuntil = 2025-02-28",
            &expect![[r#"
            warning: a measurement of `ty-le` from `2025-01-01` to `2025-02-28` is that of actor `phuong`, which exists from `2025-03-01` on (measurements[0].actor)
              help: correct the dates, or name the actor that existed then"#]],
        );
    }

    #[test]
    fn a_period_before_the_plan_is_noted_and_one_within_it_is_fine() {
        check(
            "from = 2024-06-28\nuntil = 2024-11-21",
            &expect![[r#"
            info: a measurement of `ty-le` ends on `2024-11-21`, before the plan starts on `2025-01-01` (measurements[0].until)
              help: nothing needs to be done when it says where the plan started from"#]],
        );
        check("from = 2024-12-01\nuntil = 2025-01-31", &expect![[r#""#]]);
        check("from = 2025-06-15\nuntil = 2025-06-15", &expect![[r#""#]]);
    }
}
