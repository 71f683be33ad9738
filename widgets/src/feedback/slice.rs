//! What the widget knows of feedback without its words: `feedback/all.json`.

use chrono::NaiveDate;
use loa_feedback::consent::Need;
use loa_feedback::routes::Door;
use loa_feedback::submission::{AskedConsent, Rules, Unit};
use loa_feedback::{Kind, Route, Routes};
use loa_plan::{PlanId, Text, Zone};

use crate::slice::{BadSlice, FromJson, Json, Languages, list, localized, optional_date, text, texts};

/// What a form in a page is held against; names and explanations stand in the static HTML.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct FeedbackSlice {
    /// The build that it belongs to.
    pub build: String,
    /// The plan's time zone.
    pub zone: Zone,
    /// The languages of the static HTML.
    #[cfg_attr(feature = "ssr", serde(flatten))]
    pub languages: Languages,
    /// The campaign.
    pub campaign: PlanId,
    /// The units that feedback can be addressed to, on any day.
    pub units: Vec<Unit>,
    /// The doors, in the order in which the page shows them.
    pub doors: Vec<DoorOf>,
    /// The consents that are asked for.
    pub consents: Vec<Asked>,
}

/// A door, as far as it can be asked for the right one.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct DoorOf {
    /// What it is for.
    pub kind: Kind,
    /// Whether it leads to the form.
    pub door: Door,
    /// What it is called.
    pub label: Text,
    /// The words that suggest it.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Vec::is_empty"))]
    pub words: Vec<String>,
}

/// A consent that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct Asked {
    /// Purpose and version: `answer@1`.
    pub consent: loa_feedback::consent::Given,
    /// Whether a feedback can be sent without it.
    pub need: Need,
}

impl FeedbackSlice {
    /// What a submission is held against on a day.
    #[must_use]
    pub fn rules(&self, today: NaiveDate) -> Rules {
        let asked = |Asked { consent, need }: &Asked| AskedConsent {
            purpose: consent.purpose,
            version: consent.version,
            need: *need,
        };
        let consents = self.consents.iter().map(asked).collect();
        Rules::of(self.campaign.clone(), &self.units, &self.routes(), consents, today)
    }

    /// The doors, for asking which one is right.
    #[must_use]
    pub fn routes(&self) -> Routes {
        let route = |of: &DoorOf| Route {
            kind: of.kind,
            label: of.label.clone(),
            text: None,
            door: of.door,
            unit: None,
            channels: Vec::new(),
            reason: None,
            words: of.words.clone(),
            source: None,
        };
        Routes { routes: self.doors.iter().map(route).collect(), ..Routes::default() }
    }
}

/// A text that stands for something else.
fn read<J: Json, T: std::str::FromStr>(json: &J, key: &'static str) -> Result<T, BadSlice> {
    text(json, key)?.parse().map_err(|_| BadSlice::Key(key))
}

impl FromJson for FeedbackSlice {
    fn from_json<J: Json>(json: &J) -> Result<Self, BadSlice> {
        Ok(Self {
            build: text(json, "build")?,
            zone: read(json, "zone")?,
            languages: Languages::from_json(json)?,
            campaign: read(json, "campaign")?,
            units: list(json, "units", |unit| {
                Ok(Unit {
                    id: read(unit, "id")?,
                    from: optional_date(unit, "from"),
                    until: optional_date(unit, "until"),
                })
            })?,
            doors: list(json, "doors", |door| {
                Ok(DoorOf {
                    kind: read(door, "kind")?,
                    door: read(door, "door")?,
                    label: localized(door, "label")?,
                    words: texts(door, "words")?,
                })
            })?,
            consents: list(json, "consents", |asked| {
                Ok(Asked { consent: read(asked, "consent")?, need: read(asked, "need")? })
            })?,
        })
    }
}

#[cfg(all(test, feature = "ssr"))]
mod native_tests {
    use super::*;

    fn slice() -> FeedbackSlice {
        let json = serde_json::json!({
            "build": "20251120-0a1b2c3d", "zone": "+07:00", "lang": "vi", "campaign": "ke-hoach",
            "units": [{ "id": "so" }, { "id": "quan", "until": "2025-06-30" }, { "id": "phuong", "from": "2025-07-01" }],
            "doors": [
                { "kind": "procedure", "door": "here", "label": "Thủ tục" },
                { "kind": "complaint", "door": "elsewhere", "label": "Khiếu nại", "words": ["khiếu nại"] }
            ],
            "consents": [{ "consent": "answer@2", "need": "required" }]
        });
        FeedbackSlice::from_json(&json).unwrap()
    }

    #[test]
    fn a_written_slice_is_read_back() {
        let json = serde_json::to_value(slice()).unwrap();
        assert_eq!(FeedbackSlice::from_json(&json), Ok(slice()));
    }

    #[test]
    fn only_units_that_exist_and_doors_that_lead_here_are_taken() {
        let rules = |day| slice().rules(loa_plan::date::parse(day).unwrap());
        let units = |day| rules(day).actors.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        assert_eq!(units("2025-06-30"), "so quan");
        assert_eq!(units("2025-07-01"), "so phuong");
        assert_eq!(rules("2025-07-01").kinds, [Kind::Procedure]);
        assert_eq!(rules("2025-07-01").consents[0].version.value(), 2);
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let json = serde_json::json!({ "build": "20251120-0a1b2c3d", "zone": "here", "lang": "vi" });
        assert_eq!(FeedbackSlice::from_json(&json), Err(BadSlice::Key("zone")));
    }
}
