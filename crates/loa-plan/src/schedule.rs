//! Which period a date falls in, and what comes next.
//!
//! It asks for a first and a last day alone, so that a widget, which has no more than these, calls the same functions.

use chrono::NaiveDate;

use crate::Phase;

/// A stretch of days; both its first and its last day belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Period {
    /// The first day.
    pub starts: NaiveDate,
    /// The last day.
    pub ends: NaiveDate,
}

/// Where a date stands to one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodState {
    /// It has not begun.
    Coming,
    /// It goes on.
    Current,
    /// It has ended.
    Past,
}

/// Where a date stands to several periods; the numbers are their places in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// There is no period at all.
    NoPeriod,
    /// The date is before all of them.
    NotBegun {
        /// The one that begins first.
        first: usize,
    },
    /// The date is within one of them.
    Current {
        /// That one; where several overlap, the one that began last.
        index: usize,
        /// The one that begins next.
        next: Option<usize>,
    },
    /// The date is in a gap.
    Between {
        /// The one that begins next.
        next: usize,
    },
    /// The date is after all of them.
    Ended {
        /// The one that ended last.
        last: usize,
    },
}

/// Where `date` stands to `periods`, which may be in any order.
///
/// ```
/// # use loa_plan::{date, schedule::{self, Moment, Period}};
/// let period = |starts, ends| Some(Period { starts: date::parse(starts)?, ends: date::parse(ends)? });
/// let periods = [period("2025-02-01", "2025-04-30"), period("2025-05-01", "2025-12-31")];
/// let periods: Vec<Period> = periods.into_iter().flatten().collect();
/// let day = date::parse("2025-05-01").ok_or("not a date")?;
/// assert_eq!(schedule::on(&periods, day), Moment::Current { index: 1, next: None });
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn on(periods: &[Period], date: NaiveDate) -> Moment {
    let numbered = || periods.iter().enumerate();
    let next = numbered()
        .filter(|(_, period)| period.on(date) == PeriodState::Coming)
        .min_by_key(|(_, period)| period.starts)
        .map(|(i, _)| i);
    // Among several that began on the same day the first in the list is taken, hence the reversal.
    let current = numbered()
        .rev()
        .filter(|(_, period)| period.on(date) == PeriodState::Current)
        .max_by_key(|(_, period)| period.starts)
        .map(|(i, _)| i);
    let last = numbered()
        .filter(|(_, period)| period.on(date) == PeriodState::Past)
        .max_by_key(|(_, period)| period.ends)
        .map(|(i, _)| i);
    match (current, last, next) {
        (Some(index), _, next) => Moment::Current { index, next },
        (None, Some(_), Some(next)) => Moment::Between { next },
        (None, None, Some(first)) => Moment::NotBegun { first },
        (None, Some(last), None) => Moment::Ended { last },
        (None, None, None) => Moment::NoPeriod,
    }
}

/// Where `date` stands to the phases of a plan.
#[must_use]
pub fn phase_on(phases: &[Phase], date: NaiveDate) -> Moment {
    let periods: Vec<Period> = phases.iter().map(Period::from).collect();
    on(&periods, date)
}

impl Period {
    /// Where `date` stands to the period; one that ends before it starts is never current.
    #[must_use]
    pub fn on(&self, date: NaiveDate) -> PeriodState {
        if date < self.starts {
            PeriodState::Coming
        } else if date <= self.ends {
            PeriodState::Current
        } else {
            PeriodState::Past
        }
    }
}

impl From<&Phase> for Period {
    fn from(phase: &Phase) -> Self {
        Self { starts: phase.starts, ends: phase.ends }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Zone, date};

    fn day(text: &str) -> NaiveDate {
        date::parse(text).unwrap()
    }

    fn period(starts: &str, ends: &str) -> Period {
        Period { starts: day(starts), ends: day(ends) }
    }

    /// The phases of Hanoi's plan without their names, and a gap in October.
    fn periods() -> Vec<Period> {
        vec![period("2025-02-01", "2025-04-30"), period("2025-05-01", "2025-09-30"), period("2025-11-01", "2025-12-31")]
    }

    #[test]
    fn before_within_between_and_after_are_told_apart() {
        let on = |date| on(&periods(), day(date));
        assert_eq!(on("2025-01-31"), Moment::NotBegun { first: 0 });
        assert_eq!(on("2025-02-01"), Moment::Current { index: 0, next: Some(1) });
        assert_eq!(on("2025-06-30"), Moment::Current { index: 1, next: Some(2) });
        assert_eq!(on("2025-07-01"), Moment::Current { index: 1, next: Some(2) });
        assert_eq!(on("2025-10-15"), Moment::Between { next: 2 });
        assert_eq!(on("2025-12-31"), Moment::Current { index: 2, next: None });
        assert_eq!(on("2026-01-01"), Moment::Ended { last: 2 });
        assert_eq!(super::on(&[], day("2025-01-01")), Moment::NoPeriod);
    }

    #[test]
    fn the_order_of_the_list_does_not_matter() {
        let mut periods = periods();
        periods.reverse();
        assert_eq!(on(&periods, day("2025-01-31")), Moment::NotBegun { first: 2 });
        assert_eq!(on(&periods, day("2025-03-01")), Moment::Current { index: 2, next: Some(1) });
        assert_eq!(on(&periods, day("2026-01-01")), Moment::Ended { last: 0 });
    }

    #[test]
    fn where_periods_overlap_the_one_that_began_last_is_current() {
        let overlap = [period("2025-01-01", "2025-12-31"), period("2025-06-01", "2025-06-30")];
        assert_eq!(on(&overlap, day("2025-06-15")), Moment::Current { index: 1, next: None });
        assert_eq!(on(&overlap, day("2025-07-01")), Moment::Current { index: 0, next: None });
        let twins = [period("2025-01-01", "2025-12-31"), period("2025-01-01", "2025-12-31")];
        assert_eq!(on(&twins, day("2025-06-15")), Moment::Current { index: 0, next: None });
    }

    #[test]
    fn a_period_that_ends_before_it_starts_is_never_current() {
        let wrong = [period("2025-12-31", "2025-02-01")];
        assert_eq!(on(&wrong, day("2025-06-01")), Moment::NotBegun { first: 0 });
        assert_eq!(on(&wrong, day("2025-12-31")), Moment::Ended { last: 0 });
    }

    #[test]
    fn a_browser_in_another_zone_sees_the_phase_of_the_plans_own_day() {
        // 2025-12-31 16:59:59 UTC: still New Year's Eve in Hanoi, also for a visitor in Tokyo, where the year has changed.
        assert_eq!(on(&periods(), Zone::VIETNAM.day(1_767_200_399)), Moment::Current { index: 2, next: None });
        // One second later it is midnight in Hanoi, also for a visitor in Los Angeles, where it is still morning.
        assert_eq!(on(&periods(), Zone::VIETNAM.day(1_767_200_400)), Moment::Ended { last: 2 });
        let los_angeles: Zone = "-08:00".parse().unwrap();
        assert_eq!(los_angeles.day(1_767_200_400), day("2025-12-31"));
    }

    #[test]
    fn a_browser_in_another_zone_sees_the_first_of_july_when_hanoi_does() {
        // 2025-06-30 16:59:59 UTC and one second later.
        assert_eq!(Zone::VIETNAM.day(1_751_302_799), day("2025-06-30"));
        assert_eq!(Zone::VIETNAM.day(1_751_302_800), day("2025-07-01"));
    }
}
