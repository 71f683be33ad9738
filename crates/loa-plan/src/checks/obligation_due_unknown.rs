//! An obligation has no day by which it must be met.
//!
//! # Why it matters
//! Without a day it is never overdue. Some laws name none; that is said with its reason and noted here, so that it is
//! not overlooked when a later document sets one.
//!
//! # Source
//! Own judgement: what has no day is never late.
//!
//! # Example
//! ```toml
//! [[obligations]]
//! id = "cong-khai-ket-qua"
//! title = "Công khai kết quả xử lý phản ánh"
//! due = { unknown = "Nghị định không nêu hạn." }
//! ```

use chrono::NaiveDate;

use super::unknowns::reason;
use super::{Rule, about};
use crate::{Finding, Known, Plan, Severity};

pub(super) const RULE: Rule = Rule {
    name: "obligation-due-unknown",
    severity: Severity::Info,
    about: about!("obligation_due_unknown.rs"),
    check,
};

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (i, obligation) in plan.obligations.iter().enumerate() {
        let id = &obligation.id;
        let (message, help) = match &obligation.due {
            Some(Known::Is(_)) => continue,
            Some(Known::Unknown { unknown }) => (
                format!("the day by which obligation `{id}` must be met is not known: {}", reason(unknown)),
                format!("write due = … once it is known, for example due = {}", plan.ends),
            ),
            None => (
                format!("obligation `{id}` does not say by when it must be met"),
                format!("write for example due = {}, or due = {{ unknown = \"why\" }}", plan.ends),
            ),
        };
        findings.push(RULE.finding(format!("obligations[{i}].due"), message, help));
    }
    findings
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn an_obligation_without_a_day_is_noted() {
        check(
            &RULE,
            r#"
[[obligations]]
id = "im"
title = "Im"
[[obligations]]
id = "noi"
title = "Nói"
due = { unknown = "Nghị định không nêu hạn." }
[[obligations]]
id = "du"
title = "Đủ"
due = 2025-12-31
"#,
            &expect![[r#"
                info: obligation `im` does not say by when it must be met (obligations[0].due)
                  help: write for example due = 2025-12-31, or due = { unknown = "why" }
                info: the day by which obligation `noi` must be met is not known: Nghị định không nêu hạn (obligations[1].due)
                  help: write due = … once it is known, for example due = 2025-12-31"#]],
        );
    }
}
