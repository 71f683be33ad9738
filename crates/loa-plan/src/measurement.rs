//! A value with its period.

use chrono::NaiveDate;

use crate::{ActorId, Amount, Cite, Count, IndicatorId, TargetId, Text};

/// A measured value (số liệu).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Measurement {
    /// What was measured.
    pub indicator: IndicatorId,
    /// The target it speaks to, when the indicator has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<TargetId>,
    /// Whose figure it is; everybody's when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<ActorId>,
    /// The first day of its period.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    pub from: NaiveDate,
    /// The last day of its period.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    pub until: NaiveDate,
    /// The value; may be left out when both parts are given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Amount>,
    /// What was counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numerator: Option<Count>,
    /// What it is a share of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<Count>,
    /// What a reader should know about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Made up for a demonstration; shown as "số liệu minh hoạ" wherever it appears.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub illustrative: bool,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
}
