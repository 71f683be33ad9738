//! The ways of filing, each with its own fees and time.

use super::{Fee, Time};

/// How an application reaches the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// Online (trực tuyến).
    Online,
    /// By public post (bưu chính công ích).
    Post,
    /// In person (trực tiếp).
    InPerson,
}

impl Way {
    /// All ways, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Online, Self::Post, Self::InPerson];

    /// The way as people here say it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Online => "Trực tuyến",
            Self::Post => "Qua bưu chính",
            Self::InPerson => "Trực tiếp",
        }
    }
}

/// One entry of how to file. The catalogue may have several for the same way, one for each case.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Filing {
    /// The way.
    pub way: Way,
    /// What it costs, in the order of the catalogue.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fees: Vec<Fee>,
    /// How long it takes.
    pub time: Time,
    /// What the catalogue says besides: where to, for which case, how long really; empty when nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// How long one case of a procedure takes.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Case {
    /// The catalogue's code of the case, for example `1.000080.01`.
    pub code: String,
    /// Its name, when the catalogue has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How long it takes.
    pub time: Time,
}
