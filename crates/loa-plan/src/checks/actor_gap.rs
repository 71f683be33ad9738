//! An actor ends during the plan and nobody takes over at once.
//!
//! # Why it matters
//! From the day after, its duties and obligations are nobody's, and shares are counted without it.
//! In Hanoi the districts ended on 30 June 2025 and the communes took over on the next day
//! (Nghị quyết 1656/NQ-UBTVQH15), in the middle of a plan that charged the districts with work.
//!
//! # Source
//! Nghị quyết 1656/NQ-UBTVQH15 (16/6/2025): 126 communes in two tiers from 01/7/2025.
//!
//! # Example
//! ```toml
//! [[actors]]
//! id = "quan-huyen"
//! kind = "district"
//! title = "Quận, huyện"
//! until = 2025-06-30
//! ```

use chrono::NaiveDate;

use super::lineage::Actors;
use super::{Rule, about};
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule =
    Rule { name: "actor-gap", severity: Severity::Warning, about: about!("actor_gap.rs"), check };

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let actors = Actors::of(plan);
    let mut findings = Vec::new();
    for (i, actor) in plan.actors.iter().enumerate() {
        // An actor that ends with its group is reported there.
        let Some((until, next)) = actor.until.and_then(|until| Some((until, until.succ_opt()?))) else { continue };
        if until < plan.starts || until >= plan.ends {
            continue;
        }
        let path = format!("actors[{i}].until");
        let Some(heirs) = actors.lineage(actor).map(|actor| &actor.successors).find(|heirs| !heirs.is_empty()) else {
            findings.push(RULE.finding(
                path,
                format!("actor `{}` exists until `{until}`, within the plan, and no one takes over", actor.id),
                "write who takes over, for example successors = [\"xa-phuong\"]",
            ));
            continue;
        };
        let known = heirs.iter().filter_map(|id| actors.get(id));
        let first = known.map(|heir| (actors.from(heir).unwrap_or(next), heir)).min_by_key(|(from, _)| *from);
        if let Some((from, heir)) = first
            && from > next
        {
            findings.push(RULE.finding(
                path,
                format!("actor `{}` exists until `{until}`, its successor `{}` from `{from}` on", actor.id, heir.id),
                format!("let `{}` exist from {next} on, or name another successor for the days between", heir.id),
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
    fn an_actor_without_a_successor_or_with_a_late_one_is_reported() {
        check(
            &RULE,
            r#"
[[actors]]
id = "quan"
kind = "district"
title = "Quận"
until = 2025-06-30
[[actors]]
id = "xa-cu"
kind = "commune"
title = "Xã cũ"
until = 2025-06-30
successors = ["xa-moi", "phuong-moi"]
[[actors]]
id = "xa-moi"
kind = "commune"
title = "Xã mới"
from = 2025-08-01
[[actors]]
id = "phuong-moi"
kind = "commune"
title = "Phường mới"
from = 2025-07-15
"#,
            &expect![[r#"
                warning: actor `quan` exists until `2025-06-30`, within the plan, and no one takes over (actors[0].until)
                  help: write who takes over, for example successors = ["xa-phuong"]
                warning: actor `xa-cu` exists until `2025-06-30`, its successor `phuong-moi` from `2025-07-15` on (actors[1].until)
                  help: let `phuong-moi` exist from 2025-07-01 on, or name another successor for the days between"#]],
        );
    }

    #[test]
    fn a_successor_of_the_group_takes_over_from_its_members() {
        check(
            &RULE,
            r#"
[[actors]]
id = "quan-huyen"
kind = "district"
title = "Quận, huyện"
until = 2025-06-30
successors = ["xa-phuong"]
[[actors]]
id = "quan-a"
kind = "district"
title = "Quận A"
member_of = "quan-huyen"
until = 2025-06-30
[[actors]]
id = "xa-phuong"
kind = "commune"
title = "Xã, phường"
from = 2025-07-01
"#,
            &expect![[r#""#]],
        );
    }

    #[test]
    fn an_actor_that_lasts_as_long_as_the_plan_needs_no_successor() {
        check(
            &RULE,
            r#"
[[actors]]
id = "ban"
kind = "other"
title = "Ban chỉ đạo"
until = 2025-12-31
"#,
            &expect![[r#""#]],
        );
    }
}
