//! A kind of agency is in the plan and obliged to nothing.
//!
//! # Why it matters
//! The lead agency, departments, districts and communes are public bodies that carry a plan out; one that is obliged to
//! nothing has no reason to act, and no report covers it. Press, schools, businesses and sponsors may help freely.
//!
//! # Source
//! Own judgement: whoever carries out a plan has something to do in it.
//!
//! # Example
//! ```toml
//! [[actors]]
//! id = "so-nganh"
//! kind = "department"
//! title = "Sở, ban, ngành"
//! ```

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::lineage::Actors;
use super::{Rule, about};
use crate::{ActorId, ActorKind, Finding, Plan, Severity};

pub(super) const RULE: Rule = Rule {
    name: "actor-kind-without-obligation",
    severity: Severity::Warning,
    about: about!("actor_kind_without_obligation.rs"),
    check,
};

const AGENCIES: [(ActorKind, &str); 4] = [
    (ActorKind::Lead, "lead"),
    (ActorKind::Department, "department"),
    (ActorKind::District, "district"),
    (ActorKind::Commune, "commune"),
];

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let owners: HashSet<&ActorId> = plan.obligations.iter().flat_map(|obligation| &obligation.owners).collect();
    let actors = Actors::of(plan);
    let mut obliged: HashSet<ActorKind> = HashSet::new();
    let mut first: HashMap<ActorKind, usize> = HashMap::new();
    for (i, actor) in plan.actors.iter().enumerate() {
        first.entry(actor.kind).or_insert(i);
        // The obligations of a group are those of its members too.
        if actors.lineage(actor).any(|actor| owners.contains(&actor.id)) {
            obliged.insert(actor.kind);
        }
    }
    let mut findings = Vec::new();
    for (kind, word) in AGENCIES {
        if let Some(i) = first.get(&kind)
            && !obliged.contains(&kind)
        {
            let id = &plan.actors[*i].id;
            findings.push(RULE.finding(
                format!("actors[{i}]"),
                format!("no actor of the kind `{word}`, such as `{id}`, has an obligation"),
                format!(
                    "write \"{id}\" into the owners = […] of an obligation, or add one for it under [[obligations]]"
                ),
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
    fn a_kind_of_agency_without_an_obligation_is_reported_once() {
        check(
            &RULE,
            r#"
[[actors]]
id = "so-a"
kind = "department"
title = "Sở A"
[[actors]]
id = "so-b"
kind = "department"
title = "Sở B"
[[actors]]
id = "nha-tai-tro"
kind = "sponsor"
title = "Nhà tài trợ"
[[actors]]
id = "cac-xa"
kind = "other"
title = "Các xã"
[[actors]]
id = "xa-a"
kind = "commune"
title = "Xã A"
member_of = "cac-xa"
[[obligations]]
id = "dang-bai"
title = "Đăng bài"
owners = ["cac-xa"]
"#,
            &expect![[r#"
                warning: no actor of the kind `department`, such as `so-a`, has an obligation (actors[0])
                  help: write "so-a" into the owners = […] of an obligation, or add one for it under [[obligations]]"#]],
        );
    }
}
