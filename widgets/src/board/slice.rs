//! The names that a board needs: `board/all.json`. What was asked and answered comes from the service.

use loa_feedback::Kind;
use loa_plan::{PlanId, Text};

use crate::slice::{BadSlice, FromJson, Json, Languages, list, localized, text};

/// The names of units and kinds.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct BoardSlice {
    /// The build that it belongs to.
    pub build: String,
    /// The languages of the static HTML.
    #[cfg_attr(feature = "ssr", serde(flatten))]
    pub languages: Languages,
    /// The campaign.
    pub campaign: PlanId,
    /// The units that a feedback can be with.
    pub units: Vec<Named>,
    /// What feedback can be about.
    pub kinds: Vec<Named>,
}

/// A name of something.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Text,
}

impl BoardSlice {
    /// The name of a unit; its id when the plan has no such unit any more.
    #[must_use]
    pub fn unit<'a>(&'a self, id: &'a str, lang: &str) -> &'a str {
        named(&self.units, id, lang)
    }

    /// What a kind is called.
    #[must_use]
    pub fn kind(&self, kind: Kind, lang: &str) -> &str {
        named(&self.kinds, kind.as_str(), lang)
    }
}

fn named<'a>(all: &'a [Named], id: &'a str, lang: &str) -> &'a str {
    all.iter().find(|named| named.id == id).map_or(id, |named| named.title.get(lang))
}

impl FromJson for Named {
    fn from_json<J: Json>(json: &J) -> Result<Self, BadSlice> {
        Ok(Self { id: text(json, "id")?, title: localized(json, "title")? })
    }
}

impl FromJson for BoardSlice {
    fn from_json<J: Json>(json: &J) -> Result<Self, BadSlice> {
        Ok(Self {
            build: text(json, "build")?,
            languages: Languages::from_json(json)?,
            campaign: text(json, "campaign")?.parse().map_err(|_| BadSlice::Key("campaign"))?,
            units: list(json, "units", Named::from_json)?,
            kinds: list(json, "kinds", Named::from_json)?,
        })
    }
}

#[cfg(all(test, feature = "ssr"))]
mod native_tests {
    use super::*;

    #[test]
    fn a_unit_that_is_no_more_has_its_id_for_a_name() {
        let json = serde_json::json!({
            "build": "20251120-0a1b2c3d", "lang": "vi", "campaign": "ke-hoach",
            "units": [{ "id": "so", "title": { "vi": "Sở", "en": "Department" } }],
            "kinds": [{ "id": "procedure", "title": "Thủ tục" }]
        });
        let slice = BoardSlice::from_json(&json).unwrap();
        assert_eq!(serde_json::to_value(&slice).unwrap(), json);
        assert_eq!((slice.unit("so", "en"), slice.unit("quan", "vi")), ("Department", "quan"));
        assert_eq!((slice.kind(Kind::Procedure, "vi"), slice.kind(Kind::Other, "vi")), ("Thủ tục", "other"));
        let bad = serde_json::json!({ "build": "1", "lang": "vi", "campaign": "Kế hoạch" });
        assert_eq!(BoardSlice::from_json(&bad), Err(BadSlice::Key("campaign")));
    }
}
