//! A holiday or a make-up day does not say where it comes from.
//!
//! # Why it matters
//! The days change every year by a decision of the Prime Minister, and nobody could check a deadline without it.
//!
//! # Source
//! Bộ luật Lao động 2019, Điều 112 khoản 3: the Prime Minister decides the days each year.
//!
//! # Example
//! ```toml
//! year = 2026
//!
//! [[holidays]]
//! title = "Tết Dương lịch"
//! from = 2026-01-01
//! ```

use loa_plan::{Finding, Severity};

use super::{Check, Rule, about};
use crate::calendar::HolidayYear;

pub(super) const RULE: Rule =
    Rule::new("holiday-without-source", Severity::Warning, about!("holiday_without_source.rs"), Check::Holidays(check));

fn check(year: &HolidayYear) -> Vec<Finding> {
    let holidays = year.holidays.iter().enumerate().filter(|(_, day)| day.source.is_none());
    let made_up = year.make_up_days.iter().enumerate().filter(|(_, day)| day.source.is_none());
    let holidays = holidays.map(|(i, day)| (format!("holidays[{i}]"), day.from));
    let made_up = made_up.map(|(i, day)| (format!("make_up_days[{i}]"), day.day));
    holidays
        .chain(made_up)
        .map(|(path, day)| {
            let help = "add `source = \"…\"` with the id of a document under `[[sources]]` here or in the plan";
            RULE.finding(path, format!("the day `{day}` does not say where it comes from"), help)
        })
        .collect()
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn each_day_names_its_source() {
        let file = |source: &str| {
            format!(
                "year = 2026\n[[holidays]]\ntitle = \"Tết\"\nfrom = 2026-01-01\n{source}\n\
                 [[make_up_days]]\nday = 2026-01-10\n{source}\n"
            )
        };
        check(&RULE, &file("source = \"vpcp\""), &expect![[""]]);
        check(
            &RULE,
            &file(""),
            &expect![[r#"
            warning: the day `2026-01-01` does not say where it comes from (holidays[0])
              help: add `source = "…"` with the id of a document under `[[sources]]` here or in the plan
            warning: the day `2026-01-10` does not say where it comes from (make_up_days[0])
              help: add `source = "…"` with the id of a document under `[[sources]]` here or in the plan"#]],
        );
    }
}
