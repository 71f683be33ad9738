//! A guide does not say first what to prepare.
//!
//! # Why it matters
//! Somebody who finds at the fifth step that a paper is missing has done four steps for nothing, and a page that is
//! left open for an hour signs them out. That nobody knows what is needed may be said; it is good to know.
//!
//! # Source
//! Own judgement: what a step needs is said before the first one.
//!
//! # Example
//! ```markdown
//! +++
//! needs = []
//! +++
//! ```

use chrono::NaiveDate;
use loa_plan::{Finding, Known, Severity};

use super::{Rule, about};
use crate::Guide;

pub(super) const RULE: Rule = Rule::new("guide-needs-first", Severity::Warning, about!("guide_needs_first.rs"), check);

fn check(guide: &Guide, _: NaiveDate) -> Vec<Finding> {
    let help = "list under `needs` what must be ready, or say `needs = { unknown = \"why\" }`";
    match &guide.needs {
        Some(Known::Is(needs)) if !needs.is_empty() => Vec::new(),
        Some(Known::Unknown { unknown }) => {
            let message = format!("what to prepare is said to be unknown: {}", unknown.get("vi").trim_end_matches('.'));
            vec![RULE.finding_as(Severity::Info, "needs", message, "write it under `needs` when it is known")]
        }
        _ => vec![RULE.finding("needs", "the guide does not say what to prepare", help)],
    }
}

#[cfg(all(test, feature = "markdown"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn what_to_prepare_is_given_or_said_to_be_unknown() {
        check(&RULE, "", &expect![[""]]);
        check(
            &RULE,
            "+++\nneeds =\n+++\n",
            &expect![[r#"
            warning: the guide does not say what to prepare (needs)
              help: list under `needs` what must be ready, or say `needs = { unknown = "why" }`"#]],
        );
        check(
            &RULE,
            "+++\nneeds = []\n+++\n",
            &expect![[r#"
            warning: the guide does not say what to prepare (needs)
              help: list under `needs` what must be ready, or say `needs = { unknown = "why" }`"#]],
        );
        check(
            &RULE,
            "+++\nneeds = { unknown = \"Chỉ biết tên.\" }\n+++\n",
            &expect![[r#"
                info: what to prepare is said to be unknown: Chỉ biết tên (needs)
                  help: write it under `needs` when it is known"#]],
        );
    }
}
