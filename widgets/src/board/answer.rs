//! What a service answered, by the feedback contract; anything else is never taken for feedback.

use std::rc::Rc;

use loa_feedback::Cursor;

use super::item::Item;
use crate::slice::{FromJson, Json, list, optional_text};

/// What came back; items are shared by all who look at them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Answer {
    /// A page of the board in parts, and the place behind it when there is more.
    Page(Vec<Rc<Vec<Item>>>, Option<Cursor>),
    /// The feedback of a code, alone.
    One(Rc<Vec<Item>>),
    /// No feedback has this code.
    Unknown,
    /// The service cannot say now; so many seconds later it may.
    Busy(u32),
    /// An answer that no service of the contract gives.
    Strange,
    /// No answer.
    Lost,
}

/// How long is waited when a busy service does not say.
const PATIENCE: u32 = 30;

/// Reads an answer: its status, 0 for none; its body where that is JSON; the seconds of `Retry-After`.
pub(super) fn read<J: Json>(status: u16, body: Option<&J>, seconds: Option<u32>) -> Answer {
    match status {
        0 => Answer::Lost,
        200 => body.and_then(found).unwrap_or(Answer::Strange),
        // The page of a portal that knows no such address is no answer about a code.
        404 if body.is_some_and(|body| body.get("errors").is_some()) => Answer::Unknown,
        408 | 429 | 500..=599 => Answer::Busy(seconds.unwrap_or(PATIENCE).clamp(1, 3600)),
        _ => Answer::Strange,
    }
}

fn found<J: Json>(body: &J) -> Option<Answer> {
    if body.get("items").is_none() {
        return Some(Answer::One(Rc::new(vec![Item::from_json(body).ok()?])));
    }
    let items = list(body, "items", Item::from_json).ok()?;
    let next = match optional_text(body, "next") {
        Some(next) => Some(next.parse().ok()?),
        None => None,
    };
    Some(Answer::Page(parts(items), next))
}

/// How many are drawn at once: so many take a slow phone less time than a person notices.
const PART: usize = 5;

fn parts(items: Vec<Item>) -> Vec<Rc<Vec<Item>>> {
    let mut items = items.into_iter();
    let mut parts = Vec::new();
    loop {
        let part: Vec<Item> = items.by_ref().take(PART).collect();
        if part.is_empty() {
            return parts;
        }
        parts.push(Rc::new(part));
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use serde_json::{Value, json};

    use super::super::item::native_tests::answered;
    use super::*;

    #[test]
    fn only_an_answer_of_the_contract_is_shown() {
        let one = || Item::from_json(&answered()).unwrap();
        let page = json!({ "items": [answered()], "next": "1795504200.48219930512777860311" });
        let next = "1795504200.48219930512777860311".parse().unwrap();
        assert_eq!(read(200, Some(&page), None), Answer::Page(vec![Rc::new(vec![one()])], Some(next)));
        assert_eq!(read(200, Some(&json!({ "items": [] })), None), Answer::Page(Vec::new(), None));
        let many: Vec<Value> = (0..12).map(|_| answered()).collect();
        let Answer::Page(parts, None) = read(200, Some(&json!({ "items": many })), None) else { panic!("a page") };
        assert_eq!(parts.iter().map(|part| part.len()).collect::<Vec<_>>(), [5, 5, 2]);
        assert_eq!(read(200, Some(&answered()), None), Answer::One(Rc::new(vec![one()])));
        for strange in [json!({}), json!({ "items": [{}] }), json!({ "items": [], "next": "2" })] {
            assert_eq!(read(200, Some(&strange), None), Answer::Strange, "{strange}");
        }
        // The page of a network that wants a login.
        assert_eq!(read::<Value>(200, None, None), Answer::Strange);
    }

    #[test]
    fn an_unknown_code_a_busy_service_and_a_cut_network_are_told_apart() {
        let errors = json!({ "errors": [{ "field": "", "message": "Không có." }] });
        assert_eq!(read(404, Some(&errors), None), Answer::Unknown);
        assert_eq!(read::<Value>(404, None, None), Answer::Strange);
        assert_eq!(read(400, Some(&errors), None), Answer::Strange);
        assert_eq!(read::<Value>(0, None, None), Answer::Lost);
        for status in [408, 429, 500, 503] {
            assert_eq!(read(status, Some(&errors), Some(5)), Answer::Busy(5));
        }
        assert_eq!(read::<Value>(503, None, None), Answer::Busy(30));
    }
}
