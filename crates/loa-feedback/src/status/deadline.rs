//! By when the next step is due, counted from status and clock, and how late it is.

use loa_plan::{Count, Known};

use super::{Role, Standing, Status, Urgency};
use crate::Moment;
use crate::calendar::{UnknownYear, WorkingClock, WorkingTime};
use crate::public::Late;
use crate::routes::Limits;

/// A step that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// By when.
    pub at: Moment,
    /// Who has to act: an officer, or the clock that closes what was answered.
    pub by: Role,
}

/// What is due next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// A step by a moment.
    Step(Deadline),
    /// Something is to be done, and no source says by when.
    NoLimit,
    /// Nothing is to be done.
    Nothing,
}

/// Whether a deadline was kept, at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lateness {
    /// There is so much working time left.
    InTime(WorkingTime),
    /// It is over since so many working days and hours.
    Overdue(Late),
}

impl Due {
    /// The moment, when there is one.
    #[must_use]
    pub fn at(self) -> Option<Moment> {
        match self {
            Self::Step(deadline) => Some(deadline.at),
            Self::NoLimit | Self::Nothing => None,
        }
    }
}

/// What is due next.
///
/// - Received, forwarded: a unit takes it on within the hours for that, counted from when it came to the unit.
/// - Accepted, reopened: it is answered within the days for that, urgent ones within their hours, counted from when it
///   came in or was last taken up again.
/// - Answered: the clock closes it.
///
/// # Errors
/// [`UnknownYear`] when the working days until then are not known.
pub fn due(standing: &Standing, limits: &Limits, clock: &WorkingClock) -> Result<Due, UnknownYear> {
    let step = |at, by| Ok(Due::Step(Deadline { at, by }));
    match standing.status {
        Status::Received | Status::Forwarded => {
            let hours = WorkingTime::hours(limits.accept_hours.value());
            step(clock.after(standing.with_unit_since, hours)?, Role::Officer)
        }
        Status::Accepted | Status::Reopened => {
            let start = standing.counted_from;
            if standing.urgency == Urgency::Urgent {
                let hours = WorkingTime::hours(limits.urgent_hours.value());
                return step(clock.after(start, hours)?, Role::Officer);
            }
            let days = if standing.urgency == Urgency::Complex { &limits.complex_days } else { &limits.answer_days };
            match known(days.as_ref()) {
                Some(days) => step(clock.end_of_day_after(start, days)?, Role::Officer),
                None => Ok(Due::NoLimit),
            }
        }
        Status::Answered => match known(limits.close_days.as_ref()) {
            Some(days) => step(clock.end_of_day_after(standing.since, days)?, Role::Clock),
            None => Ok(Due::Nothing),
        },
        Status::Closed => Ok(Due::Nothing),
    }
}

/// By when a feedback that belongs to another unit must be sent on.
///
/// # Source
/// Nghị định 20/2008/NĐ-CP, Điều 9: within 5 working days.
///
/// # Errors
/// [`UnknownYear`] when the working days until then are not known.
pub fn forward_by(standing: &Standing, limits: &Limits, clock: &WorkingClock) -> Result<Moment, UnknownYear> {
    clock.end_of_day_after(standing.with_unit_since, limits.forward_days.value())
}

/// Whether a deadline was kept, as of `now`.
///
/// # Errors
/// [`UnknownYear`] when the working days between them are not known.
pub fn lateness(due_at: Moment, now: Moment, clock: &WorkingClock) -> Result<Lateness, UnknownYear> {
    if now <= due_at {
        return Ok(Lateness::InTime(clock.between(now, due_at)?));
    }
    let over = clock.between(due_at, now)?.in_seconds();
    let day = clock.day_length().in_seconds().max(1);
    Ok(Lateness::Overdue(Late { days: over / day, hours: over % day / 3_600 }))
}

fn known(days: Option<&Known<Count>>) -> Option<u64> {
    days.and_then(Known::get).map(|days| days.value())
}
