//! A figure of the unit "other" is no time.
//!
//! # Why it matters
//! 147 of 1,027 times in 254 records have the unit `OTHER`, birth registration `1 OTHER` for "ngay trong ngày". A page that
//! writes "1 ngày" there has made it up.
//!
//! # Source
//! Nghị định 61/2018/NĐ-CP, Điều 4: times are published as they are set. The catalogue of 18/7/2026.
//!
//! # Example
//! ```
//! use loa_procedure::honest::time;
//! use loa_procedure::procedure::{Filing, Quantity, Time, Way};
//!
//! let other = Time::Uncounted { quantity: Quantity::whole(1) };
//! let birth = Filing { way: Way::Online, fees: vec![], time: other, note: String::new() };
//! assert_eq!(time::written(&birth), None);
//! assert_eq!(time::UNKNOWN, "nguồn không ghi thời hạn, xem nguồn");
//! ```

use loa_plan::words::fold;

use crate::procedure::{Case, Filing, Quantity, Time, TimeUnit};

/// What is shown where the catalogue gives no time.
pub const UNKNOWN: &str = "nguồn không ghi thời hạn, xem nguồn";

/// How long a filing takes, in words; none when the catalogue gives no time.
///
/// Where the catalogue points at its own note ("Theo mô tả"), or has a figure without a unit, the note is what it says.
#[must_use]
pub fn written(filing: &Filing) -> Option<String> {
    let note = || (!filing.note.is_empty()).then(|| filing.note.clone());
    match &filing.time {
        Time::Told { text } if is_pointer(text) => note(),
        Time::Uncounted { .. } | Time::Missing => note().filter(|note| tells_time(note)),
        time => of(time),
    }
}

/// How long a case takes, in words; none when the catalogue gives no time.
#[must_use]
pub fn of_case(case: &Case) -> Option<String> {
    of(&case.time)
}

/// A count with its unit, when there are both; a count of nothing is none.
#[must_use]
pub fn counted(time: &Time) -> Option<(Quantity, TimeUnit)> {
    match time {
        Time::Counted { quantity, unit } if !quantity.is_zero() => Some((*quantity, *unit)),
        _ => None,
    }
}

fn of(time: &Time) -> Option<String> {
    match time {
        Time::Told { text } if !is_pointer(text) => Some(text.clone()),
        time => counted(time).map(|(quantity, unit)| format!("{quantity} {}", unit.name())),
    }
}

/// Words that only say that it is said elsewhere.
fn is_pointer(text: &str) -> bool {
    matches!(fold(text).trim_matches(|c: char| !c.is_alphanumeric()), "theo mo ta" | "khac" | "chi tiet theo mo ta")
}

/// Whether a note speaks of time: most only say where to file.
fn tells_time(note: &str) -> bool {
    let note = fold(note);
    ["ngay", "gio", "thang"].iter().any(|unit| {
        note.split(|c: char| !c.is_alphanumeric())
            .zip(note.split(|c: char| !c.is_alphanumeric()).skip(1))
            .any(|(before, word)| word == *unit && before.chars().all(|c| c.is_ascii_digit()) && !before.is_empty())
    }) || note.contains("ngay trong ngay")
        || note.contains("ngay sau khi")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::Way;

    fn filing(time: Time, note: &str) -> Filing {
        Filing { way: Way::Online, fees: Vec::new(), time, note: note.to_owned() }
    }

    fn told(text: &str) -> Time {
        Time::Told { text: text.to_owned() }
    }

    #[test]
    fn a_count_has_its_unit() {
        let days = Time::Counted { quantity: "3.5".parse().unwrap(), unit: TimeUnit::WorkingDay };
        assert_eq!(written(&filing(days, "")).as_deref(), Some("3,5 ngày làm việc"));
        let none = Time::Counted { quantity: Quantity::whole(0), unit: TimeUnit::Day };
        assert_eq!(written(&filing(none, "")), None);
    }

    #[test]
    fn words_are_shown_as_they_stand_and_a_pointer_leads_to_the_note() {
        assert_eq!(written(&filing(told("Không quá 15 ngày."), "x")).as_deref(), Some("Không quá 15 ngày."));
        assert_eq!(written(&filing(told("Theo mô tả"), "Không quá 15 ngày")).as_deref(), Some("Không quá 15 ngày"));
        assert_eq!(written(&filing(told("Theo mô tả"), "")), None);
    }

    #[test]
    fn a_figure_without_a_unit_is_no_time_unless_the_note_tells_one() {
        let other = || Time::Uncounted { quantity: Quantity::whole(1) };
        assert_eq!(written(&filing(other(), "")), None);
        assert_eq!(written(&filing(other(), "Nộp trực tuyến trên Cổng dịch vụ công.")), None);
        assert_eq!(written(&filing(other(), "Trong 05 ngày làm việc")).as_deref(), Some("Trong 05 ngày làm việc"));
        assert_eq!(written(&filing(Time::Missing, "")), None);
    }
}
