//! From what a service keeps to what everybody may see.

use loa_plan::{PlanId, ProcedureCode};

use super::{PublicAnswer, PublicView, Reviewed};
use crate::calendar::{UnknownYear, WorkingClock};
use crate::routes::Limits;
use crate::status::{Due, Labels, Lateness, Publication, Role, Standing, due, lateness};
use crate::{Kind, Moment, ReceiptCode};

/// What a service keeps of a feedback and may show; the sender is no part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The receipt code.
    pub code: ReceiptCode,
    /// The plan of the campaign.
    pub campaign: PlanId,
    /// Its kind.
    pub kind: Kind,
    /// The procedure that it is about.
    pub procedure: Option<ProcedureCode>,
    /// Where it stands.
    pub standing: Standing,
    /// Whether question and answer are public.
    pub publication: Publication,
    /// What was asked, as approved.
    pub question: Option<Reviewed>,
    /// The answer, as approved.
    pub answer: Option<PublicAnswer>,
}

/// What a desk goes by when it shows an entry.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    /// How long each step may take.
    pub limits: &'a Limits,
    /// The working-time clock.
    pub clock: &'a WorkingClock,
    /// What the agency calls each status.
    pub labels: &'a Labels,
    /// The language of the labels.
    pub language: &'a str,
}

impl Desk<'_> {
    /// What everybody may see of an entry at a moment: what is late is shown as late.
    ///
    /// # Errors
    /// [`UnknownYear`] when the working days until its deadline are not known.
    pub fn show(&self, entry: &Entry, now: Moment) -> Result<PublicView, UnknownYear> {
        let standing = &entry.standing;
        let due = match due(standing, self.limits, self.clock)? {
            // When the clock closes something, nobody has to act by then.
            Due::Step(deadline) if deadline.by != Role::Clock => Some(deadline.at),
            _ => None,
        };
        let late = match due.map(|due| lateness(due, now, self.clock)).transpose()? {
            Some(Lateness::Overdue(late)) => Some(late),
            _ => None,
        };
        Ok(PublicView { due_at: due, late, ..self.show_undated(entry) })
    }

    /// The same without a deadline: for a service that goes on when the working days until it are not known.
    #[must_use]
    pub fn show_undated(&self, entry: &Entry) -> PublicView {
        let standing = &entry.standing;
        let is_public = entry.publication == Publication::Published;
        PublicView {
            code: entry.code.clone(),
            campaign: entry.campaign.clone(),
            actor: standing.unit.clone(),
            kind: entry.kind,
            procedure: entry.procedure.clone(),
            status: standing.status,
            label: self.labels.get(standing.status, self.language).to_owned(),
            received_at: standing.received_at,
            due_at: None,
            late: None,
            question: entry.question.clone().filter(|_| is_public),
            answer: entry.answer.clone().filter(|_| is_public),
            closed_because: standing.closed_because,
        }
    }
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use loa_plan::Zone;

    use super::*;
    use crate::calendar::{Calendar, Hours};
    use crate::public::Late;
    use crate::redaction::Preview;
    use crate::status::Status;

    fn shown(status: Status, publication: Publication, now: &str) -> PublicView {
        let text = include_str!("../../../../examples/campaigns/hanoi-2025/holidays/2026.toml");
        let year = crate::calendar::read("2026.toml", text).unwrap().value;
        let clock = WorkingClock::new(&Hours::default(), Calendar::new([&year]), Zone::VIETNAM);
        let received_at: Moment = "2026-11-09T08:00:00+07:00".parse().unwrap();
        let standing = Standing { status, ..Standing::received("so".parse().unwrap(), received_at) };
        let entry = Entry {
            code: "4821-9930-5127-7786-0311".parse().unwrap(),
            campaign: "ke-hoach".parse().unwrap(),
            kind: Kind::Procedure,
            procedure: None,
            standing,
            publication,
            question: Some(Preview::new("gọi 0912345678").approve_answer(Role::Admin).unwrap()),
            answer: Some(PublicAnswer {
                text: Preview::new("Mời đến bàn số 3").approve_answer(Role::Admin).unwrap(),
                unit: "so".parse().unwrap(),
                answered_at: received_at,
                links: Vec::new(),
            }),
        };
        let (limits, labels) = (Limits::default(), Labels::default());
        let desk = Desk { limits: &limits, clock: &clock, labels: &labels, language: "vi" };
        desk.show(&entry, now.parse().unwrap()).unwrap()
    }

    #[test]
    fn what_is_late_is_shown_as_late() {
        let in_time = shown(Status::Received, Publication::Unpublished, "2026-11-09T16:00:00+07:00");
        assert_eq!((in_time.late, in_time.label.as_str()), (None, "Đã nhận"));
        let late = shown(Status::Received, Publication::Unpublished, "2026-11-10T11:00:00+07:00");
        assert_eq!(late.late, Some(Late { days: 0, hours: 3 }));
        assert_eq!(late.due_at.map(|due| due.to_string()).as_deref(), Some("2026-11-09T17:00:00+07:00"));
        let accepted = shown(Status::Accepted, Publication::Unpublished, "2026-12-24T11:00:00+07:00");
        assert_eq!((accepted.due_at, accepted.late), (None, None));
    }

    #[test]
    fn a_text_is_there_only_while_it_is_published() {
        let json = |publication| {
            serde_json::to_string(&shown(Status::Closed, publication, "2026-11-10T11:00:00+07:00")).unwrap()
        };
        assert_eq!(
            json(Publication::Published),
            r#"{"code":"4821-9930-5127-7786-0311","campaign":"ke-hoach","actor":"so","kind":"procedure","status":"closed","label":"Đã kết thúc","received_at":"2026-11-09T08:00:00+07:00","question":"gọi [đã ẩn số điện thoại]","answer":{"text":"Mời đến bàn số 3","unit":"so","answered_at":"2026-11-09T08:00:00+07:00"}}"#
        );
        for hidden in [Publication::Unpublished, Publication::TakenBack] {
            let json = json(hidden);
            assert!(!json.contains("question") && !json.contains("answer"), "{json}");
        }
    }
}
