//! An actor belongs to a group that belongs to the actor.
//!
//! # Why it matters
//! The duties and obligations of a group are those of its members.
//! When the groups go round in a circle, nobody can tell where an obligation comes from.
//!
//! # Source
//! Own judgement: a circle of groups has no beginning.
//!
//! # Example
//! ```toml
//! [[actors]]
//! id = "phuong-a"
//! kind = "commune"
//! title = "Phường A"
//! member_of = "cac-phuong"
//! [[actors]]
//! id = "cac-phuong"
//! kind = "commune"
//! title = "Các phường"
//! member_of = "phuong-a"
//! ```

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{ActorId, Finding, Plan, Severity};

pub(super) const RULE: Rule =
    Rule { name: "member-of-itself", severity: Severity::Error, about: about!("member_of_itself.rs"), check };

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let index: HashMap<&ActorId, usize> = plan.actors.iter().enumerate().map(|(i, actor)| (&actor.id, i)).collect();
    let group = |i: usize| plan.actors[i].member_of.as_ref().and_then(|id| index.get(id)).copied();
    // From which start each actor was reached: meeting the same start again means that the way is a circle.
    let mut reached_from = vec![None; plan.actors.len()];
    let mut findings = Vec::new();
    for start in 0..plan.actors.len() {
        let mut at = Some(start);
        while let Some(i) = at {
            if reached_from[i].is_some() {
                if reached_from[i] == Some(start) {
                    let id = &plan.actors[i].id;
                    findings.push(RULE.finding(
                        format!("actors[{i}].member_of"),
                        format!("actor `{id}` is, by way of its group, a member of itself"),
                        "delete the line member_of = … of the one that is the group",
                    ));
                }
                break;
            }
            reached_from[i] = Some(start);
            at = group(i);
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
    fn a_circle_is_reported_once() {
        check(
            &RULE,
            r#"
[[actors]]
id = "a"
kind = "commune"
title = "A"
member_of = "b"
[[actors]]
id = "b"
kind = "commune"
title = "B"
member_of = "c"
[[actors]]
id = "c"
kind = "commune"
title = "C"
member_of = "b"
[[actors]]
id = "d"
kind = "commune"
title = "D"
member_of = "d"
"#,
            &expect![[r#"
                error: actor `b` is, by way of its group, a member of itself (actors[1].member_of)
                  help: delete the line member_of = … of the one that is the group
                error: actor `d` is, by way of its group, a member of itself (actors[3].member_of)
                  help: delete the line member_of = … of the one that is the group"#]],
        );
    }

    #[test]
    fn groups_within_groups_are_fine() {
        check(
            &RULE,
            r#"
[[actors]]
id = "a"
kind = "commune"
title = "A"
member_of = "b"
[[actors]]
id = "b"
kind = "commune"
title = "B"
member_of = "c"
[[actors]]
id = "c"
kind = "commune"
title = "C"
"#,
            &expect![[r#""#]],
        );
    }
}
