//! What is measured.

use crate::{Cite, IndicatorId, Text};

/// The unit of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Unit {
    /// A share of something.
    Percent,
    /// A number of things.
    Count,
}

/// Something that can be measured (chỉ số).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Its id within the plan.
    pub id: IndicatorId,
    /// Its name.
    pub title: Text,
    /// Its unit.
    pub unit: Unit,
    /// What is counted above the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numerator: Option<Text>,
    /// What it is a share of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<Text>,
    /// Where it is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
}
