//! The controls of a guide: back, position, next; below the steps what else can be done with it.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::GuideSlice;
use super::row::Row;
use super::state::{Action, GuideState, step_in_address, ticks_from_text, ticks_to_text};
use super::tools::Tools;
use crate::element::{Bound, Host};
use crate::memory;
use crate::names;

/// Draws the controls around the slots of the content.
#[component]
pub(super) fn Controls(props: &Bound<GuideSlice>) -> Html {
    let state = use_reducer(GuideState::default);
    let row = use_memo((props.host.clone(), props.revision), |(host, _)| Row::find(host));
    let words = props.view.words();
    let is_known = state.of > 0;

    use_effect_with((Rc::clone(&row), props.view.lang.clone()), {
        let dispatcher = state.dispatcher();
        let Bound { host, slice, .. } = props.clone();
        move |(row, _)| {
            let listeners = (**row).as_ref().map(|row| {
                row.introduce(words);
                // An address leads once; a person who went on from there is not called back.
                let address = if is_known { None } else { address() };
                dispatcher.dispatch(found(&host, &slice, row, address));
                listen(&host, &slice, row, &dispatcher)
            });
            let row = Rc::clone(row);
            move || {
                drop(listeners);
                if let Some(row) = &*row {
                    row.let_go();
                }
            }
        }
    });
    use_effect_with((state.step, state.of, state.offer, props.asked, Rc::clone(&row)), {
        let key = step_key(&props.host, &props.slice);
        move |(step, of, offer, _, row)| {
            if let (Some(row), true) = (&**row, *of > 0) {
                row.show(*step);
                // Nothing is kept before the person does something, and what is offered is not forgotten.
                if offer.is_none() && (*step > 0 || memory::recall(memory::of_tab(), &key).is_some()) {
                    memory::keep(memory::of_tab(), &key, &step.to_string());
                }
            }
        }
    });
    use_effect_with((state.ticks.clone(), Rc::clone(&row)), {
        let key = ticks_key(&props.host, &props.slice);
        move |(ticks, row)| {
            if let Some(row) = &**row
                && !ticks.is_empty()
            {
                if row.ticks() != *ticks {
                    row.set_ticks(ticks);
                }
                let kept = if ticks.contains(&true) { ticks_to_text(ticks) } else { String::new() };
                memory::keep(memory::of_device(), &key, &kept);
            }
        }
    });

    let go = |step: usize| {
        let state = state.clone();
        let Bound { host, slice, .. } = props.clone();
        Callback::from(move |_: MouseEvent| {
            if step != state.step && step < state.of {
                state.dispatch(Action::Go(step));
                say_step(&host, &slice, step, state.of);
            }
        })
    };
    html! {
        <div class="guide" part="guide" role="group" aria-roledescription={words.carousel}
             aria-label={props.slice.title.clone()}>
            <slot name="head" />
            <div class="bar">
                <div class="links"><slot name="nav" /></div>
                <div class="controls" part="controls">
                    <button type="button" part="previous" onclick={go(state.step.wrapping_sub(1))}
                            aria-label={words.previous} aria-disabled={state.at_first().then_some("true")}>
                        { "‹" }<span class="word">{ " " }{ words.previous }</span>
                    </button>
                    <p class="position" part="position">
                        <span class="word">{ words.step }{ " " }</span>{ state.step + 1 }
                        <span aria-hidden="true">{ "/" }</span>
                        <span class="hidden">{ format!(" {} ", words.of) }</span>{ state.of }
                    </p>
                    <button type="button" part="next" onclick={go(state.step + 1)}
                            aria-label={words.next} aria-disabled={state.at_last().then_some("true")}>
                        <span class="word">{ words.next }{ " " }</span>{ "›" }
                    </button>
                </div>
            </div>
            <slot />
            <Tools bound={props.clone()} state={(*state).clone()} act={Callback::from({
                let state = state.clone();
                move |action| state.dispatch(action)
            })} row={(*row).clone()} />
        </div>
    }
}

/// Where a guide begins: where the person has scrolled it to, else at the step that the address names;
/// at the step of an earlier visit only when that moves nothing under their eyes, else it is offered.
fn found(host: &Host, slice: &GuideSlice, row: &Row, address: Option<String>) -> Action {
    let there = row.in_view();
    let named = address.filter(|_| there == 0 && row.in_use().is_none());
    let named = named.and_then(|hash| step_in_address(&hash, &slice.id));
    let earlier = memory::recall(memory::of_tab(), &step_key(host, slice)).and_then(|step| step.parse().ok());
    let untouched = named.is_none() && there == 0 && row.in_use().is_none();
    let offer = earlier.filter(|_| untouched);
    let kept = memory::recall(memory::of_device(), &ticks_key(host, slice)).unwrap_or_default();
    let now = row.ticks();
    let ticks = ticks_from_text(&kept, now.len()).iter().zip(&now).map(|(kept, now)| *kept || *now).collect();
    if named.is_some() && !host.in_sight() {
        host.scroll_into_view();
    }
    let step = named.or(offer.filter(|_| !host.in_sight())).unwrap_or(there);
    Action::Found { step, of: row.len(), ticks, offer }
}

fn listen(
    host: &Host,
    slice: &Rc<GuideSlice>,
    row: &Rc<Row>,
    dispatcher: &UseReducerDispatcher<GuideState>,
) -> Vec<EventListener> {
    let scrolled = {
        let (host, slice, row, dispatcher) = (host.clone(), Rc::clone(slice), Rc::clone(row), dispatcher.clone());
        move |_: &Event| {
            if let Some(step) = row.scrolled_to() {
                dispatcher.dispatch(Action::Go(step));
                say_step(&host, &slice, step, row.len());
            }
        }
    };
    let ticked = {
        let (host, slice, row, dispatcher) = (host.clone(), Rc::clone(slice), Rc::clone(row), dispatcher.clone());
        move |_: &Event| {
            let ticks = row.ticks();
            let count = ticks.iter().filter(|ticked| **ticked).count();
            host.send(
                names::TICK,
                &[
                    ("guide", JsValue::from_str(&slice.id)),
                    ("ticked", JsValue::from_f64(count as f64)),
                    ("of", JsValue::from_f64(ticks.len() as f64)),
                ],
            );
            dispatcher.dispatch(Action::Tick(ticks));
        }
    };
    let cleared = {
        let (row, dispatcher) = (Rc::clone(row), dispatcher.clone());
        // The event comes before the browser clears the fields, so what was ticked can still be read.
        move |_: &Event| dispatcher.dispatch(Action::Clear(row.ticks()))
    };
    let linked = {
        let (host, slice, dispatcher) = (host.clone(), Rc::clone(slice), dispatcher.clone());
        move |_: &Event| {
            if let Some(step) = address().and_then(|hash| step_in_address(&hash, &slice.id)) {
                dispatcher.dispatch(Action::Go(step));
                if !host.in_sight() {
                    host.scroll_into_view();
                }
            }
        }
    };
    let mut listeners = vec![
        EventListener::new(row.list(), "scroll", scrolled),
        EventListener::new(row.list(), "focusout", {
            let row = Rc::clone(row);
            move |_| row.mark()
        }),
        EventListener::new(host, "change", ticked),
        EventListener::new_with_options(host, "reset", EventListenerOptions::run_in_capture_phase(), cleared),
    ];
    listeners.extend(web_sys::window().map(|window| EventListener::new(&window, "hashchange", linked)));
    listeners
}

fn say_step(host: &Host, slice: &GuideSlice, step: usize, of: usize) {
    host.send(
        names::STEP,
        &[
            ("guide", JsValue::from_str(&slice.id)),
            ("step", JsValue::from_f64((step + 1) as f64)),
            ("of", JsValue::from_f64(of as f64)),
        ],
    );
}

fn address() -> Option<String> {
    web_sys::window()?.location().hash().ok()
}

fn step_key(host: &Host, slice: &GuideSlice) -> String {
    format!("loa-buoc:{}{}", host.view().src, slice.id)
}

fn ticks_key(host: &Host, slice: &GuideSlice) -> String {
    format!("loa-dau:{}{}", host.view().src, slice.id)
}
