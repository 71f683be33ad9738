//! Two entries of a list have the same id.
//!
//! # Why it matters
//! Everything in a plan points at other parts by their ids.
//! When two entries share one, nobody can tell which of them is meant.
//!
//! # Source
//! Own judgement: an id that names two things names neither.
//!
//! # Example
//! ```toml
//! [[topics]]
//! id = "cach-lam"
//! kind = "how-to"
//! title = "Hướng dẫn"
//! [[topics]]
//! id = "cach-lam"
//! kind = "safety"
//! title = "An toàn"
//! ```

use std::collections::HashMap;

use chrono::NaiveDate;

use super::list::List;
use super::{Rule, about};
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule =
    Rule { name: "duplicate-id", severity: Severity::Error, about: about!("duplicate_id.rs"), check };

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    for list in List::ALL {
        let mut first = HashMap::new();
        for (i, id) in list.ids(plan).into_iter().enumerate() {
            let known = *first.entry(id).or_insert(i);
            if known != i {
                let (key, entry) = (list.key(), list.entry());
                findings.push(RULE.finding(
                    format!("{key}[{i}].id"),
                    format!(
                        "two {key} have the id `{id}`; the other one is number {} of the {key}, from the top",
                        known + 1
                    ),
                    format!("give this {entry} an id of its own, and write that id wherever this {entry} is meant"),
                ));
            }
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
    fn the_second_entry_with_an_id_is_reported_and_the_first_named() {
        check(
            &RULE,
            r#"
[[topics]]
id = "a"
kind = "how-to"
title = "A"
[[topics]]
id = "b"
kind = "how-to"
title = "B"
[[topics]]
id = "a"
kind = "safety"
title = "A"
"#,
            &expect![[r#"
                error: two topics have the id `a`; the other one is number 1 of the topics, from the top (topics[2].id)
                  help: give this topic an id of its own, and write that id wherever this topic is meant"#]],
        );
    }

    #[test]
    fn entries_of_different_lists_may_share_an_id() {
        check(
            &RULE,
            r#"
[[topics]]
id = "doanh-nghiep"
kind = "policy"
title = "Chính sách"
[[audiences]]
id = "doanh-nghiep"
kind = "business"
title = "Doanh nghiệp"
"#,
            &expect![[r#""#]],
        );
    }
}
