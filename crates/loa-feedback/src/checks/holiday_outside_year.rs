//! A day of a year of holidays is not in that year, or ends before it begins.
//!
//! # Why it matters
//! The clock looks a day up by its year, so this day would not count, and deadlines would be wrong.
//!
//! # Source
//! Own judgement.
//!
//! # Example
//! ```toml
//! year = 2026
//!
//! [[holidays]]
//! title = "Tết Dương lịch"
//! from = 2025-01-01
//! ```

use chrono::{Datelike, NaiveDate};
use loa_plan::{Finding, Severity};

use super::{Check, Rule, about};
use crate::calendar::HolidayYear;

pub(super) const RULE: Rule =
    Rule::new("holiday-outside-year", Severity::Error, about!("holiday_outside_year.rs"), Check::Holidays(check));

fn check(year: &HolidayYear) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut in_year = |path: String, day: NaiveDate| {
        if day.year() != year.year {
            let message = format!("`{day}` is not in the year `{}` of this file", year.year);
            let help = format!("correct the day, or move it to `holidays/{}.toml`", day.year());
            findings.push(RULE.finding(path, message, help));
        }
    };
    for (i, holiday) in year.holidays.iter().enumerate() {
        in_year(format!("holidays[{i}].from"), holiday.from);
        holiday.until.into_iter().for_each(|until| in_year(format!("holidays[{i}].until"), until));
    }
    year.make_up_days.iter().enumerate().for_each(|(i, day)| in_year(format!("make_up_days[{i}].day"), day.day));
    year.unsure.iter().enumerate().for_each(|(i, day)| in_year(format!("unsure[{i}].day"), day.day));
    for (i, holiday) in year.holidays.iter().enumerate().filter(|(_, holiday)| holiday.last() < holiday.from) {
        let message = format!("the holiday ends on `{}`, before it begins on `{}`", holiday.last(), holiday.from);
        findings.push(RULE.finding(format!("holidays[{i}].until"), message, "swap the two, or correct one of them"));
    }
    findings
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn days_are_in_the_year_and_in_order() {
        let file = |from: &str, until: &str, made_up: &str| {
            format!(
                "year = 2026\n[[holidays]]\ntitle = \"Tết\"\nfrom = {from}\nuntil = {until}\n\
                 [[make_up_days]]\nday = {made_up}\n"
            )
        };
        check(&RULE, &file("2026-02-16", "2026-02-20", "2026-01-10"), &expect![[""]]);
        check(
            &RULE,
            &file("2025-12-31", "2026-01-02", "2027-01-10"),
            &expect![[r#"
            error: `2025-12-31` is not in the year `2026` of this file (holidays[0].from)
              help: correct the day, or move it to `holidays/2025.toml`
            error: `2027-01-10` is not in the year `2026` of this file (make_up_days[0].day)
              help: correct the day, or move it to `holidays/2027.toml`"#]],
        );
        check(
            &RULE,
            &file("2026-02-20", "2026-02-16", "2026-01-10"),
            &expect![[r#"
            error: the holiday ends on `2026-02-16`, before it begins on `2026-02-20` (holidays[0].until)
              help: swap the two, or correct one of them"#]],
        );
    }
}
