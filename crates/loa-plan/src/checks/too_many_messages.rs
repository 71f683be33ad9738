//! An audience gets more than five key messages.
//!
//! # Why it matters
//! People remember a few messages, not a dozen. Plans with ten or twelve "key" messages are what the UK Government
//! Communication Service finds fault with in its own plans: keep it short. The main message does not count.
//!
//! # Source
//! UK Government Communication Service; that five is the limit is own judgement.
//!
//! # Example
//! ```toml
//! [[messages]]
//! id = "mot"
//! text = "Một"
//! audiences = ["nguoi-dan"]
//! [[messages]]
//! id = "hai"
//! text = "Hai"
//! audiences = ["nguoi-dan"]
//! [[messages]]
//! id = "ba"
//! text = "Ba"
//! audiences = ["nguoi-dan"]
//! [[messages]]
//! id = "bon"
//! text = "Bốn"
//! audiences = ["nguoi-dan"]
//! [[messages]]
//! id = "nam"
//! text = "Năm"
//! audiences = ["nguoi-dan"]
//! [[messages]]
//! id = "sau"
//! text = "Sáu"
//! audiences = ["nguoi-dan"]
//! [[audiences]]
//! id = "nguoi-dan"
//! kind = "citizen"
//! title = "Người dân"
//! ```

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{AudienceId, Finding, Plan, Severity};

pub(super) const RULE: Rule =
    Rule { name: "too-many-messages", severity: Severity::Warning, about: about!("too_many_messages.rs"), check };

/// How many messages for one audience are still few.
const MOST: usize = 5;

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let mut counts: HashMap<&AudienceId, usize> = HashMap::new();
    for message in plan.messages.iter().filter(|message| !message.main) {
        for audience in &message.audiences {
            *counts.entry(audience).or_default() += 1;
        }
    }
    let audiences = plan.audiences.iter().enumerate();
    audiences
        .filter_map(|(i, audience)| {
            let count = counts.get(&audience.id).copied().filter(|count| *count > MOST)?;
            Some(RULE.finding(
                format!("audiences[{i}]"),
                format!("audience `{}` gets {count} messages, expected at most {MOST}", audience.id),
                "keep the ones that people should remember, and turn the others into topics or guides",
            ))
        })
        .collect()
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    fn plan_with(count: usize) -> String {
        let mut text = "[[audiences]]\nid = \"a\"\nkind = \"citizen\"\ntitle = \"A\"\n".to_owned();
        for n in 0..count {
            text.push_str(&format!("[[messages]]\nid = \"m{n}\"\ntext = \"M\"\naudiences = [\"a\"]\n"));
        }
        text + "[[messages]]\nid = \"chinh\"\ntext = \"M\"\nmain = true\naudiences = [\"a\"]\n"
    }

    #[test]
    fn six_messages_are_too_many() {
        check(
            &RULE,
            &plan_with(6),
            &expect![[r#"
            warning: audience `a` gets 6 messages, expected at most 5 (audiences[0])
              help: keep the ones that people should remember, and turn the others into topics or guides"#]],
        );
    }

    #[test]
    fn five_messages_and_the_main_one_are_fine() {
        check(&RULE, &plan_with(5), &expect![[r#""#]]);
    }
}
