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

use super::{Check, Rule, about};

pub(super) const RULE: Rule =
    Rule::new("holidays-missing", Severity::Warning, about!("holidays_missing.rs"), Check::Years(check));

/// From this month on the next year is asked for: a limit may lead into it.
const NEAR_THE_END: u32 = 11;

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
    fn this_year_is_known_and_from_november_on_the_next_one() {
        check(&RULE, "year = 2026\nyear = 2027\n", &expect![[""]]);
        check(
            &RULE,
            "year = 2025\nyear = 2027\n",
            &expect![[r#"
            warning: the holidays of `2026` are not known, so no deadline in it can be told ()
              help: add `holidays/2026.toml` with its days off and make-up days"#]],
        );
        let said = |month, day| -> Vec<String> {
            let today = chrono::NaiveDate::from_ymd_opt(2026, month, day).unwrap();
            super::check(&[2026], today).into_iter().map(|finding| finding.message).collect()
        };
        assert_eq!(said(10, 31), [""; 0]);
        assert_eq!(said(11, 1), ["the holidays of `2027` are not known, so no deadline in it can be told"]);
    }
}
