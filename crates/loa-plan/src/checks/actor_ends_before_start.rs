//! An actor ends before it begins.
//!
//! # Why it matters
//! Such an actor never exists: nobody has its obligations, and no share counts it.
//!
//! # Source
//! Own judgement: these dates exclude each other.
//!
//! # Example
//! ```toml
//! [[actors]]
//! id = "phuong"
//! kind = "commune"
//! title = "Phường"
//! from = 2025-07-01
//! until = 2025-06-30
//! ```

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule = Rule {
    name: "actor-ends-before-start",
    severity: Severity::Error,
    about: about!("actor_ends_before_start.rs"),
    check,
};

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (i, actor) in plan.actors.iter().enumerate() {
        if let (Some(from), Some(until)) = (actor.from, actor.until)
            && until < from
        {
            findings.push(RULE.finding(
                format!("actors[{i}].until"),
                format!("actor `{}` exists until `{until}`, which is before its first day `{from}`", actor.id),
                "correct one of the two, or leave out the one that is not known",
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
    fn an_actor_that_ends_before_it_begins_is_reported() {
        check(
            &RULE,
            r#"
[[actors]]
id = "phuong"
kind = "commune"
title = "Phường"
from = 2025-07-01
until = 2025-06-30
[[actors]]
id = "quan"
kind = "district"
title = "Quận"
until = 2025-06-30
"#,
            &expect![[r#"
                error: actor `phuong` exists until `2025-06-30`, which is before its first day `2025-07-01` (actors[0].until)
                  help: correct one of the two, or leave out the one that is not known"#]],
        );
    }
}
