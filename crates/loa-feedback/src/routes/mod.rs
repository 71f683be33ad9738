//! Doors: where which feedback belongs, how fast it is dealt with there, and what each status is called.

mod endpoint;
#[cfg(feature = "toml")]
mod file;
mod limits;
mod triage;

use loa_plan::{ActorId, ChannelId, Cite, Known, Source, Text};

pub use endpoint::{Endpoint, InvalidEndpoint};
#[cfg(feature = "toml")]
pub use file::read;
pub use limits::Limits;
pub use triage::{Answers, Decision, Hint, triage};

use crate::calendar::Hours;
use crate::status::Labels;
use crate::{Kind, word::words};

words! {
    /// Where a route leads.
    Door, "door" {
        /// To the form.
        "here" => Here,
        /// To somebody else, who is named.
        "elsewhere" => Elsewhere,
    }
}

/// A door for one kind of feedback.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// The kind; each kind has one door.
    pub kind: Kind,
    /// What a person chooses.
    pub label: Text,
    /// What to know about it, for example what makes it this kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// Where it leads.
    pub door: Door,
    /// Who deals with it there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Known<Text>>,
    /// The plan's channels that lead there: a website, an app, a phone number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<ChannelId>,
    /// Why it is not taken in here, in words for the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// Words that suggest this kind when somebody writes them; a hint that the person can overrule.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// Where this is laid down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
}

impl Route {
    /// Whether it leads to the form; never one that the law keeps apart from feedback, whatever the campaign says.
    #[must_use]
    pub fn is_taken_in(&self) -> bool {
        self.door == Door::Here && !self.kind.is_kept_apart_by_law()
    }
}

/// What a campaign says about feedback: `routes.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Routes {
    /// Where the service is that forms send to; without it no form is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<Endpoint>,
    /// The doors, in the order in which a form shows them.
    pub routes: Vec<Route>,
    /// The units of the plan that feedback can be addressed to; none means its lead agency, departments, districts and
    /// communes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<ActorId>,
    /// When the offices work.
    #[serde(default)]
    pub hours: Hours,
    /// How long each step may take.
    #[serde(default)]
    pub limits: Limits,
    /// What the agency calls each status.
    #[serde(default)]
    pub labels: Labels,
    /// Documents that are cited here and are not among those of the plan.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
}

impl Routes {
    /// The door for a kind.
    #[must_use]
    pub fn route(&self, kind: Kind) -> Option<&Route> {
        self.routes.iter().find(|route| route.kind == kind)
    }

    /// The kinds that go on to the form.
    pub fn taken_in(&self) -> impl Iterator<Item = Kind> {
        self.routes.iter().filter(|route| route.is_taken_in()).map(|route| route.kind)
    }
}

loa_plan::read_record!(Route { kind, label, text, door, unit, channels, reason, words, source });

#[cfg(all(test, feature = "toml"))]
mod tests;
