//! It is not known whether offices work on a day.
//!
//! # Why it matters
//! The day counts as if it were not in the file, so a deadline may be a day early.
//!
//! # Source
//! Own judgement: what is unknown is said.
//!
//! # Example
//! ```toml
//! year = 2026
//!
//! [[unsure]]
//! day = 2026-11-24
//! why = "Chưa thấy luật."
//! ```

use loa_plan::{Finding, Severity};

use super::{Check, Rule, about};
use crate::calendar::HolidayYear;

pub(super) const RULE: Rule =
    Rule::new("holiday-unsure", Severity::Info, about!("holiday_unsure.rs"), Check::Holidays(check));

fn check(year: &HolidayYear) -> Vec<Finding> {
    let unsure = year.unsure.iter().enumerate();
    unsure
        .map(|(i, unsure)| {
            let why = unsure.why.to_string();
            let why = why.trim_end_matches('.');
            let message = format!("it is not known whether offices work on `{}`: {why}", unsure.day);
            let help = "once it is decided, delete the entry, or move the day to `[[holidays]]` with its source";
            RULE.finding(format!("unsure[{i}].day"), message, help)
        })
        .collect()
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn a_day_of_which_nobody_knows_is_said() {
        check(&RULE, "year = 2026\n", &expect![[""]]);
        check(
            &RULE,
            "year = 2026\n[[unsure]]\nday = 2026-11-24\nwhy = \"Chưa thấy luật.\"\n",
            &expect![[r#"
            info: it is not known whether offices work on `2026-11-24`: Chưa thấy luật (unsure[0].day)
              help: once it is decided, delete the entry, or move the day to `[[holidays]]` with its source"#]],
        );
    }
}
