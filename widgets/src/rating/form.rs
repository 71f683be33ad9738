//! The form on the page, and what a person does with it.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventTarget, FormData, HtmlFormElement, HtmlInputElement, UrlSearchParams};

use super::controls::{RatingControls, Told};
use super::stage::{Did, Level};
use crate::element::{Host, Scene};

/// The form on the page.
#[derive(Clone)]
pub(super) struct Form(HtmlFormElement);

impl Form {
    pub(super) fn find(host: &Host) -> Option<Self> {
        host.find(":scope > form").map(|form| Self(form.unchecked_into()))
    }

    pub(super) fn element(&self) -> &HtmlFormElement {
        &self.0
    }

    fn inputs(&self, selector: &str) -> Vec<HtmlInputElement> {
        let Ok(list) = self.0.query_selector_all(selector) else { return Vec::new() };
        (0..list.length()).filter_map(|i| list.get(i)).map(JsCast::unchecked_into).collect()
    }

    pub(super) fn levels(&self) -> Vec<HtmlInputElement> {
        self.inputs("[type=radio]")
    }

    /// Marks a level, or none.
    pub(super) fn mark(&self, marked: Option<Level>) {
        for (i, level) in self.levels().iter().enumerate() {
            level.set_checked(marked == Some(i));
        }
    }

    fn marked(&self) -> Option<Level> {
        self.levels().iter().position(HtmlInputElement::checked)
    }

    /// Fills in what static HTML cannot know.
    pub(super) fn fill(&self, name: &str, value: &str) {
        for input in self.inputs(&["[name=", name, "]"].concat()) {
            input.set_value(value);
        }
    }

    /// What the browser would send.
    pub(super) fn body(&self) -> Option<UrlSearchParams> {
        UrlSearchParams::new_with_str_sequence_sequence(&FormData::new_with_form(&self.0).ok()?.into()).ok()
    }
}

/// The words of a level.
pub(super) fn words(level: &HtmlInputElement) -> String {
    level.parent_element().and_then(|label| label.text_content()).unwrap_or_default().trim().to_owned()
}

/// The level whose label an event is within.
fn level(event: &Event, form: &Form) -> Option<Level> {
    let label = event.target()?.unchecked_into::<Element>().closest("label").ok()?;
    form.levels().iter().position(|level| level.parent_element() == label)
}

/// Follows it for as long as what is returned lives.
pub(super) fn listen(scene: &Scene<RatingControls>, form: &Form) -> Vec<EventListener> {
    let tell = |told: fn(&Event, &Form) -> Option<Did>| {
        let (tell, form) = (Rc::clone(&scene.tell), form.clone());
        move |event: &Event| {
            if let Some(did) = told(event, &form) {
                tell(Told::Do(did));
            }
        }
    };
    let on = |target: &EventTarget, name: &'static str, told| EventListener::new(target, name, tell(told));
    let element = form.element();
    let mut listeners = vec![
        // The browser makes a click of its own when keys move the mark; it counts no presses of a pointer.
        on(element, "click", |event, form| {
            let presses = event.unchecked_ref::<web_sys::UiEvent>().detail();
            level(event, form).filter(|_| presses > 0).map(Did::Tap)
        }),
        on(element, "keydown", |event, form| {
            let is_space = event.unchecked_ref::<web_sys::KeyboardEvent>().key() == " ";
            level(event, form).filter(|_| is_space).map(Did::Tap)
        }),
        on(element, "change", |_, form| form.marked().map(Did::Mark)),
    ];
    let (host, submit) = (scene.host.clone(), tell(|_, form| form.marked().map(Did::Press)));
    let options = EventListenerOptions::enable_prevent_default();
    listeners.push(EventListener::new_with_options(element, "submit", options, move |event| {
        // Where the page has its static HTML back, for whatever reason, the form is the browser's.
        if host.is_attached() {
            event.prevent_default();
            submit(event);
        }
    }));
    let Some(window) = web_sys::window() else { return listeners };
    listeners.push(on(&window, "pagehide", |_, _| Some(Did::Leave)));
    let Some(document) = window.document() else { return listeners };
    // Phones end pages that are out of sight without another word.
    listeners.push(on(&document, "visibilitychange", |_, form| {
        form.element().owner_document()?.hidden().then_some(Did::Leave)
    }));
    let (tell, form) = (Rc::clone(&scene.tell), form.clone());
    listeners.push(EventListener::new(&document, "securitypolicyviolation", move |event| {
        if is_forbidden(event, &form.element().action()) {
            tell(Told::Blocked);
        }
    }));
    listeners
}

/// Whether the policy of the page has kept a script from reaching the address.
fn is_forbidden(event: &Event, address: &str) -> bool {
    let get = |name: &str| Reflect::get(event, &JsValue::from_str(name)).ok().and_then(|value| value.as_string());
    get("blockedURI").is_some_and(|blocked| !blocked.is_empty() && address.starts_with(&blocked))
        && get("effectiveDirective").as_deref() == Some("connect-src")
        && get("disposition").as_deref() == Some("enforce")
}
