//! What a person does with the form, and what the browser tells of the network.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventTarget};

use super::controls::{FeedbackControls, Told};
use super::form::Form;
use crate::element::Scene;

/// After how many milliseconds without a key a draft is kept.
const PAUSE: u32 = 300;

/// Follows it for as long as what is returned lives.
pub(super) fn listen(scene: &Scene<FeedbackControls>, form: &Form) -> Vec<EventListener> {
    let pause: Rc<RefCell<Option<Timeout>>> = Rc::default();
    let on = |target: &EventTarget, name: &'static str, told: Told| {
        let tell = Rc::clone(&scene.tell);
        EventListener::new(target, name, move |_| tell(told.clone()))
    };
    let mut listeners = Vec::with_capacity(7);
    let tell = Rc::clone(&scene.tell);
    let options = EventListenerOptions::enable_prevent_default();
    listeners.push(EventListener::new_with_options(form.element(), "submit", options, move |event| {
        event.prevent_default();
        tell(Told::Submit);
    }));
    let (tell, waits) = (Rc::clone(&scene.tell), Rc::clone(&pause));
    listeners.push(EventListener::new(form.element(), "input", move |_| {
        let tell = Rc::clone(&tell);
        *waits.borrow_mut() = Some(Timeout::new(PAUSE, move || tell(Told::Typed)));
    }));
    listeners.push(on(form.element(), "change", Told::Changed));
    listeners.push(EventListener::new(form.element(), "focusin", mark(scene, form)));
    let Some(window) = web_sys::window() else { return listeners };
    listeners.push(on(&window, "online", Told::Online));
    let tell = Rc::clone(&scene.tell);
    listeners.push(EventListener::new(&window, "pagehide", move |_| {
        // Only what was typed just now and is not kept yet.
        if pause.borrow_mut().take().is_some() {
            tell(Told::Typed);
        }
    }));
    if let Some(document) = window.document() {
        let (tell, form) = (Rc::clone(&scene.tell), form.clone());
        listeners.push(EventListener::new(&document, "securitypolicyviolation", move |event| {
            if is_ours(event, &form.element().action()) {
                tell(Told::Blocked);
            }
        }));
    }
    listeners
}

/// Whether a policy has kept a script from reaching the address.
fn is_ours(event: &Event, address: &str) -> bool {
    let get = |name: &str| Reflect::get(event, &JsValue::from_str(name)).ok().and_then(|value| value.as_string());
    let blocked = get("blockedURI").filter(|blocked| !blocked.is_empty());
    get("effectiveDirective").as_deref() == Some("connect-src")
        && get("disposition").as_deref() == Some("enforce")
        && blocked.is_some_and(|blocked| address.starts_with(&blocked))
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
