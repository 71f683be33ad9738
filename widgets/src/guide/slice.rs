//! What the widget knows of a guide without its text: `guide/<id>.json`.

use crate::slice::{BadSlice, FromJson, Json, Languages, text, texts};

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
    /// Where it is counted what people do with it; nowhere unless the campaign says so.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub counts: Option<Counts>,
}

/// Where and as what it is counted, and what is asked; the words are here, so that guides which are not counted have none.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct Counts {
    /// The address: `/api/counts`.
    pub at: String,
    /// The campaign.
    pub campaign: String,
    /// In turn what a page calls an audience, and its id in the plan.
    pub audiences: Vec<String>,
    /// What whoever comes back from filing is asked.
    pub question: String,
    /// In turn how an answer is counted, and its words.
    pub answers: Vec<String>,
    /// What they read then.
    pub thanks: String,
}

impl FromJson for GuideSlice {
    fn from_json<J: Json>(json: &J) -> Result<Self, BadSlice> {
        Ok(Self {
            build: text(json, "build")?,
            languages: Languages::from_json(json)?,
            id: text(json, "id")?,
            title: text(json, "title")?,
            counts: json.get("counts").map(|counts| Counts::from_json(&counts)).transpose()?,
        })
    }
}

impl FromJson for Counts {
    fn from_json<J: Json>(json: &J) -> Result<Self, BadSlice> {
        Ok(Self {
            at: text(json, "at")?,
            campaign: text(json, "campaign")?,
            audiences: texts(json, "audiences")?,
            question: text(json, "question")?,
            answers: texts(json, "answers")?,
            thanks: text(json, "thanks")?,
        })
    }
}
