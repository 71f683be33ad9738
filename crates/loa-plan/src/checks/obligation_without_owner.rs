//! An obligation has no owner.
//!
//! # Why it matters
//! What is everybody's business is nobody's: the obligation appears on no agency's list of duties and is never checked.
//!
//! # Source
//! Own judgement: what is everybody's business is nobody's.
//!
//! # Example
//! ```toml
//! [[obligations]]
//! id = "dang-tai-lieu"
//! title = "Đăng tài liệu hướng dẫn"
//! ```

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule = Rule {
    name: "obligation-without-owner",
    severity: Severity::Error,
    about: about!("obligation_without_owner.rs"),
    check,
};

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let obligations = plan.obligations.iter().enumerate();
    obligations
        .filter(|(_, obligation)| obligation.owners.is_empty())
        .map(|(i, obligation)| {
            RULE.finding(
                format!("obligations[{i}].owners"),
                format!("obligation `{}` has no owner", obligation.id),
                "write owners = [\"…\"] with ids from [[actors]]; a group stands for all its members",
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
    fn an_obligation_of_nobody_is_reported() {
        check(
            &RULE,
            "[[obligations]]\nid = \"dang-bai\"\ntitle = \"Đăng bài\"",
            &expect![[r#"
            error: obligation `dang-bai` has no owner (obligations[0].owners)
              help: write owners = ["…"] with ids from [[actors]]; a group stands for all its members"#]],
        );
    }
}
