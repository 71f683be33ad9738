//! An obligation is due on a day on which it does not hold.
//!
//! # Why it matters
//! A list of duties tells each agency what is due and what is overdue; dates that exclude each other make it wrong
//! for everybody who has this obligation. Where an obligation has no `starts` or `ends` of its own, the plan's hold here;
//! one that goes on after the plan says so, with `ends = 2026-12-31` or `ends = { unknown = "why" }`.
//!
//! # Source
//! Own judgement: these dates exclude each other.
//!
//! # Example
//! ```toml
//! ends = 2025-12-31
//! [[obligations]]
//! id = "dang-tai-lieu"
//! title = "Đăng tài liệu hướng dẫn"
//! due = 2026-03-31
//! ```

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Finding, Known, Obligation, Plan, Severity};

pub(super) const RULE: Rule =
    Rule { name: "obligation-dates", severity: Severity::Error, about: about!("obligation_dates.rs"), check };

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    // Without a period of the plan nothing can be said about one of its obligations.
    if plan.ends < plan.starts {
        return Vec::new();
    }
    plan.obligations.iter().enumerate().filter_map(|(i, obligation)| dates(plan, i, obligation)).collect()
}

fn dates(plan: &Plan, i: usize, obligation: &Obligation) -> Option<Finding> {
    let id = &obligation.id;
    let own = |given: Option<NaiveDate>| if given.is_some() { "" } else { ", as the plan does," };
    let (starts, own_end) = (obligation.starts.unwrap_or(plan.starts), obligation.ends.as_ref().and_then(Known::get));
    // Whether dates exclude each other cannot be said where the last one is not known.
    let ends = match &obligation.ends {
        Some(ends) => ends.get().copied(),
        None => Some(plan.ends),
    };
    if let Some(ends) = ends.filter(|ends| *ends < starts) {
        let (key, help) = match (obligation.starts, own_end) {
            (Some(_), None) => ("starts", format!("write ends = … with the last day on which `{id}` holds")),
            (None, Some(_)) => ("ends", format!("write starts = … with the first day on which `{id}` holds")),
            _ => ("ends", "correct one of the two; dates are written year-month-day".to_owned()),
        };
        return Some(RULE.finding(
            format!("obligations[{i}].{key}"),
            format!(
                "obligation `{id}` ends{} on `{ends}`, before it starts{} on `{starts}`",
                own(own_end.copied()),
                own(obligation.starts)
            ),
            help,
        ));
    }
    let due = *obligation.due.as_ref().and_then(Known::get)?;
    let path = format!("obligations[{i}].due");
    if due < starts {
        return Some(RULE.finding(
            path,
            format!("obligation `{id}` is due on `{due}`, before it starts{} on `{starts}`", own(obligation.starts)),
            "let it be due later, or write starts = … with an earlier day",
        ));
    }
    let ends = ends.filter(|ends| due > *ends)?;
    let (what, help) = match own_end {
        Some(_) => ("it", "let it be due earlier, or write ends = … with a later day"),
        None => (
            "the plan",
            "let it be due earlier, or say that it holds on: ends = … with a later day, or ends = { unknown = \"why\" }",
        ),
    };
    Some(RULE.finding(path, format!("obligation `{id}` is due on `{due}`, after {what} ends on `{ends}`"), help))
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn dates_that_exclude_each_other_are_reported() {
        check(
            &RULE,
            r#"
[[obligations]]
id = "nguoc"
title = "Ngược"
starts = 2025-05-01
ends = 2025-04-01
[[obligations]]
id = "sau-ke-hoach"
title = "Sau kế hoạch"
starts = 2026-07-01
[[obligations]]
id = "truoc-ke-hoach"
title = "Trước kế hoạch"
ends = 2024-07-01
[[obligations]]
id = "som"
title = "Sớm"
starts = 2025-05-01
due = 2025-04-30
[[obligations]]
id = "muon"
title = "Muộn"
due = 2026-01-01
[[obligations]]
id = "sau-ngay-cuoi"
title = "Sau ngày cuối"
due = 2025-06-02
ends = 2025-06-01
"#,
            &expect![[r#"
                error: obligation `nguoc` ends on `2025-04-01`, before it starts on `2025-05-01` (obligations[0].ends)
                  help: correct one of the two; dates are written year-month-day
                error: obligation `sau-ke-hoach` ends, as the plan does, on `2025-12-31`, before it starts on `2026-07-01` (obligations[1].starts)
                  help: write ends = … with the last day on which `sau-ke-hoach` holds
                error: obligation `truoc-ke-hoach` ends on `2024-07-01`, before it starts, as the plan does, on `2025-01-01` (obligations[2].ends)
                  help: write starts = … with the first day on which `truoc-ke-hoach` holds
                error: obligation `som` is due on `2025-04-30`, before it starts on `2025-05-01` (obligations[3].due)
                  help: let it be due later, or write starts = … with an earlier day
                error: obligation `muon` is due on `2026-01-01`, after the plan ends on `2025-12-31` (obligations[4].due)
                  help: let it be due earlier, or say that it holds on: ends = … with a later day, or ends = { unknown = "why" }
                error: obligation `sau-ngay-cuoi` is due on `2025-06-02`, after it ends on `2025-06-01` (obligations[5].due)
                  help: let it be due earlier, or write ends = … with a later day"#]],
        );
    }

    #[test]
    fn an_obligation_that_outlives_the_plan_is_fine_when_it_says_so() {
        check(
            &RULE,
            r#"
[[obligations]]
id = "theo-luat"
title = "Theo luật"
starts = 2026-07-01
due = 2026-07-01
ends = 2028-12-31
[[obligations]]
id = "chua-ro"
title = "Chưa rõ"
due = { unknown = "luật không nêu hạn" }
[[obligations]]
id = "khong-ro-ngay-cuoi"
title = "Không rõ ngày cuối"
starts = 2026-07-01
due = 2027-07-01
ends = { unknown = "luật không nêu ngày hết hiệu lực" }
"#,
            &expect![[r#""#]],
        );
    }
}
