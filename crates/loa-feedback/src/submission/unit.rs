//! The units that feedback can be addressed to.

use chrono::NaiveDate;
use loa_plan::succession::lifetime;
use loa_plan::{Actor, ActorId, ActorKind, Plan};

use crate::routes::Routes;

/// A unit that feedback can be addressed to, with the days on which it exists.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Unit {
    /// Its id in the plan.
    pub id: ActorId,
    /// The first day; none when it has always been there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last day; none when it has no end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

impl Unit {
    /// Whether it exists on a day; one that does not takes nothing in.
    #[must_use]
    pub fn exists_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// The units of a campaign on any day, in the order of the plan.
#[must_use]
pub fn units(plan: &Plan, routes: &Routes) -> Vec<Unit> {
    let is_named = |actor: &&Actor| {
        if routes.units.is_empty() { is_agency(actor.kind) } else { routes.units.contains(&actor.id) }
    };
    plan.actors
        .iter()
        .filter(is_named)
        .map(|actor| {
            let (from, until) = lifetime(plan, actor);
            Unit { id: actor.id.clone(), from, until }
        })
        .collect()
}

/// Whether feedback is addressed to actors of this kind when the campaign names none: not to the press or sponsors.
fn is_agency(kind: ActorKind) -> bool {
    matches!(kind, ActorKind::Lead | ActorKind::Department | ActorKind::District | ActorKind::Commune)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_exists_from_its_first_to_its_last_day() {
        let day = |text: &str| loa_plan::date::parse(text).unwrap();
        let unit = Unit { id: "so".parse().unwrap(), from: Some(day("2025-07-01")), until: Some(day("2026-06-30")) };
        let exists = |text| unit.exists_on(day(text));
        assert_eq!(["2025-06-30", "2025-07-01", "2026-06-30", "2026-07-01"].map(exists), [false, true, true, false]);
        assert!(Unit { from: None, until: None, ..unit.clone() }.exists_on(day("1999-01-01")));
    }
}
