//! A message has no guide behind it.
//!
//! # Why it matters
//! A message that makes people want something and does not show them how is advertising. Hanoi's plan of 2025 asks for
//! substance: it is judged by more people using the services, not by more posts.
//! For a message about how to do something a guide is expected; for others its absence is noted.
//!
//! # Source
//! Kế hoạch 40/KH-UBND of Hanoi (12/02/2025): judged by more users, not by posts.
//!
//! # Example
//! ```toml
//! [[topics]]
//! id = "cach-lam"
//! kind = "how-to"
//! title = "Hướng dẫn sử dụng"
//! [[messages]]
//! id = "khai-sinh"
//! text = "Đăng ký khai sinh trực tuyến"
//! audiences = ["nguoi-dan"]
//! topics = ["cach-lam"]
//! ```

use std::collections::HashSet;

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Finding, Plan, Severity, TopicId, TopicKind};

pub(super) const RULE: Rule = Rule {
    name: "message-without-guide",
    severity: Severity::Warning,
    about: about!("message_without_guide.rs"),
    check,
};

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let how_to: HashSet<&TopicId> =
        plan.topics.iter().filter(|topic| topic.kind == TopicKind::HowTo).map(|topic| &topic.id).collect();
    let mut findings = Vec::new();
    for (i, message) in plan.messages.iter().enumerate() {
        if message.main || !message.guides.is_empty() {
            continue;
        }
        let path = format!("messages[{i}].guides");
        if message.topics.iter().any(|topic| how_to.contains(topic)) {
            findings.push(RULE.finding(
                path,
                format!("message `{}` is about how to do something, and no guide shows how", message.id),
                "write guides = [\"…\"] with the file name of a guide, without .md, in the folder guides",
            ));
        } else {
            findings.push(RULE.finding_as(
                Severity::Info,
                path,
                format!("message `{}` has no guide behind it", message.id),
                "if people can do what it says, write guides = [\"…\"] with the file name of a guide, without .md",
            ));
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
    fn a_message_about_doing_something_needs_a_guide() {
        check(
            &RULE,
            r#"
[[topics]]
id = "cach-lam"
kind = "how-to"
title = "Cách làm"
[[messages]]
id = "chinh"
text = "Tận tâm"
main = true
[[messages]]
id = "lam"
text = "Làm"
topics = ["cach-lam"]
[[messages]]
id = "biet"
text = "Biết"
[[messages]]
id = "du"
text = "Đủ"
topics = ["cach-lam"]
guides = ["khai-sinh"]
"#,
            &expect![[r#"
                warning: message `lam` is about how to do something, and no guide shows how (messages[1].guides)
                  help: write guides = ["…"] with the file name of a guide, without .md, in the folder guides
                info: message `biet` has no guide behind it (messages[2].guides)
                  help: if people can do what it says, write guides = ["…"] with the file name of a guide, without .md"#]],
        );
    }
}
