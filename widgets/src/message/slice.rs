//! What the widget knows of messages without their words: `message/all.json`.

use chrono::NaiveDate;
use loa_plan::Zone;
use loa_plan::schedule::Period;

use crate::slice::{BadSlice, FromJson, Json, Languages, date, list, text};

/// The messages as their controls need them; the words stand in the static HTML.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct MessageSlice {
    /// The build that it belongs to.
    pub build: String,
    /// The plan's time zone.
    pub zone: Zone,
    /// The languages of their words.
    #[cfg_attr(feature = "ssr", serde(flatten))]
    pub languages: Languages,
    /// The messages by audience, in the order citizen, business, official.
    pub groups: Vec<Group>,
}

/// The messages for one kind of audience.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct Group {
    /// `citizen`, `business` or `official`.
    pub kind: String,
    /// The ids of the audiences of this kind.
    pub audiences: Vec<String>,
    /// Their messages.
    pub messages: Vec<Said>,
}

/// A message.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct Said {
    /// The phases in which it is used; none means in all.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Vec::is_empty"))]
    pub phases: Vec<InPhase>,
}

/// A phase in which a message is used.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct InPhase {
    /// The first day.
    #[cfg_attr(feature = "ssr", serde(serialize_with = "crate::slice::date_text"))]
    pub starts: NaiveDate,
    /// The last day.
    #[cfg_attr(feature = "ssr", serde(serialize_with = "crate::slice::date_text"))]
    pub ends: NaiveDate,
}

impl Said {
    /// Whether it is used on a date.
    #[must_use]
    pub fn is_used_on(&self, date: NaiveDate) -> bool {
        let within = |phase: &InPhase| {
            Period { starts: phase.starts, ends: phase.ends }.on(date) == loa_plan::schedule::PeriodState::Current
        };
        self.phases.is_empty() || self.phases.iter().any(within)
    }
}

impl FromJson for MessageSlice {
    fn from_json<J: Json>(json: &J) -> Result<Self, BadSlice> {
        Ok(Self {
            build: text(json, "build")?,
            zone: text(json, "zone")?.parse().map_err(|_| BadSlice::Key("zone"))?,
            languages: Languages::from_json(json)?,
            groups: list(json, "groups", |group| {
                Ok(Group {
                    kind: text(group, "kind")?,
                    audiences: crate::slice::texts(group, "audiences")?,
                    messages: list(group, "messages", |message| {
                        Ok(Said {
                            phases: list(message, "phases", |phase| {
                                Ok(InPhase { starts: date(phase, "starts")?, ends: date(phase, "ends")? })
                            })?,
                        })
                    })?,
                })
            })?,
        })
    }
}
