//! What a person does with the form, and what the browser tells of the network.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventTarget};

use super::controls::{FeedbackControls, Told};
use super::form::Form;
use crate::element::Scene;
use crate::words::feedback::FeedbackWords;

/// After how many milliseconds without a key a draft is kept.
const PAUSE: u32 = 300;

/// Follows it for as long as what is returned lives.
pub(super) fn listen(scene: &Scene<FeedbackControls>, form: &Form) -> Vec<EventListener> {
    // Whether something was typed just now that is not kept yet.
    let is_fresh: Rc<Cell<bool>> = Rc::default();
    let pause: RefCell<Option<Timeout>> = RefCell::default();
    let on = |target: &EventTarget, name: &'static str, told: Told| {
        let tell = Rc::clone(&scene.tell);
        EventListener::new(target, name, move |_| tell(told.clone()))
    };
    let mut listeners = Vec::with_capacity(7);
    let (tell, host) = (Rc::clone(&scene.tell), scene.host.clone());
    let options = EventListenerOptions::enable_prevent_default();
    listeners.push(EventListener::new_with_options(form.element(), "submit", options, move |event| {
        // Where the page has its static HTML back, for whatever reason, the form is the browser's.
        if host.is_attached() {
            event.prevent_default();
            tell(Told::Submit);
        }
    }));
    let (tell, fresh) = (Rc::clone(&scene.tell), Rc::clone(&is_fresh));
    listeners.push(EventListener::new(form.element(), "input", move |_| {
        let (tell, is_fresh) = (Rc::clone(&tell), Rc::clone(&fresh));
        is_fresh.set(true);
        let keep = move || {
            is_fresh.set(false);
            tell(Told::Typed);
        };
        pause.replace(Some(Timeout::new(PAUSE, keep)));
    }));
    listeners.push(on(form.element(), "change", Told::Changed));
    listeners.push(EventListener::new(form.element(), "focusin", mark(scene, form)));
    let Some(window) = web_sys::window() else { return listeners };
    listeners.push(on(&window, "online", Told::Online));
    let tell = Rc::clone(&scene.tell);
    listeners.push(EventListener::new(&window, "pagehide", move |_| {
        if is_fresh.take() {
            tell(Told::Typed);
        }
    }));
    if let Some(document) = window.document() {
        let (tell, form) = (Rc::clone(&scene.tell), form.clone());
        let refused = FeedbackWords::of(&scene.view.lang).refused;
        listeners.push(EventListener::new(&document, "securitypolicyviolation", move |event| {
            match forbidden(event, &form.element().action()).as_deref() {
                Some("connect-src") => tell(Told::Blocked),
                Some("form-action") => tell(Told::Say(refused)),
                _ => {}
            }
        }));
    }
    listeners
}

/// The directive of a policy that has kept the page from reaching the address.
fn forbidden(event: &Event, address: &str) -> Option<String> {
    let get = |name: &str| Reflect::get(event, &JsValue::from_str(name)).ok().and_then(|value| value.as_string());
    let blocked = get("blockedURI").filter(|blocked| !blocked.is_empty() && address.starts_with(blocked));
    blocked.and_then(|_| get("effectiveDirective")).filter(|_| get("disposition").as_deref() == Some("enforce"))
}

/// The link to the step that the person is within says so.
fn mark(scene: &Scene<FeedbackControls>, form: &Form) -> impl Fn(&Event) + 'static {
    let (host, steps) = (scene.host.clone(), form.all("fieldset"));
    move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let within = target.and_then(|target| target.closest("fieldset").ok().flatten());
        let links = host.find_all::<Element>(":scope > nav a");
        for (link, step) in links.iter().zip(&steps) {
            let is_here = within.as_ref().is_some_and(|within| within.is_same_node(Some(step)));
            let _ = if is_here {
                link.set_attribute("aria-current", "step")
            } else {
                link.remove_attribute("aria-current")
            };
        }
    }
}
