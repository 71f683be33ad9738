//! A message is for nobody.
//!
//! # Why it matters
//! Messages are shown to the audience that they are for; one without an audience is never shown.
//! Only the main message needs none.
//!
//! # Source
//! UK Government Communication Service, OASIS (audience).
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
    name: "message-without-audience",
    severity: Severity::Warning,
    about: about!("message_without_audience.rs"),
    check,
};

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let messages = plan.messages.iter().enumerate();
    messages
        .filter(|(_, message)| !message.main && message.audiences.is_empty())
        .map(|(i, message)| {
            RULE.finding(
                format!("messages[{i}].audiences"),
                format!("message `{}` is for no audience, so nobody is shown it", message.id),
                "write audiences = [\"…\"] with ids from [[audiences]], or main = true when it is for everybody",
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
    fn a_message_for_nobody_is_reported_unless_it_is_the_main_one() {
        check(
            &RULE,
            r#"
[[messages]]
id = "chinh"
text = "Tận tâm"
main = true
[[messages]]
id = "le-loi"
text = "Xin chào"
"#,
            &expect![[r#"
                warning: message `le-loi` is for no audience, so nobody is shown it (messages[1].audiences)
                  help: write audiences = ["…"] with ids from [[audiences]], or main = true when it is for everybody"#]],
        );
    }
}
