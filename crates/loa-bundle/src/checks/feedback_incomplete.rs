//! A campaign has doors for feedback and no consents, or consents and no doors.
//!
//! # Why it matters
//! A form without consents may not keep what people write; consents without a form are shown nowhere.
//!
//! # Source
//! Luật 91/2025/QH15, Điều 9: personal data is used with consent.
//!
//! # Example
//! `routes.toml` without `consents.toml`.

use loa_plan::Severity;

use super::{Located, Rule, about};
use crate::campaign::Campaign;
use crate::campaign::feedback::{CONSENTS, ROUTES};

pub(super) const RULE: Rule =
    Rule::new("feedback-incomplete", Severity::Error, about!("feedback_incomplete.rs"), check);

fn check(campaign: &Campaign) -> Vec<Located> {
    let missing = match (campaign.feedback().routes(), campaign.feedback().consents()) {
        (Some(_), None) => (ROUTES, CONSENTS),
        (None, Some(_)) => (CONSENTS, ROUTES),
        _ => return Vec::new(),
    };
    let (present, missing) = missing;
    let message = format!("there is a `{present}` and no `{missing}`; a form for feedback needs both");
    vec![Located::whole(RULE.finding("", message, format!("add `{missing}`, or remove `{present}`")), present)]
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::{GUIDE, PLAN, check};

    #[test]
    fn doors_and_consents_go_together() {
        let files = [("plan.toml", PLAN), ("guides/khai-sinh.md", GUIDE)];
        let (routes, consents) = (("routes.toml", "format = 1\n"), ("consents.toml", "format = 1\n"));
        check(&RULE, &files, &expect![[""]]);
        check(&RULE, &[&files[..], &[routes, consents]].concat(), &expect![[""]]);
        check(
            &RULE,
            &[&files[..], &[routes]].concat(),
            &expect![[r#"
            routes.toml:1:1: error: there is a `routes.toml` and no `consents.toml`; a form for feedback needs both
              help: add `consents.toml`, or remove `routes.toml`"#]],
        );
        check(
            &RULE,
            &[&files[..], &[consents]].concat(),
            &expect![[r#"
            consents.toml:1:1: error: there is a `consents.toml` and no `routes.toml`; a form for feedback needs both
              help: add `routes.toml`, or remove `consents.toml`"#]],
        );
    }
}
