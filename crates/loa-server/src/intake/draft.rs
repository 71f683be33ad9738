//! What was sent, as the fields of a draft.

use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use loa_feedback::submission::FieldProblem;
use loa_feedback::{Draft, Field, Problems};
use serde_json::Value;

use super::key;
use crate::refusal::Refusal;

/// The two forms in which a message comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Json,
    Urlencoded,
}

/// More fields than any form of a portal has.
const FIELDS: usize = 200;

impl Form {
    pub(crate) fn of(headers: &HeaderMap) -> Result<Self, Refusal> {
        let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        match kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
            "application/json" => Ok(Self::Json),
            "application/x-www-form-urlencoded" => Ok(Self::Urlencoded),
            _ => Err(Refusal::MediaType),
        }
    }

    /// The draft, and the fields whose values are no text.
    pub(super) fn read(self, body: &[u8]) -> Result<(Draft, Problems), Refusal> {
        match self {
            Self::Json => json(body),
            Self::Urlencoded => Ok((urlencoded(body), Problems::default())),
        }
    }
}

fn json(body: &[u8]) -> Result<(Draft, Problems), Refusal> {
    let malformed = || Refusal::Malformed("the body is not a JSON object".to_owned());
    let Ok(Value::Object(fields)) = serde_json::from_slice(body) else { return Err(malformed()) };
    let mut draft = Draft::default();
    let mut problems = Problems::default();
    for (name, value) in fields {
        let Ok(field) = name.parse::<Field>() else { continue };
        if field == Field::Consents {
            match consents(value) {
                Some(consents) => draft.consents = consents,
                None => problems.errors.push(not_text(field)),
            }
            continue;
        }
        match value {
            Value::String(text) => set(&mut draft, field, text),
            Value::Null => {}
            _ => problems.errors.push(not_text(field)),
        }
    }
    Ok((draft, problems))
}

fn consents(value: Value) -> Option<Vec<String>> {
    let Value::Array(values) = value else { return matches!(value, Value::Null).then(Vec::new) };
    let text = |value| if let Value::String(text) = value { Some(text) } else { None };
    values.into_iter().map(text).collect()
}

fn not_text(field: Field) -> FieldProblem {
    let message = match field {
        Field::Consents => "`consents` phải là danh sách chữ như `[\"answer@1\"]`.".to_owned(),
        field => format!("`{field}` phải là chữ trong ngoặc kép."),
    };
    FieldProblem { field, message }
}

/// A form that cannot make a key gets one of its content.
fn urlencoded(body: &[u8]) -> Draft {
    let mut draft = Draft::from_pairs(form_urlencoded::parse(body).take(FIELDS));
    if draft.idempotency_key.is_empty() {
        draft.idempotency_key = key::of_content(&draft);
    }
    draft
}

fn set(draft: &mut Draft, field: Field, text: String) {
    let place = match field {
        Field::IdempotencyKey => &mut draft.idempotency_key,
        Field::Campaign => &mut draft.campaign,
        Field::Actor => &mut draft.actor,
        Field::Kind => &mut draft.kind,
        Field::Procedure => &mut draft.procedure,
        Field::Text => &mut draft.text,
        Field::Name => &mut draft.name,
        Field::Address => &mut draft.address,
        Field::Phone => &mut draft.phone,
        Field::Email => &mut draft.email,
        Field::Website => &mut draft.website,
        // A list, and two fields of ratings.
        Field::Consents | Field::Subject | Field::Comment => return,
    };
    *place = text;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_told_by_field() {
        let (draft, problems) = json(r#"{"text":5,"name":null,"consents":"answer@1","more":1}"#.as_bytes()).unwrap();
        assert_eq!(draft, Draft::default());
        assert_eq!(
            problems.to_string(),
            "consents: `consents` phải là danh sách chữ như `[\"answer@1\"]`.\ntext: `text` phải là chữ trong ngoặc kép."
        );
        for wrong in ["", "[]", "{", "\"a\""] {
            let refused = Refusal::Malformed("the body is not a JSON object".to_owned());
            assert_eq!(json(wrong.as_bytes()), Err(refused), "{wrong}");
        }
    }

    #[test]
    fn a_form_gives_all_consents_and_a_key_of_its_content() {
        let draft = urlencoded(b"name=Lan&consents=answer%401&consents=publish%401&csrf=x&text=a+b%C3%A0");
        assert_eq!((draft.name.as_str(), draft.text.as_str()), ("Lan", "a bà"));
        assert_eq!(draft.consents, ["answer@1", "publish@1"]);
        assert!(draft.idempotency_key.starts_with("form-"));
    }
}
