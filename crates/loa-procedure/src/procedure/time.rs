//! How long a procedure takes (thời hạn giải quyết).

use super::Quantity;

/// In what time is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TimeUnit {
    /// Hours.
    Hour,
    /// Days of the calendar.
    Day,
    /// Working days.
    WorkingDay,
    /// Months.
    Month,
    /// Years.
    Year,
}

impl TimeUnit {
    /// The unit as people here write it behind a number.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hour => "giờ",
            Self::Day => "ngày",
            Self::WorkingDay => "ngày làm việc",
            Self::Month => "tháng",
            Self::Year => "năm",
        }
    }
}

/// How long it takes, as the catalogue has it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Time {
    /// A count of units.
    Counted {
        /// How many.
        quantity: Quantity,
        /// Of what.
        unit: TimeUnit,
    },
    /// Words in the place of a count: `Không quá 15 ngày kể từ ngày nhận đủ hồ sơ`.
    Told {
        /// The words.
        text: String,
    },
    /// A count of the unit "other" (khác): it says nothing about time.
    Uncounted {
        /// The figure, which is not to be shown as a time.
        quantity: Quantity,
    },
    /// Nothing.
    Missing,
}
