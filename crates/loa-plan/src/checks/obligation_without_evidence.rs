//! An obligation does not say what would show that it is met.
//!
//! # Why it matters
//! Without evidence nobody can check it, neither a program nor a person, and a report at the end has nothing to stand on.
//!
//! # Source
//! Own judgement: what cannot be shown cannot be checked.
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
    name: "obligation-without-evidence",
    severity: Severity::Warning,
    about: about!("obligation_without_evidence.rs"),
    check,
};

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let obligations = plan.obligations.iter().enumerate();
    obligations
        .filter(|(_, obligation)| obligation.evidence.is_empty())
        .map(|(i, obligation)| {
            RULE.finding(
                format!("obligations[{i}].evidence"),
                format!("obligation `{}` does not say what shows that it is met", obligation.id),
                "write for example evidence = [{ kind = \"document\" }], or { kind = \"other\" } when a person must judge",
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
    fn an_obligation_that_nothing_can_show_is_reported() {
        check(
            &RULE,
            "[[obligations]]\nid = \"dang-bai\"\ntitle = \"Đăng bài\"",
            &expect![[r#"
            warning: obligation `dang-bai` does not say what shows that it is met (obligations[0].evidence)
              help: write for example evidence = [{ kind = "document" }], or { kind = "other" } when a person must judge"#]],
        );
    }
}
