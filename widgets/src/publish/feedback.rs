//! What a campaign says about feedback, as a form shows it.

use loa_feedback::BoardPage;
use loa_feedback::consent::{Consents, Given};
use loa_feedback::routes::{Door, Route, Routes};
use loa_feedback::submission::units;
use loa_plan::{Channel, ChannelId, Cite, Known, Plan, Source, Text};

use super::{cite, guide};
use crate::feedback::FeedbackSlice;
use crate::feedback::sheet::{self, Choice, Elsewhere, FeedbackSheet, KindHere};
use crate::feedback::slice::{Asked, DoorOf};
use crate::guide::sheet::Contact;
use crate::slice::{Languages, Link};

/// Whether the service of a campaign offers something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offered {
    /// It does.
    Yes,
    /// It does not.
    No,
}

/// What the service of a campaign offers beside feedback: `service.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Service {
    /// Whether information is rated.
    pub ratings: Offered,
    /// Whether what people do with guides is counted.
    pub counts: Offered,
}

/// As without `service.toml`: counting is off unless a campaign says so.
impl Default for Service {
    fn default() -> Self {
        Self { ratings: Offered::Yes, counts: Offered::No }
    }
}

/// What a campaign says about feedback: `routes.toml`, `consents.toml`, `service.toml`, and its board.
#[derive(Debug, Clone, Copy)]
pub struct Feedback<'c> {
    /// The doors.
    pub routes: &'c Routes,
    /// The consents.
    pub consents: &'c Consents,
    /// What the service offers beside feedback.
    pub service: Service,
    /// What was on the public board when somebody last looked: `board.json`.
    pub board: Option<&'c BoardPage>,
}

/// The slice of a form.
pub(super) fn slice(plan: &Plan, of: Feedback<'_>, languages: &Languages, build: &str) -> FeedbackSlice {
    FeedbackSlice {
        build: build.to_owned(),
        zone: plan.zone,
        languages: languages.clone(),
        campaign: plan.id.clone(),
        units: units(plan, of.routes),
        doors: of
            .routes
            .routes
            .iter()
            .map(|route| DoorOf {
                kind: route.kind,
                door: if route.is_taken_in() { Door::Here } else { Door::Elsewhere },
                label: route.label.clone(),
                words: if route.is_taken_in() { Vec::new() } else { route.words.clone() },
            })
            .collect(),
        consents: of
            .consents
            .consents
            .iter()
            .map(|consent| Asked {
                consent: Given { purpose: consent.purpose, version: consent.version },
                need: consent.need,
            })
            .collect(),
    }
}

/// The words of a form, in one language.
pub(super) fn sheet(plan: &Plan, of: Feedback<'_>, lang: &str) -> FeedbackSheet {
    let words = |text: &Text| text.get(lang).to_owned();
    let title = |id: &loa_plan::ActorId| {
        plan.actors.iter().find(|actor| actor.id == *id).map_or_else(|| id.to_string(), |actor| words(&actor.title))
    };
    let link = |source: &Option<Cite>, own: &[Source]| {
        source.as_ref().and_then(|source| cite::link(plan, source).or_else(|| cite::link_among(own, source)))
    };
    let (here, elsewhere): (Vec<&Route>, Vec<&Route>) = of.routes.routes.iter().partition(|route| route.is_taken_in());
    FeedbackSheet {
        campaign: plan.id.to_string(),
        endpoint: of.routes.endpoint.clone(),
        kinds: here
            .iter()
            .map(|route| KindHere {
                kind: route.kind,
                label: words(&route.label),
                text: route.text.as_ref().map(words),
            })
            .collect(),
        elsewhere: elsewhere
            .iter()
            .map(|route| Elsewhere {
                kind: route.kind,
                label: words(&route.label),
                text: route.text.as_ref().map(words),
                reason: route.reason.as_ref().map(words),
                unit: route.unit.as_ref().map(|unit| match unit {
                    Known::Is(unit) => Ok(words(unit)),
                    Known::Unknown { unknown } => Err(words(unknown)),
                }),
                channels: contacts(plan, &route.channels, lang),
                source: link(&route.source, &of.routes.sources) as Option<Link>,
            })
            .collect(),
        units: units(plan, of.routes)
            .into_iter()
            .map(|unit| Choice { title: title(&unit.id), id: unit.id.to_string(), from: unit.from, until: unit.until })
            .collect(),
        consents: of
            .consents
            .consents
            .iter()
            .map(|consent| sheet::Asked {
                value: Given { purpose: consent.purpose, version: consent.version }.to_string(),
                need: consent.need,
                text: words(&consent.text),
                data: consent.data.iter().map(words).collect(),
                controller: title(&consent.controller),
                rights: words(&consent.rights),
                withdraw: words(&consent.withdraw),
                channels: contacts(plan, &consent.channels, lang),
                source: link(&consent.source, &of.consents.sources),
            })
            .collect(),
        channels: official(plan, of.routes, lang),
    }
}

fn contacts(plan: &Plan, ids: &[ChannelId], lang: &str) -> Vec<Contact> {
    plan.channels.iter().filter(|channel| ids.contains(&channel.id)).map(|one| guide::contact(one, lang)).collect()
}

/// The channels that the campaign names for what is taken in; where it names none, those to which people are sent for help.
pub(super) fn official(plan: &Plan, routes: &Routes, lang: &str) -> Vec<Contact> {
    let named: Vec<ChannelId> =
        routes.routes.iter().filter(|route| route.is_taken_in()).flat_map(|route| route.channels.clone()).collect();
    let is_official = |channel: &&Channel| {
        if named.is_empty() { channel.help } else { named.contains(&channel.id) }
    };
    plan.channels.iter().filter(is_official).map(|one| guide::contact(one, lang)).collect()
}
