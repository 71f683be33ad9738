//! A period of the plan with an aim.

use chrono::NaiveDate;

use crate::{Cite, PhaseId, Text};

/// A period with an aim (giai đoạn).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// Its id within the plan.
    pub id: PhaseId,
    /// Its name: `Giai đoạn 1`.
    pub title: Text,
    /// What it is for.
    pub aim: Text,
    /// The first day.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    pub starts: NaiveDate,
    /// The last day, which still belongs to it.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    pub ends: NaiveDate,
    /// Where it is laid down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
}
