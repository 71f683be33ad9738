//! A draft as it travels: written as a form does, read back from what was kept.

use js_sys::JsString;
use web_sys::UrlSearchParams;

use loa_feedback::routes::Endpoint;
use loa_feedback::{Draft, Field};

use crate::view::View;

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
