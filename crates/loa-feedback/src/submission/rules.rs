//! What a submission is held against: the same few facts for the form in a page and for the service.

use chrono::NaiveDate;
use loa_plan::succession::{Existence, existence};
use loa_plan::{Actor, ActorId, ActorKind, Plan, PlanId};

use crate::Kind;
use crate::consent::{Consents, Need, Purpose};
use crate::routes::Routes;

/// What a submission is held against; it travels to a page in the form's slice.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Rules {
    /// The plan of the campaign.
    pub campaign: PlanId,
    /// The units that feedback can be addressed to.
    pub actors: Vec<ActorId>,
    /// The kinds that are taken in.
    pub kinds: Vec<Kind>,
    /// The consents that are asked for.
    pub consents: Vec<AskedConsent>,
}

/// A consent that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct AskedConsent {
    /// The purpose.
    pub purpose: Purpose,
    /// The version of the words that are shown now.
    pub version: u64,
    /// Whether a feedback can be sent without it.
    pub need: Need,
}

impl Rules {
    /// The rules of a campaign on a day: units that do not exist then take nothing in.
    #[must_use]
    pub fn new(plan: &Plan, routes: &Routes, consents: &Consents, today: NaiveDate) -> Self {
        let takes_in = |actor: &&Actor| {
            let is_named =
                if routes.units.is_empty() { is_agency(actor.kind) } else { routes.units.contains(&actor.id) };
            is_named && matches!(existence(plan, actor, today), Existence::Exists)
        };
        let actors = plan.actors.iter().filter(takes_in);
        let asked = consents.consents.iter().map(|consent| AskedConsent {
            purpose: consent.purpose,
            version: consent.version.value(),
            need: consent.need,
        });
        Self {
            campaign: plan.id.clone(),
            actors: actors.map(|actor| actor.id.clone()).collect(),
            kinds: routes.taken_in().collect(),
            consents: asked.collect(),
        }
    }
}

/// Whether feedback is addressed to actors of this kind when the campaign names none: not to the press or sponsors.
fn is_agency(kind: ActorKind) -> bool {
    matches!(kind, ActorKind::Lead | ActorKind::Department | ActorKind::District | ActorKind::Commune)
}
