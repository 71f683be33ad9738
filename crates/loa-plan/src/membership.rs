//! Agencies and the groups that they belong to.

use chrono::NaiveDate;

use crate::succession::{Existence, existence};
use crate::{Actor, ActorId, Plan};

/// The groups of an agency: its own first, then the group of that group; nothing twice.
#[must_use]
pub fn groups<'p>(plan: &'p Plan, actor: &Actor) -> Vec<&'p Actor> {
    let mut groups: Vec<&Actor> = Vec::new();
    let mut next = actor.member_of.as_ref();
    while let Some(group) = next.and_then(|id| get(plan, id.as_str())) {
        // Groups may lead back in a circle, which a check reports.
        if group.id == actor.id || groups.iter().any(|known| known.id == group.id) {
            break;
        }
        groups.push(group);
        next = group.member_of.as_ref();
    }
    groups
}

/// The agencies that are named as direct members of a group and exist on `date`.
///
/// They may be fewer than the group counts: a plan need not name every one.
#[must_use]
pub fn members<'p>(plan: &'p Plan, group: &ActorId, date: NaiveDate) -> Vec<&'p Actor> {
    plan.actors
        .iter()
        .filter(|actor| actor.member_of.as_ref() == Some(group) && actor.id != *group)
        .filter(|actor| existence(plan, actor, date) == Existence::Exists)
        .collect()
}

/// Whether one of `ids` is the agency or one of its groups.
#[must_use]
pub fn concerns(plan: &Plan, ids: &[ActorId], actor: &Actor) -> bool {
    ids.contains(&actor.id) || groups(plan, actor).iter().any(|group| ids.contains(&group.id))
}

pub(crate) fn get<'p>(plan: &'p Plan, id: &str) -> Option<&'p Actor> {
    plan.actors.iter().find(|actor| actor.id.as_str() == id)
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use super::*;
    use crate::date;

    fn plan() -> Plan {
        Plan::from_toml(include_str!("../../../tests/fixtures/two-tiers.toml")).unwrap()
    }

    #[test]
    fn members_exist_no_earlier_than_their_group() {
        let plan = plan();
        let xa = ActorId::new("xa").unwrap();
        let names = |on| {
            let members = members(&plan, &xa, date::parse(on).unwrap());
            members.into_iter().map(|member| member.id.as_str()).collect::<Vec<_>>()
        };
        assert!(names("2025-06-30").is_empty());
        assert_eq!(names("2025-07-01"), ["xa-bac", "xa-nam", "xa-dong"]);
    }

    #[test]
    fn groups_in_a_circle_end() {
        let mut plan = plan();
        let member = plan.actors.iter().position(|actor| actor.id.as_str() == "xa-bac").unwrap();
        let group = plan.actors.iter().position(|actor| actor.id.as_str() == "xa").unwrap();
        plan.actors[group].member_of = Some(plan.actors[member].id.clone());
        let groups = groups(&plan, &plan.actors[member]);
        assert_eq!(groups.len(), 1);
    }
}
