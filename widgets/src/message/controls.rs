//! The switch of audience: it opens that audience's messages, here and in every other widget of the page.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, Element, Event, HtmlSelectElement};
use yew::prelude::*;

use super::{MessageSlice, audience};
use crate::element::{Controls, Host, Scene};
use crate::names;

/// What the controls of messages hold.
#[derive(Default)]
pub(crate) struct MessageControls {
    /// What a person chose on this page.
    chosen: Option<usize>,
    /// What the page asked for when it was last looked at.
    given: Option<usize>,
    /// What was opened last, of how many groups; renewed content with as many keeps what is unfolded.
    opened: Option<(usize, usize)>,
    /// Hears of choices made in other widgets.
    listener: Option<EventListener>,
    select: NodeRef,
}

/// What the controls are told.
#[derive(Clone)]
pub(crate) enum Told {
    /// A person chose an audience in this widget.
    Choose,
    /// An audience holds for the page now.
    Chosen(String),
}

impl Controls for MessageControls {
    type Slice = MessageSlice;
    type Action = Told;

    fn view(&self, scene: &Scene<Self>) -> Html {
        let words = scene.view.words();
        let groups = &scene.slice.groups;
        html! {
            <div class="message" part="message">
                <slot name="head" />
                if groups.len() > 1 {
                    <p class="switch" part="switch">
                        <label>
                            <span>{ words.for_whom }</span>
                            <select part="audience" ref={&self.select} onchange={scene.on(Told::Choose)}>
                                { for groups.iter().enumerate().map(|(i, group)| html! {
                                    <option key={i} value={group.kind.clone()}>{ words.audience(&group.kind) }</option>
                                }) }
                            </select>
                        </label>
                    </p>
                }
                <slot />
            </div>
        }
    }

    fn act(&mut self, scene: &Scene<Self>, told: Told) {
        match told {
            Told::Choose => {
                let select = self.select.cast::<HtmlSelectElement>();
                let index = select.and_then(|select| usize::try_from(select.selected_index()).ok());
                if let Some(group) = index.and_then(|index| scene.slice.groups.get(index)) {
                    // Every widget of the page hears it, this one too.
                    scene.host.send(names::AUDIENCE, &[("audience", JsValue::from_str(&group.kind))]);
                }
            }
            Told::Chosen(audience) => {
                self.chosen = Some(audience::group(&scene.slice, Some(&audience)));
                audience::choose(audience);
            }
        }
    }

    fn stand(&mut self, scene: &Scene<Self>) {
        let given = audience::group(&scene.slice, scene.view.audience.as_deref());
        match self.given.replace(given) {
            None => {
                self.chosen = audience::chosen().map(|audience| audience::group(&scene.slice, Some(&audience)));
                self.listener = listen(scene);
            }
            // An attribute that changes later is a choice of the page, and counts more than an earlier one of a person.
            Some(before) if before != given => self.chosen = None,
            Some(_) => {}
        }
        let shown = self.chosen.unwrap_or(given);
        // What a person has unfolded in the static HTML stays; only the group that nobody asked for gives way.
        let groups = scene.host.find_all::<Element>(":scope > details").len();
        let is_asked = match self.opened.replace((groups, shown)) {
            Some((of, before)) if of == groups => before != shown,
            _ => self.chosen.is_some() || opens_first(&scene.host),
        };
        if is_asked {
            open(&scene.host, shown);
        }
        // An option that a person chose once no longer follows its attribute.
        if let Some(select) = self.select.cast::<HtmlSelectElement>() {
            select.set_selected_index(i32::try_from(shown).unwrap_or(0));
        }
        mark(&scene.host, &scene.slice, scene.view.at.unwrap_or_else(|| Host::today(scene.slice.zone)));
    }
}

fn listen(scene: &Scene<MessageControls>) -> Option<EventListener> {
    let tell = Rc::clone(&scene.tell);
    let document = web_sys::window()?.document()?;
    Some(EventListener::new(&document, names::AUDIENCE, move |event: &Event| {
        let event: &CustomEvent = event.unchecked_ref();
        let audience = js_sys::Reflect::get(&event.detail(), &JsValue::from_str("audience")).ok();
        if let Some(audience) = audience.and_then(|audience| audience.as_string()) {
            tell(Told::Chosen(audience));
        }
    }))
}

/// Whether the first audience's messages are open and no others, as static HTML has them for everybody.
fn opens_first(host: &Host) -> bool {
    let groups = host.find_all::<Element>(":scope > details");
    groups.iter().enumerate().all(|(i, group)| group.has_attribute("open") == (i == 0))
}

/// Opens one audience's messages and folds the others; a person who unfolds another one later may do so.
fn open(host: &Host, shown: usize) {
    for (i, group) in host.find_all::<Element>(":scope > details").iter().enumerate() {
        let _ = if i == shown { group.set_attribute("open", "") } else { group.remove_attribute("open") };
    }
}

/// Marks the messages that are used on the date; the others stay readable, with their phase beside them.
fn mark(host: &Host, slice: &MessageSlice, date: chrono::NaiveDate) {
    let items = host.find_all::<Element>(":scope > details > ul > li");
    let messages: Vec<_> = slice.groups.iter().flat_map(|group| &group.messages).collect();
    // Static HTML of another build, which is still in use, is left alone.
    if items.len() != messages.len() {
        return;
    }
    for (item, message) in items.iter().zip(messages) {
        let limited = !message.phases.is_empty();
        let _ = if limited && message.is_used_on(date) {
            item.set_attribute("aria-current", "true")
        } else {
            item.remove_attribute("aria-current")
        };
    }
}
