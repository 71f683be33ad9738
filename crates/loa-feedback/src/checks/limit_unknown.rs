//! No limit for an answer is known, so an answer is never shown as late.
//!
//! # Why it matters
//! A board that shows nothing late although people wait promises too much; and a limit that nobody set must not be made up.
//!
//! # Source
//! Nghị định 20/2008/NĐ-CP has no limit for the answer as a whole; agencies set their own.
//!
//! # Example
//! ```toml
//! [limits]
//! accept_hours = 8
//! ```

use loa_plan::{Finding, Known, Severity};

use super::{Check, Rule, about};
use crate::routes::Routes;

pub(super) const RULE: Rule =
    Rule::new("limit-unknown", Severity::Info, about!("limit_unknown.rs"), Check::Routes(check));

fn check(routes: &Routes) -> Vec<Finding> {
    let message = match &routes.limits.answer_days {
        Some(Known::Is(_)) => return Vec::new(),
        Some(Known::Unknown { unknown }) => {
            format!("the limit for an answer is not known: {}", unknown.to_string().trim_end_matches('.'))
        }
        None => "there is no limit for an answer, so none is ever shown as late".to_owned(),
    };
    let help = "write `answer_days` under `[limits]` when the agency has set it, or `{ unknown = \"why\" }`";
    vec![RULE.finding("limits.answer_days", message, help)]
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn a_limit_that_nobody_set_is_said() {
        check(&RULE, "[limits]\nanswer_days = 15\n", &expect![[""]]);
        check(
            &RULE,
            "[limits]\nanswer_days = { unknown = \"Chưa có văn bản.\" }\n",
            &expect![[r#"
            info: the limit for an answer is not known: Chưa có văn bản (limits.answer_days)
              help: write `answer_days` under `[limits]` when the agency has set it, or `{ unknown = "why" }`"#]],
        );
        check(
            &RULE,
            "",
            &expect![[r#"
            info: there is no limit for an answer, so none is ever shown as late (limits.answer_days)
              help: write `answer_days` under `[limits]` when the agency has set it, or `{ unknown = "why" }`"#]],
        );
    }
}
