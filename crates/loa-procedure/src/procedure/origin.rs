//! Where a record is from, and of which day.

use chrono::NaiveDate;
use loa_plan::Address;

/// Where a record is from.
///
/// # Source
/// Nghị định 224/2026/NĐ-CP, Điều 9 and Điều 15: what is published about a procedure names its source and its day.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Origin {
    /// The page of the national portal, where the record names it; it is never made up from the code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Address>,
    /// The record's id in the catalogue.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// When the catalogue last changed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<NaiveDate>,
    /// The day of the snapshot that the record was taken from.
    pub snapshot: NaiveDate,
}
