//! The table of transitions: who may move what from where to where. What is not in it cannot happen.

use loa_plan::ActorId;

use super::Role::{Admin, Clock, Officer, Sender};
use super::Status::{Accepted, Answered, Closed, Forwarded, Received, Reopened};
use super::{CloseReason, Event, EventKind, Record, Role, Standing, Status};
use crate::Moment;

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transition {
    /// From this status,
    pub from: Status,
    /// by this event,
    pub event: EventKind,
    /// to this status.
    pub to: Status,
    /// Who may.
    pub by: &'static [Role],
}

const fn row(from: Status, event: EventKind, to: Status, by: &'static [Role]) -> Transition {
    Transition { from, event, to, by }
}

const DESK: &[Role] = &[Officer, Admin];

/// The table, by status.
///
/// A publisher decides what the public reads, not where a feedback stands, so the role is not in it.
pub const TRANSITIONS: &[Transition] = &[
    row(Received, EventKind::Accept, Accepted, DESK),
    row(Received, EventKind::Forward, Forwarded, DESK),
    row(Received, EventKind::Close, Closed, &[Officer, Admin, Sender]),
    row(Accepted, EventKind::Forward, Forwarded, DESK),
    row(Accepted, EventKind::Answer, Answered, DESK),
    row(Accepted, EventKind::Close, Closed, &[Officer, Admin, Sender]),
    row(Forwarded, EventKind::Accept, Accepted, DESK),
    row(Forwarded, EventKind::Forward, Forwarded, DESK),
    row(Forwarded, EventKind::Close, Closed, &[Officer, Admin, Sender]),
    row(Answered, EventKind::Reopen, Reopened, &[Officer, Admin, Sender]),
    row(Answered, EventKind::Close, Closed, &[Officer, Admin, Sender, Clock]),
    row(Reopened, EventKind::Forward, Forwarded, DESK),
    row(Reopened, EventKind::Answer, Answered, DESK),
    row(Reopened, EventKind::Close, Closed, &[Officer, Admin, Sender]),
    row(Closed, EventKind::Reopen, Reopened, DESK),
];

/// Who moves a feedback: the role, and for an officer the unit that the officer is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mover<'a> {
    /// The role.
    pub role: Role,
    /// The unit, for an officer.
    pub unit: Option<&'a ActorId>,
}

/// Why an event cannot happen.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MoveError {
    /// It leads nowhere from this status.
    #[error("`{event}` does nothing to a feedback that is `{status}`")]
    Nowhere {
        /// The event.
        event: EventKind,
        /// The status.
        status: Status,
    },
    /// Somebody else may do it.
    #[error("the role `{role}` may not `{event}` a feedback that is `{status}`")]
    NotAllowed {
        /// The role.
        role: Role,
        /// The event.
        event: EventKind,
        /// The status.
        status: Status,
    },
    /// It is with another unit.
    #[error("the feedback is with `{unit}`, and an officer moves those of the own unit alone")]
    OtherUnit {
        /// The unit that it is with.
        unit: ActorId,
    },
    /// It would be sent to where it is.
    #[error("the feedback is already with `{unit}`, expected another unit")]
    SameUnit {
        /// The unit.
        unit: ActorId,
    },
    /// The reason does not fit who closes it, or from where.
    #[error("the role `{role}` may not close a feedback that is `{status}` as `{reason}`")]
    Reason {
        /// The role.
        role: Role,
        /// The status.
        status: Status,
        /// The reason.
        reason: CloseReason,
    },
}

/// What somebody in a role may do to a feedback in a status.
pub fn allowed(status: Status, role: Role) -> impl Iterator<Item = EventKind> {
    TRANSITIONS.iter().filter(move |row| row.from == status && row.by.contains(&role)).map(|row| row.event)
}

/// Moves a feedback: where it stands then, and the line of the record.
///
/// # Errors
/// [`MoveError`] when the table has no such row, or another rule is broken; nothing has moved then.
pub fn apply(standing: &Standing, event: Event, mover: Mover<'_>, at: Moment) -> Result<(Standing, Record), MoveError> {
    let (from, kind, role) = (standing.status, event.kind(), mover.role);
    let row = TRANSITIONS.iter().find(|row| row.from == from && row.event == kind);
    let row = row.ok_or(MoveError::Nowhere { event: kind, status: from })?;
    if !row.by.contains(&role) {
        return Err(MoveError::NotAllowed { role, event: kind, status: from });
    }
    if role == Officer && mover.unit != Some(&standing.unit) {
        return Err(MoveError::OtherUnit { unit: standing.unit.clone() });
    }
    let mut next = Standing { status: row.to, since: at, closed_because: None, ..standing.clone() };
    match &event {
        Event::Accept { urgency } => next.urgency = *urgency,
        Event::Forward { unit, .. } => {
            if *unit == standing.unit {
                return Err(MoveError::SameUnit { unit: unit.clone() });
            }
            next.unit = unit.clone();
            next.with_unit_since = at;
        }
        Event::Reopen => (next.with_unit_since, next.counted_from) = (at, at),
        Event::Answer => {}
        Event::Close { because } => {
            if !fits(*because, from, role) {
                return Err(MoveError::Reason { role, status: from, reason: *because });
            }
            next.closed_because = Some(*because);
        }
    }
    Ok((next, Record { at, by: role, event, from, to: row.to }))
}

/// Only what was answered is closed as answered, whoever closes it; it is taken back by its sender, or by an admin for the
/// sender; the other reasons are a desk's, for what has no answer yet.
fn fits(reason: CloseReason, status: Status, role: Role) -> bool {
    match reason {
        CloseReason::Answered => status == Answered,
        CloseReason::Withdrawn => role == Sender || role == Admin,
        CloseReason::Duplicate | CloseReason::OtherDoor | CloseReason::Unclear => {
            status != Answered && matches!(role, Officer | Admin)
        }
    }
}
