//! A make-up working day is also a holiday, is a working day anyway, or makes up for no holiday.
//!
//! # Why it matters
//! One of the two is a slip, and deadlines would be a day off.
//!
//! # Source
//! Make-up days lie on the weekly days off (Bộ luật Lao động 2019, Điều 111 và Điều 112; the Prime Minister names them each year).
//!
//! # Example
//! ```toml
//! year = 2026
//!
//! [[holidays]]
//! title = "Quốc khánh"
//! from = 2026-09-01
//! until = 2026-09-02
//!
//! [[make_up_days]]
//! day = 2026-09-02
//! ```

use chrono::NaiveDate;
use loa_plan::{Finding, Severity};

use super::{Check, Rule, about};
use crate::calendar::{HolidayYear, Weekday};

pub(super) const RULE: Rule =
    Rule::new("make-up-day", Severity::Error, about!("make_up_day.rs"), Check::Holidays(check));

fn check(year: &HolidayYear) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (i, made_up) in year.make_up_days.iter().enumerate() {
        let (day, path) = (made_up.day, format!("make_up_days[{i}].day"));
        let off = year.holidays.iter().find(|holiday| (holiday.from..=holiday.last()).contains(&day));
        if let Some(holiday) = off {
            let message = format!("`{day}` is a make-up working day and a day off for \"{}\"", holiday.title);
            findings.push(RULE.finding(path, message, "keep one of the two; as it is, the day counts as off"));
        } else if !matches!(Weekday::of(day), Weekday::Saturday | Weekday::Sunday) {
            let message = format!("`{day}` is a {}, on which offices work anyway", Weekday::of(day));
            let help = "correct the day; make-up days are Saturdays and Sundays";
            findings.push(RULE.finding_as(Severity::Warning, path, message, help));
        }
        let is_off =
            |day: NaiveDate| year.holidays.iter().any(|holiday| (holiday.from..=holiday.last()).contains(&day));
        if let Some(instead) = made_up.instead_of.filter(|day| !is_off(*day)) {
            let message = format!("`{day}` makes up for `{instead}`, which is in no holiday of this file");
            let help = "correct the day, or add it to the holiday that it belongs to";
            findings.push(RULE.finding(format!("make_up_days[{i}].instead_of"), message, help));
        }
    }
    findings
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn a_make_up_day_is_a_day_off_by_the_week_alone() {
        let holiday = "year = 2026\n[[holidays]]\ntitle = \"Quốc khánh\"\nfrom = 2026-08-29\nuntil = 2026-09-02\n";
        let file = |day: &str| format!("{holiday}[[make_up_days]]\nday = {day}\n");
        check(&RULE, &file("2026-08-22"), &expect![[""]]);
        check(
            &RULE,
            &file("2026-08-30"),
            &expect![[r#"
            error: `2026-08-30` is a make-up working day and a day off for "Quốc khánh" (make_up_days[0].day)
              help: keep one of the two; as it is, the day counts as off"#]],
        );
        check(
            &RULE,
            &file("2026-08-21"),
            &expect![[r#"
            warning: `2026-08-21` is a friday, on which offices work anyway (make_up_days[0].day)
              help: correct the day; make-up days are Saturdays and Sundays"#]],
        );
        check(&RULE, &(file("2026-08-22") + "instead_of = 2026-08-31\n"), &expect![[""]]);
        check(
            &RULE,
            &(file("2026-08-22") + "instead_of = 2026-09-03\n"),
            &expect![[r#"
            error: `2026-08-22` makes up for `2026-09-03`, which is in no holiday of this file (make_up_days[0].instead_of)
              help: correct the day, or add it to the holiday that it belongs to"#]],
        );
    }
}
