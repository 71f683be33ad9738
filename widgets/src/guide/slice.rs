//! What the widget knows of a guide without its text: `guide/<id>.json`.

use crate::slice::{BadSlice, FromJson, Json, Languages, text};

/// A guide as its controls need it; the text stands in the static HTML.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct GuideSlice {
    /// The build that it belongs to.
    pub build: String,
    /// The languages of its text.
    #[cfg_attr(feature = "ssr", serde(flatten))]
    pub languages: Languages,
    /// The guide's id.
    pub id: String,
    /// Its title.
    pub title: String,
}

impl FromJson for GuideSlice {
    fn from_json<J: Json>(json: &J) -> Result<Self, BadSlice> {
        Ok(Self {
            build: text(json, "build")?,
            languages: Languages::from_json(json)?,
            id: text(json, "id")?,
            title: text(json, "title")?,
        })
    }
}
