//! The holidays of this year are not known, or those of the next one near its end.
//!
//! # Why it matters
//! Without them no deadline can be told, so a receipt cannot say by when something happens.
//!
//! # Source
//! Own judgement; the Prime Minister usually names the days of the next year in the last quarter.
//!
//! # Example
//! ```toml
//! # today is 2026-11-24
//! year = 2025
//! ```

use chrono::{Datelike, NaiveDate};
use loa_plan::{Finding, Severity};

use super::{Check, Rule};

pub(super) const RULE: Rule = Rule {
    name: "holidays-missing",
    severity: Severity::Warning,
    source: include_str!("holidays_missing.rs"),
    check: Check::Years(check),
};

/// From this month on the next year is asked for: a limit may lead into it.
const NEAR_THE_END: u32 = 12;

fn check(years: &[i32], today: NaiveDate) -> Vec<Finding> {
    let next = (today.month() >= NEAR_THE_END).then_some(today.year() + 1);
    std::iter::once(today.year())
        .chain(next)
        .filter(|year| !years.contains(year))
        .map(|year| {
            let message = format!("the holidays of `{year}` are not known, so no deadline in it can be told");
            RULE.finding("", message, format!("add `holidays/{year}.toml` with its days off and make-up days"))
        })
        .collect()
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn this_year_is_known_and_in_december_the_next_one() {
        check(&RULE, "year = 2025\nyear = 2026\n", &expect![[""]]);
        check(
            &RULE,
            "year = 2025\n",
            &expect![[r#"
            warning: the holidays of `2026` are not known, so no deadline in it can be told ()
              help: add `holidays/2026.toml` with its days off and make-up days"#]],
        );
        let december = chrono::NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
        let paths: Vec<String> = super::check(&[2026], december).into_iter().map(|finding| finding.message).collect();
        assert_eq!(paths, ["the holidays of `2027` are not known, so no deadline in it can be told"]);
    }
}
