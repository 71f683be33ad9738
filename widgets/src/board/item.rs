//! One feedback as the service publishes it: the part of the contract's public view that a board shows.

use loa_feedback::public::Late;
use loa_feedback::status::{CloseReason, Status};
use loa_feedback::{Kind, Moment, ReceiptCode};
use loa_plan::Address;

use crate::slice::{BadSlice, FromJson, Json, list, optional_text, text};

/// One feedback.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The receipt code.
    pub code: ReceiptCode,
    /// The id of the unit that it is with.
    pub unit: String,
    /// Its kind.
    pub kind: Kind,
    /// The code of the procedure that it is about.
    pub procedure: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// What the agency calls that.
    pub label: String,
    /// When it came in.
    pub received: Moment,
    /// By when the next step is due.
    pub due: Option<Moment>,
    /// How late that is.
    pub late: Option<Late>,
    /// What was asked, as published.
    pub question: Option<String>,
    /// What was answered, as published.
    pub answer: Option<Answered>,
    /// Why it is closed.
    pub closed: Option<CloseReason>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// The text.
    pub text: String,
    /// The id of the unit that answers.
    pub unit: String,
    /// When it did.
    pub at: Moment,
    /// Titles and addresses of what shows what was done.
    pub links: Vec<(String, Address)>,
}

#[cfg(feature = "ssr")]
impl From<&loa_feedback::PublicView> for Item {
    fn from(view: &loa_feedback::PublicView) -> Self {
        Self {
            code: view.code.clone(),
            unit: view.actor.to_string(),
            kind: view.kind,
            procedure: view.procedure.as_ref().map(ToString::to_string),
            status: view.status,
            label: view.label.clone(),
            received: view.received_at,
            due: view.due_at,
            late: view.late,
            question: view.question.as_ref().map(ToString::to_string),
            answer: view.answer.as_ref().map(|answer| Answered {
                text: answer.text.to_string(),
                unit: answer.unit.to_string(),
                at: answer.answered_at,
                links: answer.links.iter().map(|link| (link.title.clone(), link.url.clone())).collect(),
            }),
            closed: view.closed_because,
        }
    }
}

/// A text that stands for something else.
fn read<J: Json, T: std::str::FromStr>(json: &J, key: &'static str) -> Result<T, BadSlice> {
    text(json, key)?.parse().map_err(|_| BadSlice::Key(key))
}

fn optional<J: Json, T: std::str::FromStr>(json: &J, key: &str) -> Option<T> {
    optional_text(json, key)?.parse().ok()
}

impl FromJson for Item {
    fn from_json<J: Json>(json: &J) -> Result<Self, BadSlice> {
        let late = |late: J| {
            let number = |key| late.get(key).and_then(|number| number.number()).unwrap_or_default() as u64;
            Late { days: number("days"), hours: number("hours") }
        };
        Ok(Self {
            code: read(json, "code")?,
            unit: text(json, "actor")?,
            kind: read(json, "kind")?,
            procedure: optional_text(json, "procedure"),
            status: read(json, "status")?,
            label: text(json, "label")?,
            received: read(json, "received_at")?,
            due: optional(json, "due_at"),
            late: json.get("late").map(late),
            question: optional_text(json, "question"),
            answer: json.get("answer").map(|answer| Answered::from_json(&answer)).transpose()?,
            closed: optional(json, "closed_because"),
        })
    }
}

impl FromJson for Answered {
    fn from_json<J: Json>(json: &J) -> Result<Self, BadSlice> {
        Ok(Self {
            text: text(json, "text")?,
            unit: text(json, "unit")?,
            at: read(json, "answered_at")?,
            // An address that no answer may have, such as `javascript:`, makes the whole answer one of nobody.
            links: list(json, "links", |link| {
                let url = Address::new(text(link, "url")?).map_err(|_| BadSlice::Key("url"))?;
                Ok((text(link, "title")?, url))
            })?,
        })
    }
}

#[cfg(all(test, feature = "ssr"))]
pub(crate) mod native_tests {
    use loa_feedback::PublicView;
    use serde_json::{Value, json};

    use super::*;

    /// What a service publishes.
    pub(crate) fn answered() -> Value {
        json!({
            "code": "4821-9930-5127-7786-0311", "campaign": "ke-hoach", "actor": "so", "kind": "procedure",
            "procedure": "1.001193", "status": "answered", "label": "Đã trả lời",
            "received_at": "2026-11-24T14:10:00+07:00", "question": "Hỏi <b>gì</b>?",
            "answer": {
                "text": "Đáp.", "unit": "so", "answered_at": "2026-11-25T09:00:00+07:00",
                "links": [{ "title": "Hướng dẫn", "url": "https://cong.example.vn/a" }]
            }
        })
    }

    #[test]
    fn what_the_service_writes_is_read_alike_in_a_browser_and_natively() {
        let late = json!({
            "code": "4821-9930-5127-7786-0311", "campaign": "ke-hoach", "actor": "so", "kind": "campaign",
            "status": "received", "label": "Đã nhận", "received_at": "2026-11-24T14:10:00+07:00",
            "due_at": "2026-11-25T14:10:00+07:00", "late": { "days": 1, "hours": 2 }
        });
        for json in [answered(), late] {
            let view: PublicView = serde_json::from_value(json.clone()).unwrap();
            assert_eq!(Item::from_json(&json), Ok(Item::from(&view)));
        }
    }

    #[test]
    fn an_address_that_runs_something_is_no_link() {
        let mut json = answered();
        json["answer"]["links"][0]["url"] = "javascript:alert(1)".into();
        assert_eq!(Item::from_json(&json), Err(BadSlice::Key("url")));
    }
}
