//! Dates as they are written, without chrono's formatting, which weighs 10 KB in a browser.

use chrono::{Datelike, NaiveDate};

/// Reads `2025-07-01`; anything else is none.
///
/// ```
/// # use loa_plan::date;
/// assert_eq!(date::parse("2025-07-01").map(date::vietnamese).as_deref(), Some("01/07/2025"));
/// assert_eq!(date::parse("2025-02-30"), None);
/// ```
#[must_use]
pub fn parse(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-');
    let mut number = |digits: usize| {
        let part = parts.next()?;
        let well_formed = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
        if well_formed { part.parse::<u32>().ok() } else { None }
    };
    let (year, month, day) = (number(4)?, number(2)?, number(2)?);
    if parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// As Vietnamese readers write it: `01/07/2025`.
#[must_use]
pub fn vietnamese(date: NaiveDate) -> String {
    let two = |number: u32| [number / 10, number % 10].map(|digit| char::from_digit(digit, 10).unwrap_or('0'));
    let mut text = String::with_capacity(10);
    text.extend(two(date.day()));
    text.push('/');
    text.extend(two(date.month()));
    text.push('/');
    text.push_str(&date.year().to_string());
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_full_form_is_a_date() {
        for wrong in ["", "2025", "2025-7-1", "2025-07-01-", "01/07/2025", "2025-13-01", "+025-07-01"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
