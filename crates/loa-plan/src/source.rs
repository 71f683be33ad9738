//! Where a fact comes from.

use chrono::NaiveDate;

use crate::{SourceId, Text};

/// A document that facts are taken from.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its id within the plan.
    pub id: SourceId,
    /// Title or number of the document.
    pub title: Text,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Text>,
    /// Its address, `https://…`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The day on the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub dated: Option<NaiveDate>,
    /// The day on which somebody read it.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    pub seen: NaiveDate,
    /// What a reader should know about it, for example that it is known through the press alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// Which source a fact comes from, and where in it.
///
/// In a file it is `source = "nd-224-2026"` or `source = { id = "nd-224-2026", clause = "Điều 13" }`.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Cite {
    /// The whole document.
    Document(SourceId),
    /// A place in it.
    Place(Place),
}

/// A place in a source.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The source.
    pub id: SourceId,
    /// Article and clause, as written there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// The words themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
}

impl Cite {
    /// The source that is cited.
    #[must_use]
    pub fn id(&self) -> &SourceId {
        match self {
            Self::Document(id) => id,
            Self::Place(place) => &place.id,
        }
    }
}

/// What makes an obligation binding: article and clause, or the words where no clause is known.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// The source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// Article and clause, as written there: `Điều 10 khoản 3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// The words themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
}
