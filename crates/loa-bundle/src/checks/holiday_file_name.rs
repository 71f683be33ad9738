//! The file of a year of holidays is not named after its year.
//!
//! # Why it matters
//! Whoever adds the next year looks at the names, and two files of one year would both count.
//!
//! # Source
//! Own judgement: one name for one thing.
//!
//! # Example
//! `holidays/moi.toml` with `year = 2026`.

use loa_plan::Severity;

use super::{Located, Rule, about};
use crate::campaign::Campaign;

pub(super) const RULE: Rule = Rule::new("holiday-file-name", Severity::Warning, about!("holiday_file_name.rs"), check);

fn check(campaign: &Campaign) -> Vec<Located> {
    let years = campaign.feedback().years().iter();
    years
        .map(|(year, file)| (year, file, format!("holidays/{}.toml", year.year)))
        .filter(|(_, file, expected)| file.name() != expected)
        .map(|(year, file, expected)| {
            let message = format!("the file of the year `{}` has another name than the year", year.year);
            Located::new(RULE.finding("year", message, format!("rename it to `{expected}`, or correct the year")), file)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::{GUIDE, PLAN, check};

    #[test]
    fn a_file_with_another_name_is_reported() {
        let files = [("plan.toml", PLAN), ("guides/khai-sinh.md", GUIDE)];
        let year = "format = 1\nyear = 2026\n";
        check(&RULE, &[&files[..], &[("holidays/2026.toml", year)]].concat(), &expect![[""]]);
        check(
            &RULE,
            &[&files[..], &[("holidays/moi.toml", year)]].concat(),
            &expect![[r#"
            holidays/moi.toml:2:8: warning: the file of the year `2026` has another name than the year
              help: rename it to `holidays/2026.toml`, or correct the year"#]],
        );
    }
}
