//! What the widget knows of the phases: `roadmap/all.json`.

use chrono::NaiveDate;
use loa_plan::schedule::Period;
use loa_plan::{Text, Zone};

use crate::slice::{BadSlice, FromJson, Json, Languages, date, list, localized, optional_text, text};

/// The phases as the controls need them; the rest stands in the static HTML.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct RoadmapSlice {
    /// The build that it belongs to.
    pub build: String,
    /// The plan's time zone.
    pub zone: Zone,
    /// The languages of its words.
    #[cfg_attr(feature = "ssr", serde(flatten))]
    pub languages: Languages,
    /// The phases in their order.
    pub phases: Vec<Phase>,
    /// The plan that takes over.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub successor: Option<Successor>,
}

/// A phase.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct Phase {
    /// Its name.
    pub title: Text,
    /// The first day.
    #[cfg_attr(feature = "ssr", serde(serialize_with = "crate::slice::date_text"))]
    pub starts: NaiveDate,
    /// The last day.
    #[cfg_attr(feature = "ssr", serde(serialize_with = "crate::slice::date_text"))]
    pub ends: NaiveDate,
}

/// The plan that takes over.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct Successor {
    /// Its id.
    pub plan: String,
    /// The first day on which it holds.
    #[cfg_attr(feature = "ssr", serde(serialize_with = "crate::slice::date_text"))]
    pub from: NaiveDate,
    /// The address of its bundle.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub src: Option<String>,
}

impl Phase {
    /// Its first and last day.
    #[must_use]
    pub fn period(&self) -> Period {
        Period { starts: self.starts, ends: self.ends }
    }
}

impl FromJson for RoadmapSlice {
    fn from_json<J: Json>(json: &J) -> Result<Self, BadSlice> {
        Ok(Self {
            build: text(json, "build")?,
            zone: text(json, "zone")?.parse().map_err(|_| BadSlice::Key("zone"))?,
            languages: Languages::from_json(json)?,
            phases: list(json, "phases", |phase| {
                Ok(Phase {
                    title: localized(phase, "title")?,
                    starts: date(phase, "starts")?,
                    ends: date(phase, "ends")?,
                })
            })?,
            successor: json
                .get("successor")
                .map(|next| {
                    Ok(Successor {
                        plan: text(&next, "plan")?,
                        from: date(&next, "from")?,
                        src: optional_text(&next, "src"),
                    })
                })
                .transpose()?,
        })
    }
}
