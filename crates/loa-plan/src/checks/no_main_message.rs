//! The plan has no main message.
//!
//! # Why it matters
//! The main message is shown always and to everybody, also in days and for people that no other message is meant for.
//! Without one a widget may have nothing to say.
//!
//! # Source
//! Kế hoạch 40/KH-UBND of Hanoi (12/02/2025), which sets one main message above those for each audience.
//!
//! # Example
//! ```toml
//! [[messages]]
//! id = "nop-tai-nha"
//! text = "Nộp hồ sơ tại nhà"
//! ```

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule =
    Rule { name: "no-main-message", severity: Severity::Warning, about: about!("no_main_message.rs"), check };

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    if plan.messages.iter().any(|message| message.main) {
        return Vec::new();
    }
    vec![RULE.finding(
        "messages",
        "the plan has no main message",
        "write main = true into the message that everybody should always see",
    )]
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn a_plan_without_a_main_message_is_reported() {
        check(
            &RULE,
            "[[messages]]\nid = \"chao\"\ntext = \"Xin chào\"\nmain = false",
            &expect![[r#"
            warning: the plan has no main message (messages)
              help: write main = true into the message that everybody should always see"#]],
        );
    }
}
