//! What is to be reached, and by when.

use chrono::NaiveDate;

use crate::{ActorId, Amount, Cite, IndicatorId, Known, TargetId, Text};

/// A goal with a date (chỉ tiêu).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Its id within the plan.
    pub id: TargetId,
    /// The goal in words.
    pub title: Text,
    /// What measures it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<IndicatorId>,
    /// The value to reach, at least.
    pub goal: Known<Amount>,
    /// The value before the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Known<Amount>>,
    /// Where the value before the plan is from, when it is not laid down together with the goal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline_source: Option<Cite>,
    /// The day by which it is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::Known<String>>"))]
    pub due: Option<Known<NaiveDate>>,
    /// Of whom it is a share: on each date the groups that exist then are the denominator.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<ActorId>,
    /// Where it is laid down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
}
