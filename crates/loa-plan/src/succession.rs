//! Which agencies exist on a date, and who acts in the place of one that does not.

use chrono::NaiveDate;

use crate::membership::{self, groups};
use crate::words::nearest;
use crate::{Actor, Plan};

/// Why an agency could not be looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownActor {
    /// What was asked for.
    pub id: String,
    /// The nearest id that the plan has, when one is near.
    pub nearest: Option<String>,
}

/// Where a date stands to the time in which an agency exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existence {
    /// It is yet to be founded.
    NotYet,
    /// It exists.
    Exists,
    /// It was dissolved.
    NoLonger,
}

/// The agency with this id.
///
/// # Errors
/// [`UnknownActor`] with the nearest id.
pub fn find<'p>(plan: &'p Plan, id: &str) -> Result<&'p Actor, UnknownActor> {
    membership::get(plan, id).ok_or_else(|| UnknownActor {
        id: id.to_owned(),
        nearest: nearest(id, plan.actors.iter().map(|actor| actor.id.as_str())).map(str::to_owned),
    })
}

/// The first and the last day of an agency; one that it does not have itself is its group's.
#[must_use]
pub fn lifetime(plan: &Plan, actor: &Actor) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let groups = groups(plan, actor);
    let own_and_groups = || std::iter::once(actor).chain(groups.iter().copied());
    (own_and_groups().find_map(|a| a.from), own_and_groups().find_map(|a| a.until))
}

/// Whether the agency exists on `date`; a first or last day that it does not have itself is its group's.
#[must_use]
pub fn existence(plan: &Plan, actor: &Actor, date: NaiveDate) -> Existence {
    let (from, until) = lifetime(plan, actor);
    if until.is_some_and(|until| date > until) {
        Existence::NoLonger
    } else if from.is_some_and(|from| date < from) {
        Existence::NotYet
    } else {
        Existence::Exists
    }
}

/// The agencies that act for `id` on `date`.
///
/// It is the agency itself while it exists, afterwards its successors, and before it those whom it succeeds.
/// A successor that does not exist on the date is replaced in the same way. A member of a group that names
/// no successors has its group's. The list is empty when nobody takes over.
///
/// # Errors
/// [`UnknownActor`] when the plan has no agency with this id.
pub fn acting_for<'p>(plan: &'p Plan, id: &str, date: NaiveDate) -> Result<Vec<&'p Actor>, UnknownActor> {
    let actor = find(plan, id)?;
    let direction = existence(plan, actor, date);
    let (mut acting, mut seen, mut queue) = (Vec::new(), Vec::new(), vec![actor]);
    while let Some(actor) = queue.pop() {
        // Successors may lead back in a circle, which a check reports.
        if seen.contains(&&actor.id) {
            continue;
        }
        seen.push(&actor.id);
        match existence(plan, actor, date) {
            Existence::Exists => acting.push(actor),
            state if state != direction => {}
            Existence::NoLonger => queue.extend(successors(plan, actor).into_iter().rev()),
            Existence::NotYet => queue.extend(predecessors(plan, actor).into_iter().rev()),
        }
    }
    Ok(acting)
}

/// Who takes over from `actor`, or from the nearest of its groups that says so.
fn successors<'p>(plan: &'p Plan, actor: &'p Actor) -> Vec<&'p Actor> {
    std::iter::once(actor)
        .chain(groups(plan, actor))
        .find(|a| !a.successors.is_empty())
        .map(|a| a.successors.iter().filter_map(|id| membership::get(plan, id.as_str())).collect())
        .unwrap_or_default()
}

/// Whom `actor` succeeds, or the nearest of its groups that succeeds anybody.
fn predecessors<'p>(plan: &'p Plan, actor: &'p Actor) -> Vec<&'p Actor> {
    std::iter::once(actor)
        .chain(groups(plan, actor))
        .map(|a| plan.actors.iter().filter(|b| b.successors.contains(&a.id)).collect::<Vec<_>>())
        .find(|predecessors| !predecessors.is_empty())
        .unwrap_or_default()
}

/// `` the plan has no actor `xa-bacc`, did you mean `xa-bac`? ``
impl std::fmt::Display for UnknownActor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the plan has no actor `{}`, ", self.id)?;
        match &self.nearest {
            Some(nearest) => write!(f, "did you mean `{nearest}`?"),
            None => f.write_str("expected an id that stands under `[[actors]]`"),
        }
    }
}

impl std::error::Error for UnknownActor {}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use super::*;
    use crate::date;

    fn acting(id: &str, on: &str) -> Vec<String> {
        let plan = Plan::from_toml(include_str!("../../../tests/fixtures/two-tiers.toml")).unwrap();
        let acting = acting_for(&plan, id, date::parse(on).unwrap()).unwrap();
        acting.into_iter().map(|actor| actor.id.to_string()).collect()
    }

    #[test]
    fn successors_act_from_their_first_day_and_not_a_day_earlier() {
        assert_eq!(acting("huyen", "2025-06-30"), ["huyen"]);
        assert_eq!(acting("huyen", "2025-07-01"), ["xa"]);
        assert_eq!(acting("huyen", "2026-01-01"), ["xa"]);
    }

    #[test]
    fn before_an_agency_exists_those_act_whom_it_succeeds() {
        assert_eq!(acting("xa", "2025-06-30"), ["huyen"]);
        assert_eq!(acting("xa-bac", "2025-06-30"), ["huyen"]);
        assert_eq!(acting("xa-bac", "2025-07-01"), ["xa-bac"]);
    }

    #[test]
    fn successors_in_a_circle_end() {
        let text = include_str!("../../../tests/fixtures/two-tiers.toml");
        let text = text
            .replace("from = 2025-07-01\n\n[[actors]]", "until = 2025-01-01\nsuccessors = [\"huyen\"]\n\n[[actors]]");
        let plan = Plan::from_toml(&text).unwrap();
        assert_eq!(acting_for(&plan, "huyen", date::parse("2025-07-01").unwrap()), Ok(vec![]));
    }

    #[test]
    fn an_unknown_agency_is_answered_by_the_nearest_one() {
        let plan = Plan::from_toml(include_str!("../../../tests/fixtures/two-tiers.toml")).unwrap();
        let message = |id| find(&plan, id).unwrap_err().to_string();
        assert_eq!(message("xa-bacc"), "the plan has no actor `xa-bacc`, did you mean `xa-bac`?");
        assert_eq!(
            message("truong-hoc"),
            "the plan has no actor `truong-hoc`, expected an id that stands under `[[actors]]`"
        );
    }
}
