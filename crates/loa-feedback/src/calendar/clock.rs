//! The working-time clock: what `8 working hours later` and `within 5 working days` mean.

use chrono::{Datelike, NaiveDate, NaiveTime};
use loa_plan::Zone;

use super::year::Day;
use super::{Calendar, Hours, Span, UnknownYear, Weekday};
use crate::Moment;

/// Counts working time: hours of the day, days of the week, holidays and make-up days, in one zone.
///
/// A year without data is an [`UnknownYear`], never a guess.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingClock {
    days: Vec<Weekday>,
    spans: Vec<Span>,
    calendar: Calendar,
    zone: Zone,
}

/// An amount of working time, to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct WorkingTime {
    seconds: u64,
}

impl WorkingTime {
    /// So many hours.
    #[must_use]
    pub fn hours(hours: u64) -> Self {
        Self { seconds: hours.saturating_mul(3_600) }
    }

    /// So many seconds.
    #[must_use]
    pub fn seconds(seconds: u64) -> Self {
        Self { seconds }
    }

    /// In seconds.
    #[must_use]
    pub fn in_seconds(self) -> u64 {
        self.seconds
    }
}

impl WorkingClock {
    /// A clock of these hours and days.
    #[must_use]
    pub fn new(hours: &Hours, calendar: Calendar, zone: Zone) -> Self {
        Self { days: hours.days.clone(), spans: hours.in_order(), calendar, zone }
    }

    /// The zone in which it counts.
    #[must_use]
    pub fn zone(&self) -> Zone {
        self.zone
    }

    /// The working time of a whole working day.
    #[must_use]
    pub fn day_length(&self) -> WorkingTime {
        WorkingTime::seconds(self.spans.iter().map(|span| u64::from(span.minutes()) * 60).sum())
    }

    /// Whether offices work on a day.
    ///
    /// # Errors
    /// [`UnknownYear`] when nothing is known about its year.
    pub fn is_working_day(&self, day: NaiveDate) -> Result<bool, UnknownYear> {
        Ok(match self.calendar.day(day)? {
            Some(Day::Off) => false,
            Some(Day::MadeUp) => true,
            None => self.days.contains(&Weekday::of(day)),
        })
    }

    /// The moment at which so much working time has passed since `start`.
    ///
    /// No time at all gives the first working moment from `start` on.
    ///
    /// # Errors
    /// [`UnknownYear`] when it leads through a year of which nothing is known.
    pub fn after(&self, start: Moment, time: WorkingTime) -> Result<Moment, UnknownYear> {
        let mut left = i64::try_from(time.seconds).unwrap_or(i64::MAX);
        let mut day = start.in_zone(self.zone).day();
        loop {
            if self.is_working_day(day)? {
                for (from, until) in self.stretches(day) {
                    let from = from.max(start.in_zone(self.zone));
                    let length = until.unix() - from.unix();
                    if length > left || (length == left && length > 0) {
                        return Ok(from.plus_seconds(left));
                    }
                    left -= length.max(0);
                }
            }
            day = self.next(day)?;
        }
    }

    /// The end of the last of so many working days after the day of `start`, which itself does not count.
    ///
    /// So it is in Vietnamese law: `trong 5 ngày làm việc kể từ ngày nhận`. No day at all gives the end of the day of
    /// `start`, or of the next working day when that one is off or over; so it never lies before `start`.
    ///
    /// # Errors
    /// [`UnknownYear`] when it leads through a year of which nothing is known.
    pub fn end_of_day_after(&self, start: Moment, days: u64) -> Result<Moment, UnknownYear> {
        let mut day = start.in_zone(self.zone).day();
        let mut left = days;
        loop {
            if left == 0 && self.is_working_day(day)? && start <= self.end_of(day) {
                return Ok(self.end_of(day));
            }
            day = self.next(day)?;
            if left > 0 && self.is_working_day(day)? {
                left -= 1;
            }
        }
    }

    /// The working time from one moment to a later one; none when it is not later.
    ///
    /// # Errors
    /// [`UnknownYear`] when a year between them is not known.
    pub fn between(&self, start: Moment, end: Moment) -> Result<WorkingTime, UnknownYear> {
        let (start, end) = (start.in_zone(self.zone), end.in_zone(self.zone));
        let mut seconds = 0;
        let mut day = start.day();
        while start < end && day <= end.day() {
            if self.is_working_day(day)? {
                for (from, until) in self.stretches(day) {
                    seconds += (until.min(end).unix() - from.max(start).unix()).max(0);
                }
            }
            day = self.next(day)?;
        }
        Ok(WorkingTime::seconds(u64::try_from(seconds).unwrap_or_default()))
    }

    fn stretches(&self, day: NaiveDate) -> impl Iterator<Item = (Moment, Moment)> {
        let midnight = Moment::at(day, NaiveTime::MIN, self.zone);
        let minutes = move |minutes: u16| midnight.plus_seconds(i64::from(minutes) * 60);
        self.spans.iter().map(move |span| (minutes(span.from()), minutes(span.until())))
    }

    fn end_of(&self, day: NaiveDate) -> Moment {
        let last = self.stretches(day).last().map(|(_, until)| until);
        last.unwrap_or_else(|| Moment::at(day, NaiveTime::MIN, self.zone))
    }

    /// The next day; a search in a week without working days ends with the years that are known.
    fn next(&self, day: NaiveDate) -> Result<NaiveDate, UnknownYear> {
        day.succ_opt().ok_or(UnknownYear { year: day.year() })
    }
}
