//! An actor is among those who take over from its own successors.
//!
//! # Why it matters
//! Successors tell who acts after an agency has ended. When they lead back to it, there is no such agency.
//!
//! # Source
//! Own judgement: a circle of successors has no end.
//!
//! # Example
//! ```toml
//! [[actors]]
//! id = "quan"
//! kind = "district"
//! title = "Quận"
//! successors = ["phuong"]
//! [[actors]]
//! id = "phuong"
//! kind = "commune"
//! title = "Phường"
//! successors = ["quan"]
//! ```

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{ActorId, Finding, Plan, Severity};

pub(super) const RULE: Rule =
    Rule { name: "succeeds-itself", severity: Severity::Error, about: about!("succeeds_itself.rs"), check };

/// How far the search has come with an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Search {
    NotSeen,
    /// The search is among its successors: meeting it again means that they lead back to it.
    Open,
    Done,
}

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let index: HashMap<&ActorId, usize> = plan.actors.iter().enumerate().map(|(i, actor)| (&actor.id, i)).collect();
    let mut search = vec![Search::NotSeen; plan.actors.len()];
    let mut findings = Vec::new();
    for start in 0..plan.actors.len() {
        if search[start] != Search::NotSeen {
            continue;
        }
        search[start] = Search::Open;
        // Actors with the number of the successor that comes next; a list of our own, so that no chain is too long.
        let mut way = vec![(start, 0)];
        while let Some((i, next)) = way.pop() {
            let Some(id) = plan.actors[i].successors.get(next) else {
                search[i] = Search::Done;
                continue;
            };
            way.push((i, next + 1));
            let Some(&heir) = index.get(id) else { continue };
            match search[heir] {
                Search::NotSeen => {
                    search[heir] = Search::Open;
                    way.push((heir, 0));
                }
                Search::Open => findings.push(RULE.finding(
                    format!("actors[{i}].successors[{next}]"),
                    format!("actor `{}` is succeeded by `{id}`, which it succeeds itself", plan.actors[i].id),
                    format!("take `{id}` out of these successors, or correct who came first"),
                )),
                Search::Done => {}
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
    fn successors_that_lead_back_are_reported_once() {
        check(
            &RULE,
            r#"
[[actors]]
id = "a"
kind = "district"
title = "A"
successors = ["b", "c"]
[[actors]]
id = "b"
kind = "commune"
title = "B"
successors = ["c"]
[[actors]]
id = "c"
kind = "commune"
title = "C"
successors = ["b"]
[[actors]]
id = "d"
kind = "commune"
title = "D"
successors = ["d"]
"#,
            &expect![[r#"
                error: actor `c` is succeeded by `b`, which it succeeds itself (actors[2].successors[0])
                  help: take `b` out of these successors, or correct who came first
                error: actor `d` is succeeded by `d`, which it succeeds itself (actors[3].successors[0])
                  help: take `d` out of these successors, or correct who came first"#]],
        );
    }

    #[test]
    fn two_actors_with_the_same_successor_are_fine() {
        check(
            &RULE,
            r#"
[[actors]]
id = "quan"
kind = "district"
title = "Quận"
successors = ["xa", "phuong"]
[[actors]]
id = "xa-cu"
kind = "commune"
title = "Xã cũ"
successors = ["xa"]
[[actors]]
id = "phuong"
kind = "commune"
title = "Phường"
successors = ["xa"]
[[actors]]
id = "xa"
kind = "commune"
title = "Xã"
"#,
            &expect![[r#""#]],
        );
    }
}
