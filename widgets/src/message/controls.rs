//! The switch of audience: it opens that audience's messages, here and in every other widget of the page.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, Element, HtmlSelectElement};
use yew::prelude::*;

use super::{MessageSlice, audience};
use crate::element::{Bound, Host};
use crate::names;

#[component]
pub(super) fn Controls(props: &Bound<MessageSlice>) -> Html {
    let words = props.view.words();
    let slice = props.slice.clone();
    let given = audience::group(&slice, props.view.audience.as_deref());
    let chosen = use_state(|| audience::chosen().map(|audience| audience::group(&slice, Some(&audience))));
    let shown = chosen.unwrap_or(given);
    let date = props.view.at.unwrap_or_else(|| Host::today(slice.zone));

    let select = use_node_ref();
    let opened = use_mut_ref(|| None::<(u32, usize)>);
    use_effect_with((props.host.clone(), props.revision, shown), {
        let (select, is_chosen) = (select.clone(), chosen.is_some());
        move |(host, revision, shown)| {
            // What a person has unfolded in the static HTML stays; only the group that nobody asked for gives way.
            let asked = match opened.replace(Some((*revision, *shown))) {
                Some((seen, before)) if seen == *revision => before != *shown,
                _ => is_chosen || opens_first(host),
            };
            if asked {
                open(host, *shown);
            }
            // An option that a person chose once no longer follows its attribute.
            if let Some(select) = select.cast::<HtmlSelectElement>() {
                select.set_selected_index(i32::try_from(*shown).unwrap_or(0));
            }
        }
    });
    use_effect_with((props.host.clone(), props.revision, date), {
        let slice = slice.clone();
        move |(host, _, date)| mark(host, &slice, *date)
    });
    // An attribute that changes later is a choice of the page, and counts more than an earlier one of the person.
    let followed = use_mut_ref(|| given);
    use_effect_with(given, {
        let chosen = chosen.setter();
        move |given| {
            if followed.replace(*given) != *given {
                chosen.set(None);
            }
        }
    });
    use_effect_with((), {
        let (slice, chosen) = (slice.clone(), chosen.setter());
        move |()| {
            let listener = web_sys::window().and_then(|window| window.document()).map(|document| {
                EventListener::new(&document, names::AUDIENCE, move |event| {
                    let event: &CustomEvent = event.unchecked_ref();
                    let audience = js_sys::Reflect::get(&event.detail(), &JsValue::from_str("audience")).ok();
                    if let Some(audience) = audience.and_then(|audience| audience.as_string()) {
                        chosen.set(Some(audience::group(&slice, Some(&audience))));
                        audience::choose(audience);
                    }
                })
            });
            move || drop(listener)
        }
    });

    let choose = Callback::from({
        let (host, slice) = (props.host.clone(), slice.clone());
        move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let index = select.and_then(|select| usize::try_from(select.selected_index()).ok());
            if let Some(group) = index.and_then(|index| slice.groups.get(index)) {
                host.send(names::AUDIENCE, &[("audience", JsValue::from_str(&group.kind))]);
            }
        }
    });
    html! {
        <div class="message" part="message">
            <slot name="head" />
            if slice.groups.len() > 1 {
            <p class="switch" part="switch">
                <label>
                    <span>{ words.for_whom }</span>
                    <select part="audience" ref={select} onchange={choose}>
                        { for slice.groups.iter().enumerate().map(|(i, group)| html! {
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
