//! One feedback as everybody may see it.

use loa_plan::{ActorId, Address, PlanId, ProcedureCode};

use super::Reviewed;
use crate::status::{CloseReason, Status};
use crate::{Kind, Moment, ReceiptCode};

/// A feedback as everybody may see it: on the board, in the feed, by its code.
///
/// It has no field for name, address, phone, e-mail, IP address or unreviewed text, so that none can slip in.
/// Question and answer are there only while they are published; the status always is.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicView {
    /// The receipt code.
    pub code: ReceiptCode,
    /// The plan of the campaign.
    pub campaign: PlanId,
    /// The unit that it is with: where its sender sent it, or where it was last sent on to.
    pub actor: ActorId,
    /// Its kind.
    pub kind: Kind,
    /// The procedure that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure: Option<ProcedureCode>,
    /// Where it stands.
    pub status: Status,
    /// What the agency calls this status.
    pub label: String,
    /// When it came in.
    pub received_at: Moment,
    /// By when the next step is due; none when nothing is to be done, or when no limit is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_at: Option<Moment>,
    /// How late the next step is; none when it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late: Option<Late>,
    /// What was asked, as published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Reviewed>,
    /// The answer, as published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<PublicAnswer>,
    /// Why it is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_because: Option<CloseReason>,
}

/// How late a step is, in working time: so many whole working days and hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Late {
    /// Whole working days.
    pub days: u64,
    /// Whole working hours beyond them.
    pub hours: u64,
}

/// An answer as everybody may see it: from a unit, not from an officer by name.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicAnswer {
    /// The text.
    pub text: Reviewed,
    /// The unit that answers.
    pub unit: ActorId,
    /// When it did.
    pub answered_at: Moment,
    /// Pages and documents that show what was done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<AnswerLink>,
}

/// A link of an answer.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerLink {
    /// Its words.
    pub title: String,
    /// Where it leads.
    pub url: Address,
}

impl Late {
    /// In words for the public: `quá hạn 2 ngày 3 giờ làm việc`.
    #[must_use]
    pub fn vietnamese(self) -> String {
        match (self.days, self.hours) {
            (0, 0) => "quá hạn dưới 1 giờ làm việc".to_owned(),
            (0, hours) => format!("quá hạn {hours} giờ làm việc"),
            (days, 0) => format!("quá hạn {days} ngày làm việc"),
            (days, hours) => format!("quá hạn {days} ngày {hours} giờ làm việc"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lateness_is_said_in_words() {
        let said = |days, hours| Late { days, hours }.vietnamese();
        assert_eq!(said(0, 0), "quá hạn dưới 1 giờ làm việc");
        assert_eq!(said(0, 3), "quá hạn 3 giờ làm việc");
        assert_eq!(said(2, 0), "quá hạn 2 ngày làm việc");
        assert_eq!(said(2, 3), "quá hạn 2 ngày 3 giờ làm việc");
    }

    #[test]
    fn a_field_for_personal_data_is_refused_when_it_is_read() {
        let view = r#"{"code":"4821-9930-5127-7786-0311","campaign":"ke-hoach","actor":"ubnd","kind":"procedure",
            "status":"received","label":"Đã nhận","received_at":"2026-11-24T14:10:00+07:00"}"#;
        assert!(serde_json::from_str::<PublicView>(view).is_ok());
        for field in ["name", "address", "phone", "email", "ip", "text"] {
            let leaking = view.replace("\"kind\"", &format!("\"{field}\":\"x\",\"kind\""));
            assert!(serde_json::from_str::<PublicView>(&leaking).is_err(), "{field}");
        }
    }
}
