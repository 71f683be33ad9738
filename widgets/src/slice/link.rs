//! A link with the day on which somebody last saw it work.

use chrono::NaiveDate;

use super::{BadSlice, FromJson, Json, optional_date, optional_text, text};

/// A link, or a title where there is no address.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct Link {
    /// Its words.
    pub title: String,
    /// Its address.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub url: Option<String>,
    /// The day on which it was seen.
    #[cfg_attr(
        feature = "ssr",
        serde(skip_serializing_if = "Option::is_none", serialize_with = "crate::slice::optional_date_text")
    )]
    pub seen: Option<NaiveDate>,
}

impl FromJson for Link {
    fn from_json<J: Json>(json: &J) -> Result<Self, BadSlice> {
        Ok(Self { title: text(json, "title")?, url: optional_text(json, "url"), seen: optional_date(json, "seen") })
    }
}
