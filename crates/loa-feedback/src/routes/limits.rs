//! How long each step may take; what no source says is stated to be unknown.

use loa_plan::{Cite, Count, Known};

/// How long each step may take, in working time.
///
/// What is left out has the value of [`Limits::default`]; a limit for the answer is never made up.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Within how many working hours a unit takes a feedback on, or sends it on.
    pub accept_hours: Count,
    /// Within how many working hours an urgent one is dealt with.
    pub urgent_hours: Count,
    /// Within how many working days one that belongs to another unit is sent on.
    pub forward_days: Count,
    /// Within how many working days a normal one is answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer_days: Option<Known<Count>>,
    /// Within how many working days a complex one is answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub complex_days: Option<Known<Count>>,
    /// After how many working days without a word from the sender an answered one is closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub close_days: Option<Known<Count>>,
    /// Where the limits are laid down.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Cite>,
}

/// # Source
/// Quyết định 1207/QĐ-UBND of Hanoi, 28/02/2025, as the press reports it: taken on within 8 working hours, urgent ones
/// dealt with within 4. Nghị định 20/2008/NĐ-CP, Điều 9: sent on within 5 working days.
impl Default for Limits {
    fn default() -> Self {
        Self {
            accept_hours: count(8),
            urgent_hours: count(4),
            forward_days: count(5),
            answer_days: None,
            complex_days: None,
            close_days: None,
            sources: Vec::new(),
        }
    }
}

fn count(number: i64) -> Count {
    Count::new(number).unwrap_or(Count::ONE)
}
