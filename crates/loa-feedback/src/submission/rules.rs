//! What a submission is held against: the same few facts for the form in a page and for the service.

use chrono::NaiveDate;
use loa_plan::{ActorId, Plan, PlanId};

use crate::Kind;
use crate::consent::{Consents, Need, Purpose, Version};
use crate::routes::Routes;
use crate::submission::{Unit, units};

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
    pub version: Version,
    /// Whether a feedback can be sent without it.
    pub need: Need,
}

impl Rules {
    /// The rules of a campaign on a day: units that do not exist then take nothing in.
    #[must_use]
    pub fn new(plan: &Plan, routes: &Routes, consents: &Consents, today: NaiveDate) -> Self {
        let asked = consents.consents.iter().map(|consent| AskedConsent {
            purpose: consent.purpose,
            version: consent.version,
            need: consent.need,
        });
        Self::of(plan.id.clone(), &units(plan, routes), routes, asked.collect(), today)
    }

    /// The rules of a campaign on a day, from what a page knows of it: the units of any day, and what is asked for.
    #[must_use]
    pub fn of(
        campaign: PlanId,
        units: &[Unit],
        routes: &Routes,
        consents: Vec<AskedConsent>,
        today: NaiveDate,
    ) -> Self {
        let actors = units.iter().filter(|unit| unit.exists_on(today)).map(|unit| unit.id.clone()).collect();
        Self { campaign, actors, kinds: routes.taken_in().collect(), consents }
    }
}
