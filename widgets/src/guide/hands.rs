//! What a person does with the steps themselves: scrolling, ticking, clearing, following a link.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};

use super::controls::{GuideControls, Told};
use super::row::Row;
use super::state::Action;
use crate::element::Scene;

/// Follows it for as long as what is returned lives.
pub(super) fn listen(scene: &Scene<GuideControls>, row: &Rc<Row>) -> Vec<EventListener> {
    let on = |target: &web_sys::EventTarget, name: &'static str, told: fn(&Row) -> Option<Told>| {
        let (row, tell) = (Rc::clone(row), Rc::clone(&scene.tell));
        // Clearing is heard before the browser clears the fields, so what was ticked can still be read.
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(target, name, options, move |_| {
            if let Some(told) = told(&row) {
                tell(told);
            }
        })
    };
    let mut listeners = vec![
        on(row.list(), "scroll", |row| row.scrolled_to().map(Told::Step)),
        on(row.list(), "focusout", |row| {
            row.mark();
            None
        }),
        on(&scene.host, "change", |_| Some(Told::Ticked)),
        on(&scene.host, "reset", |row| Some(Told::Do(Action::Clear(row.ticks())))),
    ];
    if let Some(window) = web_sys::window() {
        listeners.push(on(&window, "hashchange", |_| Some(Told::Linked)));
        if scene.slice.counts.is_some() {
            // Browsers keep a page that is left and show it again as it was.
            listeners.push(on(&window, "pageshow", |_| Some(Told::Here)));
            let link = scene.host.find("[data-loa-filing] a");
            listeners.extend(link.map(|link| on(&link, "click", |_| Some(Told::Filing))));
        }
    }
    listeners
}
