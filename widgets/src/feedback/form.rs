//! The form on the page: reading it, filling it in, finding its parts.

use js_sys::Reflect;
use loa_feedback::{Draft, Field};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlOptionElement};

use super::wire;
use crate::element::Host;
use crate::element::field::{fill, value};
use crate::words::feedback::FeedbackWords;

/// The form, as found in the element's content.
#[derive(Clone)]
pub(super) struct Form(HtmlFormElement);

/// A step of the form, as it is read once more before it is sent.
pub(super) struct Part {
    pub(super) title: String,
    /// What was asked, where a sentence beside a box is not the question itself, and what was answered.
    pub(super) rows: Vec<(String, String)>,
}

impl Form {
    /// Finds it; none when the page offers no form.
    pub(super) fn find(host: &Host) -> Option<Self> {
        host.find(":scope > form")?.dyn_into().ok().map(Self)
    }

    /// The form itself.
    pub(super) fn element(&self) -> &HtmlFormElement {
        &self.0
    }

    /// All elements within that match.
    pub(super) fn all(&self, selector: &str) -> Vec<HtmlElement> {
        all(&self.0, selector)
    }

    /// The first control of a field that a person can reach.
    pub(super) fn control(&self, field: Field) -> Option<HtmlElement> {
        self.all(&["[name=", field.as_str(), "]:not([type=hidden], [tabindex])"].concat()).into_iter().next()
    }

    /// What is filled in, with letters and accents put together.
    pub(super) fn draft(&self, key: &str) -> Draft {
        let chosen =
            |name: &str| self.all(&["[name=", name, "]:is(:checked, :not([type=radio], [type=checkbox]))"].concat());
        let mut draft = Draft::default();
        wire::fill(&mut draft, |field| {
            let form = if matches!(field, Field::Phone | Field::Email) { "NFKC" } else { "NFC" };
            chosen(field.as_str()).first().map(|control| wire::composed(&value(control), form)).unwrap_or_default()
        });
        draft.consents = chosen(Field::Consents.as_str()).iter().map(value).collect();
        key.clone_into(&mut draft.idempotency_key);
        draft
    }

    /// Fills in what is empty; whether anything was. Consents are given by the person alone.
    pub(super) fn fill(&self, draft: &Draft) -> bool {
        let texts = [
            (Field::Actor, &draft.actor),
            (Field::Procedure, &draft.procedure),
            (Field::Text, &draft.text),
            (Field::Name, &draft.name),
            (Field::Address, &draft.address),
            (Field::Phone, &draft.phone),
            (Field::Email, &draft.email),
        ];
        let mut is_filled = false;
        for (field, text) in texts {
            if let Some(control) = self.control(field).filter(|control| !text.is_empty() && value(control).is_empty()) {
                is_filled |= fill(&control, text);
            }
        }
        if self.all("[name=kind]:checked").is_empty() {
            for control in self.all("[name=kind]").iter().filter(|control| value(control) == draft.kind) {
                if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
                    input.set_checked(true);
                    is_filled = true;
                }
            }
        }
        is_filled
    }

    /// Puts the key of the submission into it, for a browser that sends it.
    pub(super) fn set_key(&self, key: &str) {
        let name = Field::IdempotencyKey.as_str();
        let there = self.all(&["[name=", name, "]"].concat()).into_iter().next().map(Element::from);
        let made = || self.0.owner_document()?.create_element("input").ok();
        if let Some(input) = there.or_else(made) {
            for (attribute, value) in [("type", "hidden"), ("name", name), ("value", key)] {
                let _ = input.set_attribute(attribute, value);
            }
            let _ = self.0.append_child(&input);
        }
    }

    /// Units that do not exist on the day cannot be chosen.
    pub(super) fn allow_units(&self, exists: impl Fn(&str) -> bool) {
        for option in self.all("[name=actor] > option") {
            if let Some(option) = option.dyn_ref::<HtmlOptionElement>() {
                let id = option.value();
                option.set_disabled(!id.is_empty() && !exists(&id));
            }
        }
    }

    /// The steps with everything that is filled in.
    pub(super) fn parts(&self, words: &FeedbackWords) -> Vec<Part> {
        let part = |step: &HtmlElement| Part {
            title: all(step, "legend").first().map(text).unwrap_or_default(),
            rows: all(step, "input, select, textarea").iter().filter_map(|control| row(control, words)).collect(),
        };
        self.all("fieldset").iter().map(part).collect()
    }
}

fn row(control: &HtmlElement, words: &FeedbackWords) -> Option<(String, String)> {
    let label = get(control, "labels").and_then(|labels| Reflect::get_u32(&labels, 0).ok()?.dyn_into().ok());
    let label = label.as_ref().map(text).unwrap_or_default();
    let is_on = || control.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked);
    match get(control, "type")?.as_string()?.as_str() {
        "radio" => is_on().then(|| (String::new(), label)),
        "checkbox" => Some((label, if is_on() { words.agreed } else { words.not_agreed }.to_owned())),
        "select-one" => all(control, "option:checked").first().map(|option| (label, text(option))),
        _ => Some((label, value(control))).filter(|(_, value)| !value.trim().is_empty()),
    }
}

/// All elements within one that match, in order.
fn all(within: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = within.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|i| list.get(i)?.dyn_into().ok()).collect()
}

fn text(element: &HtmlElement) -> String {
    element.text_content().unwrap_or_default()
}

fn get(control: &HtmlElement, name: &str) -> Option<JsValue> {
    Reflect::get(control, &JsValue::from_str(name)).ok()
}
