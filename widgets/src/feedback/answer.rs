//! What a service answered, by the feedback contract; anything else is never taken for a receipt.

use loa_feedback::{Field, Moment};

use crate::slice::{Json, list, optional_text, text};

/// What came back.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Answer {
    /// It was taken in, now or by an earlier try.
    Received(Receipt),
    /// Something else was taken in under this key before.
    Earlier(Receipt),
    /// It was not taken in, and has to be changed.
    Wrong(Vec<Problem>),
    /// It was not taken in now; so many seconds later it may be.
    Busy(u32),
    /// An answer that no service of the contract gives: a page of somebody else, nothing at this address.
    Strange,
    /// No answer; it may have arrived or not.
    Lost,
}

/// What a person keeps.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Receipt {
    /// In groups, as the service writes it.
    pub(crate) code: String,
    pub(crate) received: Option<Moment>,
    pub(crate) due: Option<Moment>,
}

/// What is wrong, with the field where it is about one.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Problem {
    pub(crate) field: Option<Field>,
    pub(crate) message: String,
    /// Whether a person has changed the field since, and it is right now.
    pub(crate) is_mended: bool,
}

impl Problem {
    pub(super) fn new(field: Option<Field>, message: String) -> Self {
        Self { field, message, is_mended: false }
    }
}

/// How long is waited when a busy service does not say.
const PATIENCE: u32 = 30;

impl Answer {
    /// Reads an answer: its status, 0 for none; its body where that is JSON; the seconds of `Retry-After`.
    pub(super) fn read<J: Json>(status: u16, body: Option<&J>, seconds: Option<u32>) -> Self {
        match status {
            0 => Self::Lost,
            200 | 201 => body.and_then(receipt).map_or(Self::Strange, Self::Received),
            408 | 429 | 500..=599 => Self::Busy(seconds.unwrap_or(PATIENCE).clamp(1, 600)),
            _ => {
                if let Some(receipt) = body.and_then(|body| receipt(&body.get("receipt")?)) {
                    return Self::Earlier(receipt);
                }
                match body.map(problems) {
                    Some(problems) if !problems.is_empty() => Self::Wrong(problems),
                    _ => Self::Strange,
                }
            }
        }
    }
}

fn receipt<J: Json>(json: &J) -> Option<Receipt> {
    let moment = |key: &str| optional_text(json, key)?.parse().ok();
    let code = optional_text(json, "code").filter(|code| !code.is_empty())?;
    Some(Receipt { code, received: moment("received_at"), due: moment("due_at") })
}

fn problems<J: Json>(json: &J) -> Vec<Problem> {
    list(json, "errors", |error| {
        let field = optional_text(error, "field").and_then(|field| field.parse().ok());
        Ok(Problem::new(field, text(error, "message")?))
    })
    .unwrap_or_default()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn read(status: u16, body: Value) -> Answer {
        Answer::read(status, Some(&body), None)
    }

    #[test]
    fn only_an_answer_of_the_contract_is_a_receipt() {
        let body =
            json!({ "code": "4821-9930-5127-7786-0311", "received_at": "2026-11-24T14:10:00+07:00", "due_at": null });
        for status in [200, 201] {
            let Answer::Received(receipt) = read(status, body.clone()) else { panic!("{status}") };
            assert_eq!(receipt.code, "4821-9930-5127-7786-0311");
            assert_eq!(receipt.received.map(Moment::vietnamese).as_deref(), Some("14:10 ngày 24/11/2026"));
            assert_eq!(receipt.due, None);
        }
        // The page of a network that wants a login, a content management system that says "not found" with 200.
        assert_eq!(Answer::read::<Value>(200, None, None), Answer::Strange);
        assert_eq!(read(200, json!({ "code": "" })), Answer::Strange);
        assert_eq!(read(204, body), Answer::Strange);
        assert_eq!(Answer::read::<Value>(404, None, None), Answer::Strange);
        assert_eq!(Answer::read::<Value>(0, None, None), Answer::Lost);
    }

    #[test]
    fn what_is_wrong_comes_by_field() {
        let body =
            json!({ "errors": [{ "field": "text", "message": "Xin viết." }, { "field": "", "message": "Xin đợi." }] });
        let wrong =
            vec![Problem::new(Some(Field::Text), "Xin viết.".to_owned()), Problem::new(None, "Xin đợi.".to_owned())];
        assert_eq!(read(422, body.clone()), Answer::Wrong(wrong.clone()));
        assert_eq!(read(403, body), Answer::Wrong(wrong));
        assert_eq!(read(422, json!({ "errors": [] })), Answer::Strange);
    }

    #[test]
    fn a_key_that_was_used_for_something_else_brings_that_receipt() {
        let body =
            json!({ "errors": [{ "field": "idempotency_key", "message": "Đã nhận." }], "receipt": { "code": "1" } });
        assert_eq!(read(409, body), Answer::Earlier(Receipt { code: "1".to_owned(), received: None, due: None }));
    }

    #[test]
    fn a_busy_service_is_asked_again_later() {
        for status in [408, 429, 500, 502, 503] {
            assert_eq!(Answer::read::<Value>(status, None, Some(5)), Answer::Busy(5));
            assert_eq!(Answer::read::<Value>(status, None, None), Answer::Busy(30));
            assert_eq!(Answer::read::<Value>(status, None, Some(90_000)), Answer::Busy(600));
        }
    }
}
