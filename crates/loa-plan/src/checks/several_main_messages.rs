//! The plan has more than one main message.
//!
//! # Why it matters
//! The main message is the one that everybody sees first; with two of them nobody can tell which that is.
//!
//! # Source
//! Kế hoạch 40/KH-UBND of Hanoi (12/02/2025), which sets one main message.
//!
//! # Example
//! ```toml
//! [[messages]]
//! id = "thong-minh"
//! text = "Hành chính thông minh"
//! main = true
//! [[messages]]
//! id = "tan-tam"
//! text = "Tận tâm phục vụ"
//! main = true
//! ```

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule =
    Rule { name: "several-main-messages", severity: Severity::Error, about: about!("several_main_messages.rs"), check };

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let mut main = plan.messages.iter().enumerate().filter(|(_, message)| message.main);
    let Some((_, first)) = main.next() else { return Vec::new() };
    main.map(|(i, message)| {
        RULE.finding(
            format!("messages[{i}].main"),
            format!("message `{}` is a second main message besides `{}`", message.id, first.id),
            "delete the line main = true in one of them, and write its audiences = [\"…\"] instead",
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
    fn each_further_main_message_is_reported() {
        check(
            &RULE,
            r#"
[[messages]]
id = "mot"
text = "Một"
main = true
[[messages]]
id = "hai"
text = "Hai"
[[messages]]
id = "ba"
text = "Ba"
main = true
"#,
            &expect![[r#"
                error: message `ba` is a second main message besides `mot` (messages[2].main)
                  help: delete the line main = true in one of them, and write its audiences = ["…"] instead"#]],
        );
    }
}
