//! A snapshot of more than thirty days is said to be old.
//!
//! # Why it matters
//! Of 502 records 394 had been changed within one month. Somebody who prepares by an old one comes back with another paper.
//!
//! # Source
//! Nghị định 224/2026/NĐ-CP, Điều 9 khoản 3: updated at once on change. That thirty days are the limit is own judgement.
//!
//! # Example
//! ```
//! use loa_procedure::honest::age;
//!
//! let day = |text| loa_plan::date::parse(text).unwrap_or_default();
//! assert_eq!(age::too_old(day("2026-07-18"), day("2026-08-17")), None);
//! assert_eq!(age::too_old(day("2026-07-18"), day("2026-08-18")), Some(31));
//! ```

use chrono::NaiveDate;

/// After how many days a snapshot is old.
pub const MOST_DAYS: i64 = 30;

/// For how many days nobody has looked, when that is too long.
#[must_use]
pub fn too_old(snapshot: NaiveDate, today: NaiveDate) -> Option<i64> {
    let days = today.signed_duration_since(snapshot).num_days();
    (days > MOST_DAYS).then_some(days)
}

/// What a page says then.
#[must_use]
pub fn sentence(days: i64) -> String {
    format!("Thông tin này lấy từ {days} ngày trước và có thể đã thay đổi. Vui lòng xem lại tại nguồn trước khi nộp.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visitor_is_told_to_look_at_the_source() {
        assert_eq!(
            sentence(31),
            "Thông tin này lấy từ 31 ngày trước và có thể đã thay đổi. Vui lòng xem lại tại nguồn trước khi nộp."
        );
    }
}
