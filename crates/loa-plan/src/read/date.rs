//! Dates.

use chrono::NaiveDate;

use super::wording::shorten;
use super::{Node, Read, Reader, Value};

impl Read for NaiveDate {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let written = match &node.value {
            Value::Text(text) | Value::Date(text) => text.as_ref(),
            _ => {
                let help = such_as(A_DAY, reader);
                reader.mismatch(node, "a date", help);
                return None;
            }
        };
        let date = crate::date::parse(written);
        if date.is_none() {
            let (message, way_out) = explain(written);
            let help = match way_out {
                WayOut::Day(day) => format!("write the date as year-month-day: {}", reader.instead(&day)),
                WayOut::Example(day) => such_as(&day, reader),
                WayOut::Words(words) => words,
            };
            reader.problem(node.span, message, help);
        }
        date
    }

    fn example() -> &'static str {
        "2025-02-01"
    }
}

/// The day that advice has for an example.
const A_DAY: &str = "2025-03-31";

fn such_as(day: &str, reader: &Reader<'_>) -> String {
    format!("write a day as year-month-day, such as {}{}", reader.instead(day), reader.or_unknown())
}

/// One way out of a date that is none.
#[derive(Debug)]
pub(super) enum WayOut {
    /// The day that was probably meant, as year-month-day.
    Day(String),
    /// A day that nobody meant, where that cannot be told.
    Example(String),
    /// Advice in words.
    Words(String),
}

/// Says why `text` is not a date; it is known not to be one.
pub(super) fn explain(text: &str) -> (String, WayOut) {
    let shown = shorten(text);
    let Some((year, month, day)) = parts(text) else {
        if let Some(date) = text.get(..10).filter(|date| crate::date::parse(date).is_some()) {
            return (format!("`{shown}` has a time of day, expected a date alone"), WayOut::Day(date.to_owned()));
        }
        return (format!("`{shown}` is not a date"), WayOut::Example(A_DAY.to_owned()));
    };
    if NaiveDate::from_ymd_opt(year, month, day).is_some() {
        let date = format!("{year:04}-{month:02}-{day:02}");
        return (format!("`{shown}` is not a date of the form year-month-day"), WayOut::Day(date));
    }
    let message = format!("`{shown}` is not a day of the calendar");
    match last_day(year, month) {
        Some(last) if day > last => (
            message,
            WayOut::Words(format!("the month {month}/{year} ends on day {last}: {year:04}-{month:02}-{last:02}")),
        ),
        _ => {
            (message, WayOut::Words("write year-month-day, with a month from 01 to 12 and a day from 01 to 31".into()))
        }
    }
}

/// Year, month and day, in whichever of the usual orders and with whichever sign between them.
pub(super) fn parts(text: &str) -> Option<(i32, u32, u32)> {
    // Word makes long dashes of hyphens.
    let numbers: Vec<&str> = text.trim().split(['/', '-', '.', '–', '—', '−']).map(str::trim).collect();
    let &[first, second, third] = numbers.as_slice() else { return None };
    let digits = |part: &str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    if ![first, second, third].into_iter().all(digits) {
        return None;
    }
    let (year, day) = match (first.len(), third.len()) {
        (4, 1..=2) => (first, third),
        (1..=2, 4) => (third, first),
        // In Vietnam the day comes first; between hyphens it may as well be the year.
        (1..=2, 2) if text.contains(['/', '.']) && second.len() <= 2 => {
            return Some((2000 + third.parse::<i32>().ok()?, second.parse().ok()?, first.parse().ok()?));
        }
        _ => return None,
    };
    Some((year.parse().ok()?, second.parse().ok()?, day.parse().ok()?))
}

fn last_day(year: i32, month: u32) -> Option<u32> {
    (28..=31).rev().find(|day| NaiveDate::from_ymd_opt(year, month, *day).is_some())
}
