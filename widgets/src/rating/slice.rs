//! What the widget knows of a rating: `rating/all.json`.

use crate::slice::{BadSlice, FromJson, Json, Languages, text};

/// What is rated stands in the static HTML, with the form that sends it.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct RatingSlice {
    /// The build that it belongs to.
    pub build: String,
    /// The languages of the static HTML.
    #[cfg_attr(feature = "ssr", serde(flatten))]
    pub languages: Languages,
}

impl FromJson for RatingSlice {
    fn from_json<J: Json>(json: &J) -> Result<Self, BadSlice> {
        Ok(Self { build: text(json, "build")?, languages: Languages::from_json(json)? })
    }
}
