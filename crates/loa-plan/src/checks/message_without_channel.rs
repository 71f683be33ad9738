//! A message goes out by no channel.
//!
//! # Why it matters
//! A message without a channel stays on paper: nobody knows who has to publish it where.
//! Agencies must make the list of their channels known (Nghị định 224/2026/NĐ-CP, Điều 10 khoản 3).
//!
//! # Source
//! Nghị định 224/2026/NĐ-CP, Điều 10 khoản 3: agencies publish the list of their channels.
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

pub(super) const RULE: Rule = Rule {
    name: "message-without-channel",
    severity: Severity::Warning,
    about: about!("message_without_channel.rs"),
    check,
};

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let messages = plan.messages.iter().enumerate();
    messages
        .filter(|(_, message)| message.channels.is_empty())
        .map(|(i, message)| {
            RULE.finding(
                format!("messages[{i}].channels"),
                format!("message `{}` goes out by no channel", message.id),
                "write channels = [\"…\"] with ids from [[channels]]",
            )
        })
        .collect()
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn a_message_without_a_channel_is_reported() {
        check(
            &RULE,
            "[[messages]]\nid = \"chao\"\ntext = \"Xin chào\"\nmain = true",
            &expect![[r#"
            warning: message `chao` goes out by no channel (messages[0].channels)
              help: write channels = ["…"] with ids from [[channels]]"#]],
        );
    }
}
