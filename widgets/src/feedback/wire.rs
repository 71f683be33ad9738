//! Sending: one request, one answer.

use gloo::events::EventListener;
use js_sys::JsString;
use web_sys::{UrlSearchParams, XmlHttpRequest, XmlHttpRequestResponseType};

use loa_feedback::routes::Endpoint;
use loa_feedback::{Draft, Field};

use super::answer::Answer;
use crate::view::View;

/// A request on its way; dropped, its answer is not heard any more, and nobody knows whether it arrived.
pub(super) struct Request {
    request: XmlHttpRequest,
    listener: Option<EventListener>,
}

impl Drop for Request {
    fn drop(&mut self) {
        self.listener.take();
        let _ = self.request.abort();
    }
}

/// How long an answer may take, in milliseconds.
const LIMIT: u32 = 60_000;

/// Sends what a form holds. It travels as a form does, so that another site need not be asked first whether it may.
pub(super) fn send(address: &str, body: &str, hand_over: impl Fn(Answer) + 'static) -> Option<Request> {
    let request = XmlHttpRequest::new().ok()?;
    request.open("POST", address).ok()?;
    request.set_response_type(XmlHttpRequestResponseType::Json);
    request.set_timeout(LIMIT);
    request.set_request_header("content-type", "application/x-www-form-urlencoded").ok()?;
    request.set_request_header("accept", "application/json").ok()?;
    let answered = request.clone();
    let listener = EventListener::new(&request, "loadend", move |_| {
        let body = answered.response().ok().filter(|body| body.is_object());
        let seconds = answered.get_response_header("retry-after").ok().flatten().and_then(|text| text.parse().ok());
        hand_over(Answer::read(answered.status().unwrap_or(0), body.as_ref(), seconds));
    });
    let sent = Request { request, listener: Some(listener) };
    sent.request.send_with_opt_str(Some(body)).ok().map(|()| sent)
}

/// The fields that a draft has one text for, in the order of the contract.
const TEXTS: [Field; 10] = [
    Field::IdempotencyKey,
    Field::Campaign,
    Field::Actor,
    Field::Kind,
    Field::Procedure,
    Field::Text,
    Field::Name,
    Field::Address,
    Field::Phone,
    Field::Email,
];

fn place(draft: &mut Draft, field: Field) -> &mut String {
    match field {
        Field::Campaign => &mut draft.campaign,
        Field::Actor => &mut draft.actor,
        Field::Kind => &mut draft.kind,
        Field::Procedure => &mut draft.procedure,
        Field::Text => &mut draft.text,
        Field::Name => &mut draft.name,
        Field::Address => &mut draft.address,
        Field::Phone => &mut draft.phone,
        Field::Email => &mut draft.email,
        Field::IdempotencyKey => &mut draft.idempotency_key,
        // A list is no text, and of the rest a form has only the field that people leave empty.
        Field::Consents | Field::Website | Field::Subject | Field::Comment => &mut draft.website,
    }
}

/// Fills a draft from texts by field.
pub(super) fn fill(draft: &mut Draft, text: impl Fn(Field) -> String) {
    for field in TEXTS.into_iter().chain([Field::Website]) {
        *place(draft, field) = text(field);
    }
}

/// Writes a draft as a form does.
pub(super) fn write(mut draft: Draft) -> String {
    let Ok(pairs) = UrlSearchParams::new() else { return String::new() };
    for field in TEXTS.into_iter().chain([Field::Website]) {
        let text = std::mem::take(place(&mut draft, field));
        if !text.is_empty() {
            pairs.append(field.as_str(), &text);
        }
    }
    for consent in &draft.consents {
        pairs.append(Field::Consents.as_str(), consent);
    }
    String::from(pairs.to_string())
}

/// Reads what was written.
pub(super) fn read(text: &str) -> Draft {
    let mut draft = Draft::default();
    if let Ok(pairs) = UrlSearchParams::new_with_str(text) {
        fill(&mut draft, |field| pairs.get(field.as_str()).unwrap_or_default());
    }
    draft
}

/// What the page says about unit and procedure.
pub(super) fn asked(view: &View) -> Draft {
    let given = |text: &Option<String>| text.clone().unwrap_or_default();
    Draft { actor: given(&view.actor), procedure: given(&view.procedure), ..Draft::default() }
}

/// The service's own page with a form, for unit and procedure of this page.
pub(super) fn page(endpoint: &Endpoint, view: &View) -> String {
    let asked = write(asked(view));
    [&*endpoint.page(), if asked.is_empty() { "" } else { "?" }, &asked].concat()
}

/// In Unicode's composed form, by the browser's tables: some keyboards write letter and accent apart.
pub(super) fn composed(text: &str, form: &str) -> String {
    String::from(JsString::from(text).normalize(form))
}
