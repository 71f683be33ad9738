//! Who may move what, and by when the next step is due.

use std::collections::BTreeSet;

use loa_plan::{Count, Known, Zone};

use super::*;
use crate::Moment;
use crate::calendar::{Calendar, Hours, UnknownYear, WorkingClock, WorkingTime};
use crate::public::Late;
use crate::routes::Limits;

fn unit(id: &str) -> loa_plan::ActorId {
    loa_plan::ActorId::new(id).unwrap()
}

fn moment(text: &str) -> Moment {
    format!("{text}:00+07:00").parse().unwrap()
}

fn event(kind: EventKind, because: CloseReason) -> Event {
    match kind {
        EventKind::Accept => Event::Accept { urgency: Urgency::Normal },
        EventKind::Forward => Event::Forward { unit: unit("xa"), because: "Thuộc xã".into() },
        EventKind::Answer => Event::Answer,
        EventKind::Reopen => Event::Reopen,
        EventKind::Close => Event::Close { because },
    }
}

fn in_status(status: Status) -> Standing {
    Standing { status, ..Standing::received(unit("so"), moment("2026-11-09T08:00")) }
}

fn moved(standing: &Standing, event: Event, role: Role) -> Result<(Standing, Record), MoveError> {
    let so = unit("so");
    apply(standing, event, Mover { role, unit: Some(&so) }, moment("2026-11-10T09:00"))
}

#[test]
fn what_is_not_in_the_table_cannot_happen() {
    for status in Status::ALL {
        for role in Role::ALL {
            for kind in EventKind::ALL {
                let because = match role {
                    Role::Sender => CloseReason::Withdrawn,
                    _ if *status == Status::Answered => CloseReason::Answered,
                    _ => CloseReason::Unclear,
                };
                let row = TRANSITIONS.iter().find(|row| row.from == *status && row.event == *kind);
                let result = moved(&in_status(*status), event(*kind, because), *role);
                match row.filter(|row| row.by.contains(role)) {
                    Some(row) => {
                        let (next, record) = result.unwrap_or_else(|error| panic!("{error}"));
                        assert_eq!((next.status, record.from, record.to), (row.to, *status, row.to));
                    }
                    None => assert!(result.is_err(), "{role} {kind} {status}"),
                }
                assert_eq!(
                    allowed(*status, *role).any(|allowed| allowed == *kind),
                    row.is_some_and(|row| row.by.contains(role))
                );
            }
        }
    }
}

#[test]
fn every_row_is_there_once_and_every_status_is_reached() {
    let rows: BTreeSet<_> = TRANSITIONS.iter().map(|row| (row.from, row.event)).collect();
    assert_eq!(rows.len(), TRANSITIONS.len());
    let reached: BTreeSet<_> = TRANSITIONS.iter().map(|row| row.to).chain([Status::Received]).collect();
    assert_eq!(reached.len(), Status::ALL.len());
    // Nothing stays open for ever, and what is closed can be taken up again.
    for status in Status::ALL.iter().filter(|status| **status != Status::Closed) {
        assert!(TRANSITIONS.iter().any(|row| row.from == *status && row.to == Status::Closed), "{status}");
    }
    assert_eq!(allowed(Status::Closed, Role::Officer).collect::<Vec<_>>(), [EventKind::Reopen]);
    assert!(Status::Reopened.is_open() && !Status::Answered.is_open() && !Status::Closed.is_open());
}

#[test]
fn why_something_cannot_be_moved_is_said() {
    let said = |standing: &Standing, event, role| moved(standing, event, role).unwrap_err().to_string();
    let received = in_status(Status::Received);
    assert_eq!(said(&received, Event::Answer, Role::Officer), "`answer` does nothing to a feedback that is `received`");
    assert_eq!(
        said(&received, event(EventKind::Accept, CloseReason::Unclear), Role::Publisher),
        "the role `publisher` may not `accept` a feedback that is `received`"
    );
    let elsewhere = Standing { unit: unit("xa"), ..received.clone() };
    assert_eq!(
        said(&elsewhere, event(EventKind::Accept, CloseReason::Unclear), Role::Officer),
        "the feedback is with `xa`, and an officer moves those of the own unit alone"
    );
    assert_eq!(
        said(&elsewhere, event(EventKind::Forward, CloseReason::Unclear), Role::Admin),
        "the feedback is already with `xa`, expected another unit"
    );
    assert_eq!(
        said(&received, Event::Close { because: CloseReason::Answered }, Role::Officer),
        "the role `officer` may not close a feedback that is `received` as `answered`"
    );
    assert_eq!(
        said(&received, Event::Close { because: CloseReason::Unclear }, Role::Sender),
        "the role `sender` may not close a feedback that is `received` as `unclear`"
    );
}

#[test]
fn forwarding_moves_it_to_the_unit_and_begins_the_unit_s_time() {
    let (next, record) =
        moved(&in_status(Status::Received), event(EventKind::Forward, CloseReason::Unclear), Role::Officer).unwrap();
    assert_eq!((next.unit.as_str(), next.addressed_to.as_str()), ("xa", "so"));
    assert_eq!(next.forwarded_to(), Some(&unit("xa")));
    assert_eq!(next.with_unit_since, moment("2026-11-10T09:00"));
    assert_eq!(next.received_at, moment("2026-11-09T08:00"));
    let json = serde_json::to_string(&record).unwrap();
    assert_eq!(serde_json::from_str::<Record>(&json).unwrap(), record);
    assert_eq!(
        json,
        r#"{"at":"2026-11-10T09:00:00+07:00","by":"officer","event":"forward","unit":"xa","because":"Thuộc xã","from":"received","to":"forwarded"}"#
    );
}

fn clock() -> WorkingClock {
    let text = include_str!("../../../../examples/campaigns/hanoi-2025/holidays/2026.toml");
    let year = crate::calendar::read("2026.toml", text).unwrap().value;
    WorkingClock::new(&Hours::default(), Calendar::new([&year]), Zone::VIETNAM)
}

fn limits(answer_days: i64) -> Limits {
    Limits { answer_days: Some(Known::Is(Count::new(answer_days).unwrap())), ..Limits::default() }
}

#[test]
fn each_step_has_its_time() {
    let due_at = |standing: &Standing, limits: &Limits| {
        due(standing, limits, &clock()).unwrap().at().map(|at| at.to_string().replace(":00+07:00", ""))
    };
    let none = Limits::default();
    assert_eq!(due_at(&in_status(Status::Received), &none).as_deref(), Some("2026-11-09T17:00"));
    let forwarded = Standing { with_unit_since: moment("2026-11-10T09:00"), ..in_status(Status::Forwarded) };
    assert_eq!(due_at(&forwarded, &none).as_deref(), Some("2026-11-11T09:00"));
    let accepted = in_status(Status::Accepted);
    assert_eq!(due(&accepted, &none, &clock()), Ok(Due::NoLimit));
    assert_eq!(due_at(&accepted, &limits(10)).as_deref(), Some("2026-11-23T17:00"));
    let urgent = Standing { urgency: Urgency::Urgent, ..accepted.clone() };
    assert_eq!(due_at(&urgent, &none).as_deref(), Some("2026-11-09T12:00"));
    let complex = Standing { urgency: Urgency::Complex, ..accepted };
    assert_eq!(due(&complex, &limits(10), &clock()), Ok(Due::NoLimit));
    assert_eq!(due(&in_status(Status::Answered), &none, &clock()), Ok(Due::Nothing));
    let closing = Limits { close_days: Some(Known::Is(Count::new(3).unwrap())), ..Limits::default() };
    assert_eq!(
        due(&in_status(Status::Answered), &closing, &clock()),
        Ok(Due::Step(Deadline { at: moment("2026-11-12T17:00"), by: Role::Clock }))
    );
    assert_eq!(due(&in_status(Status::Closed), &closing, &clock()), Ok(Due::Nothing));
    assert_eq!(forward_by(&in_status(Status::Received), &none, &clock()), Ok(moment("2026-11-16T17:00")));
    assert_eq!(due(&in_status(Status::Accepted), &limits(60), &clock()), Err(UnknownYear { year: 2027 }));
}

#[test]
fn what_is_taken_up_again_has_its_time_anew_also_with_the_next_unit() {
    let as_admin = |standing: &Standing, event, at| {
        apply(standing, event, Mover { role: Role::Admin, unit: None }, moment(at)).unwrap().0
    };
    let due_at = |standing: &Standing| due(standing, &limits(2), &clock()).unwrap().at();
    let closed = Standing { since: moment("2026-11-05T09:00"), ..in_status(Status::Closed) };
    let reopened = as_admin(&closed, Event::Reopen, "2026-11-16T09:00");
    assert_eq!(due_at(&reopened), Some(moment("2026-11-18T17:00")));
    assert_eq!(forward_by(&reopened, &Limits::default(), &clock()), Ok(moment("2026-11-23T17:00")));
    let forwarded = as_admin(&reopened, event(EventKind::Forward, CloseReason::Unclear), "2026-11-16T10:00");
    let accept = || Event::Accept { urgency: Urgency::Normal };
    let accepted = as_admin(&forwarded, accept(), "2026-11-16T11:00");
    assert_eq!((accepted.received_at, accepted.counted_from), (closed.received_at, moment("2026-11-16T09:00")));
    assert_eq!(due_at(&accepted), Some(moment("2026-11-18T17:00")));
    // What was never taken up again counts from when it came in, wherever it was sent on to.
    let first = as_admin(&in_status(Status::Forwarded), accept(), "2026-11-16T11:00");
    assert_eq!(first.counted_from, first.received_at);
}

#[test]
fn what_is_late_is_late_in_working_days_and_hours() {
    let judged = |now: &str| lateness(moment("2026-11-09T17:00"), moment(now), &clock()).unwrap();
    assert_eq!(judged("2026-11-09T15:00"), Lateness::InTime(WorkingTime::hours(2)));
    assert_eq!(judged("2026-11-09T17:00"), Lateness::InTime(WorkingTime::default()));
    assert_eq!(judged("2026-11-10T08:30"), Lateness::Overdue(Late { days: 0, hours: 0 }));
    assert_eq!(judged("2026-11-10T11:30"), Lateness::Overdue(Late { days: 0, hours: 3 }));
    assert_eq!(judged("2026-11-15T11:30"), Lateness::Overdue(Late { days: 4, hours: 0 }));
}
