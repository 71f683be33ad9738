//! The hours in which offices work.

use std::fmt;
use std::str::FromStr;

use chrono::Datelike;
use loa_plan::read::{Node, Read, Reader};

use crate::word::words;

words! {
    /// A day of the week.
    Weekday, "day of the week" {
        /// Thứ Hai.
        "monday" => Monday,
        /// Thứ Ba.
        "tuesday" => Tuesday,
        /// Thứ Tư.
        "wednesday" => Wednesday,
        /// Thứ Năm.
        "thursday" => Thursday,
        /// Thứ Sáu.
        "friday" => Friday,
        /// Thứ Bảy.
        "saturday" => Saturday,
        /// Chủ nhật.
        "sunday" => Sunday,
    }
}

impl Weekday {
    /// The day of the week of a date.
    #[must_use]
    pub fn of(day: chrono::NaiveDate) -> Self {
        match day.weekday() {
            chrono::Weekday::Mon => Self::Monday,
            chrono::Weekday::Tue => Self::Tuesday,
            chrono::Weekday::Wed => Self::Wednesday,
            chrono::Weekday::Thu => Self::Thursday,
            chrono::Weekday::Fri => Self::Friday,
            chrono::Weekday::Sat => Self::Saturday,
            chrono::Weekday::Sun => Self::Sunday,
        }
    }
}

/// A stretch of a day in minutes after midnight, as text `08:00-12:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    from: u16,
    until: u16,
}

/// Why a text is not a stretch of a day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a stretch of a day, expected two times of which the second is later, such as `08:00-12:00`")]
pub struct InvalidSpan(String);

impl Span {
    /// From a time of the day up to a later one, both in minutes after midnight.
    ///
    /// # Errors
    /// [`InvalidSpan`] when the second is not later, or is after midnight of the next day.
    pub fn new(from: u16, until: u16) -> Result<Self, InvalidSpan> {
        let span = Self { from, until };
        if from < until && until <= 24 * 60 { Ok(span) } else { Err(InvalidSpan(span.to_string())) }
    }

    /// The first minute, counted from midnight.
    #[must_use]
    pub fn from(self) -> u16 {
        self.from
    }

    /// The minute after the last one.
    #[must_use]
    pub fn until(self) -> u16 {
        self.until
    }

    /// How long it is.
    #[must_use]
    pub fn minutes(self) -> u16 {
        self.until - self.from
    }
}

impl FromStr for Span {
    type Err = InvalidSpan;

    fn from_str(text: &str) -> Result<Self, InvalidSpan> {
        let time = |text: &str| {
            let (hour, minute) = text.trim().split_once(':')?;
            let number = |part: &str| {
                let digits = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
                if digits { part.parse::<u16>().ok() } else { None }
            };
            let (hour, minute) = (number(hour)?, number(minute)?);
            (minute < 60).then_some(hour * 60 + minute)
        };
        let read = || {
            let (from, until) = text.split_once(['-', '–'])?;
            Self::new(time(from)?, time(until)?).ok()
        };
        read().ok_or_else(|| InvalidSpan(text.chars().take(40).collect()))
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { from, until } = self;
        write!(f, "{:02}:{:02}-{:02}:{:02}", from / 60, from % 60, until / 60, until % 60)
    }
}

impl serde::Serialize for Span {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Span {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        <String as serde::Deserialize>::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

impl Read for Span {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let span = reader.text(node)?.parse::<Self>();
        if let Err(error) = &span {
            let help = format!("write {}", reader.instead(Self::example()));
            reader.problem(node.span, error.to_string(), help);
        }
        span.ok()
    }

    fn example() -> &'static str {
        "\"08:00-12:00\""
    }
}

/// When offices work: on which days of the week, and in which stretches of each.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// The days of the week.
    pub days: Vec<Weekday>,
    /// The stretches of each such day, in any order.
    pub spans: Vec<Span>,
}

/// Monday to Friday, 8:00 to 12:00 and 13:00 to 17:00.
impl Default for Hours {
    fn default() -> Self {
        use Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
        Self {
            days: vec![Monday, Tuesday, Wednesday, Thursday, Friday],
            spans: vec![Span { from: 8 * 60, until: 12 * 60 }, Span { from: 13 * 60, until: 17 * 60 }],
        }
    }
}

impl Hours {
    /// The stretches from morning to evening, those that touch or overlap made one.
    #[must_use]
    pub fn in_order(&self) -> Vec<Span> {
        let mut spans = self.spans.clone();
        spans.sort_unstable();
        let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
        for span in spans {
            match joined.last_mut() {
                Some(last) if span.from <= last.until => last.until = last.until.max(span.until),
                _ => joined.push(span),
            }
        }
        joined
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_two_times_of_which_the_second_is_later() {
        assert_eq!("8:00 - 12:30".parse::<Span>().map(|span| span.to_string()), Ok("08:00-12:30".to_owned()));
        assert_eq!("13:00–24:00".parse::<Span>().map(Span::minutes), Ok(660));
        for wrong in ["", "08:00", "12:00-08:00", "08:00-08:00", "08:60-09:00", "8-12", "23:00-25:00", "+8:00-9:00"] {
            assert!(wrong.parse::<Span>().is_err(), "{wrong}");
        }
        assert_eq!(
            "17:00-08:00".parse::<Span>().unwrap_err().to_string(),
            "`17:00-08:00` is not a stretch of a day, expected two times of which the second is later, such as `08:00-12:00`"
        );
    }

    #[test]
    fn stretches_that_touch_are_one() {
        let spans = ["13:00-17:00", "08:00-10:00", "09:00-12:00", "12:00-12:30"].map(|text| text.parse().unwrap());
        let hours = Hours { spans: spans.into(), ..Hours::default() };
        let shown: Vec<_> = hours.in_order().iter().map(Span::to_string).collect();
        assert_eq!(shown, ["08:00-12:30", "13:00-17:00"]);
    }
}
