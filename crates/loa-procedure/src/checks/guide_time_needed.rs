//! A guide does not say how long it takes.
//!
//! # Why it matters
//! People begin when they know that they can finish. That nobody has measured it may be said; it is good to know.
//!
//! # Source
//! Own judgement: whoever begins wants to know when it ends.
//!
//! # Example
//! ```markdown
//! +++
//! minutes =
//! +++
//! ```

use chrono::NaiveDate;
use loa_plan::{Finding, Known, Severity};

use super::{Rule, about};
use crate::Guide;

pub(super) const RULE: Rule = Rule::new("guide-time-needed", Severity::Warning, about!("guide_time_needed.rs"), check);

fn check(guide: &Guide, _: NaiveDate) -> Vec<Finding> {
    match &guide.minutes {
        Some(Known::Is(_)) => Vec::new(),
        Some(Known::Unknown { unknown }) => {
            let message = format!(
                "the time that the guide takes is said to be unknown: {}",
                unknown.get("vi").trim_end_matches('.')
            );
            let help = "watch three people use the guide, and write the middle one of their times as `minutes`";
            vec![RULE.finding_as(Severity::Info, "minutes", message, help)]
        }
        None => vec![RULE.finding(
            "minutes",
            "the guide does not say how long it takes",
            "write `minutes = 20`, or `minutes = { unknown = \"why\" }`",
        )],
    }
}

#[cfg(all(test, feature = "markdown"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn the_time_is_given_or_said_to_be_unknown() {
        check(&RULE, "", &expect![[""]]);
        check(
            &RULE,
            "+++\nminutes =\n+++\n",
            &expect![[r#"
            warning: the guide does not say how long it takes (minutes)
              help: write `minutes = 20`, or `minutes = { unknown = "why" }`"#]],
        );
        check(
            &RULE,
            "+++\nminutes = { unknown = \"Chưa đo.\" }\n+++\n",
            &expect![[r#"
                info: the time that the guide takes is said to be unknown: Chưa đo (minutes)
                  help: watch three people use the guide, and write the middle one of their times as `minutes`"#]],
        );
    }
}
