//! Actors by their id, and the groups that an actor belongs to.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::{Actor, ActorId, Plan};

/// How deep groups within groups are followed; an administration has four tiers.
/// A bound also ends circles, which a rule of their own reports.
const DEEPEST: usize = 16;

/// The actors of a plan, found by their id in one step.
#[derive(Debug)]
pub(super) struct Actors<'a> {
    by_id: HashMap<&'a ActorId, &'a Actor>,
}

impl<'a> Actors<'a> {
    pub(super) fn of(plan: &'a Plan) -> Self {
        Self { by_id: plan.actors.iter().map(|actor| (&actor.id, actor)).collect() }
    }

    pub(super) fn get(&self, id: &ActorId) -> Option<&'a Actor> {
        self.by_id.get(id).copied()
    }

    /// The actor, its group, the group of that group and so on: what is said of each holds for the actor too.
    pub(super) fn lineage(&self, actor: &'a Actor) -> impl Iterator<Item = &'a Actor> {
        std::iter::successors(Some(actor), |actor| actor.member_of.as_ref().and_then(|id| self.get(id))).take(DEEPEST)
    }

    /// The first day on which an actor exists, its group's when it has none itself.
    pub(super) fn from(&self, actor: &'a Actor) -> Option<NaiveDate> {
        self.lineage(actor).find_map(|actor| actor.from)
    }

    /// The last day on which an actor exists, its group's when it has none itself.
    pub(super) fn until(&self, actor: &'a Actor) -> Option<NaiveDate> {
        self.lineage(actor).find_map(|actor| actor.until)
    }
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use super::*;
    use crate::checks::test::plan;

    #[test]
    fn groups_of_groups_are_followed_and_circles_end() {
        let plan = plan(
            r#"
[[actors]]
id = "to"
kind = "other"
title = "Tổ"
member_of = "phuong"
[[actors]]
id = "phuong"
kind = "commune"
title = "Phường"
member_of = "cac-phuong"
[[actors]]
id = "cac-phuong"
kind = "commune"
title = "Các phường"
from = 2025-07-01
member_of = "cac-phuong"
"#,
        );
        let actors = Actors::of(&plan);
        let ids: Vec<&str> = actors.lineage(&plan.actors[0]).map(|actor| actor.id.as_str()).take(3).collect();
        assert_eq!(ids, ["to", "phuong", "cac-phuong"]);
        assert_eq!(actors.from(&plan.actors[0]), NaiveDate::from_ymd_opt(2025, 7, 1));
        assert_eq!(actors.until(&plan.actors[0]), None);
    }
}
