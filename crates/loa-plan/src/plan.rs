//! The plan as a whole.

use chrono::NaiveDate;

use crate::{
    Activity, Actor, Audience, Channel, Cite, Format, Indicator, Language, Measurement, Message, Obligation, Phase,
    PlanId, Principle, Source, Target, Text, Topic, Zone,
};

/// What was decided, by whom, when (quyết định).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Its number: `40/KH-UBND`.
    pub number: String,
    /// Its title.
    pub title: Text,
    /// Who decided.
    pub issuer: Text,
    /// The day it was signed.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    pub dated: NaiveDate,
    /// Where it is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
}

/// The plan that takes over.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Successor {
    /// Its id.
    pub plan: PlanId,
    /// The first day on which it holds.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    pub from: NaiveDate,
    /// The address of its bundle, `https://…/`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub src: Option<String>,
}

/// A communication plan (kế hoạch).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The version of the format: 1.
    pub format: Format,
    /// Its id.
    pub id: PlanId,
    /// Its title.
    pub title: Text,
    /// What it is about, in a few sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
    /// Its own language; Vietnamese when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The other languages that every text should have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// Its time zone as a fixed offset, `+07:00`.
    pub zone: Zone,
    /// The first day.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    pub starts: NaiveDate,
    /// The last day.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    pub ends: NaiveDate,
    /// The day on which somebody last went through it.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    pub updated: NaiveDate,
    /// After how many days it should be gone through again; 90 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_after_days: Option<u16>,
    /// What was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// The plan that takes over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub successor: Option<Successor>,
    /// The documents that facts come from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// The periods.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<Phase>,
    /// Whom it speaks to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audiences: Vec<Audience>,
    /// What it speaks about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Topic>,
    /// By which ways.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<Channel>,
    /// What it says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<Message>,
    /// Who carries it out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<Actor>,
    /// What is done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<Activity>,
    /// How it must be done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub principles: Vec<Principle>,
    /// What is measured.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
    /// What is to be reached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target>,
    /// What was measured.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measurements: Vec<Measurement>,
    /// Who must publish what.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub obligations: Vec<Obligation>,
}

impl Plan {
    /// Reads a plan from TOML, as people write it.
    ///
    /// # Errors
    /// [`ReadError`](crate::read::ReadError) holds every problem of the text, with its place and one way out.
    #[cfg(feature = "toml")]
    pub fn from_toml(text: &str) -> Result<Self, crate::read::ReadError> {
        crate::read::toml("plan.toml", text).map(|document| document.value)
    }

    /// Reads a plan from JSON, as machines write it.
    ///
    /// # Errors
    /// [`ReadError`](crate::read::ReadError) holds every problem of the text, with its place and one way out.
    #[cfg(feature = "json")]
    pub fn from_json(text: &str) -> Result<Self, crate::read::ReadError> {
        crate::read::json("plan.json", text).map(|document| document.value)
    }
}
