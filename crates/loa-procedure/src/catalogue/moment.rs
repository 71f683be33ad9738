//! Days of the catalogue, which it writes as moments in UTC.

use chrono::{DateTime, FixedOffset, NaiveDate};

/// Seconds that Vietnam is ahead of UTC.
const AHEAD: i32 = 7 * 3600;

/// The day in Vietnam of `2026-07-18T09:13:46.134Z`, or of `2026-07-18`.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    let in_vietnam = |moment: DateTime<FixedOffset>| {
        FixedOffset::east_opt(AHEAD).map(|zone| moment.with_timezone(&zone).date_naive())
    };
    DateTime::parse_from_rfc3339(text).ok().and_then(in_vietnam).or_else(|| text.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_day_in_vietnam() {
        assert_eq!(day("2026-07-18T09:13:46.134Z"), NaiveDate::from_ymd_opt(2026, 7, 18));
        assert_eq!(day("2026-07-18T17:13:46Z"), NaiveDate::from_ymd_opt(2026, 7, 19));
        assert_eq!(day("2026-07-18"), NaiveDate::from_ymd_opt(2026, 7, 18));
        assert_eq!(day("18/7/2026"), None);
    }
}
