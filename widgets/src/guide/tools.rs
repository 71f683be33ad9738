//! What else can be done with a guide: print, read aloud, go on where one left, undo, leave the app, finish.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

use super::GuideSlice;
use super::row::Row;
use super::state::{Action, Done, GuideState};
use super::voice;
use crate::element::Bound;
use crate::in_app;
use crate::names;
use crate::words::Words;

#[derive(Properties, PartialEq)]
pub(super) struct ToolsProps {
    pub(super) bound: Bound<GuideSlice>,
    pub(super) state: GuideState,
    pub(super) act: Callback<Action>,
    pub(super) row: Option<Rc<Row>>,
}

#[component]
pub(super) fn Tools(props: &ToolsProps) -> Html {
    let ToolsProps { bound, state, act, row } = props;
    let words = bound.view.words();
    // The guide is read in its own language, whatever that of the buttons is.
    let lang = bound.slice.lang.clone();
    let notice = use_state(|| "");
    let reading = use_mut_ref(|| None::<voice::Reading>);
    let is_reading = use_state_eq(|| false);
    let can_read = use_state({
        let lang = lang.clone();
        move || voice::voice(&lang).is_some()
    });

    // Browsers fill the list of voices some time after the page.
    use_effect_with(lang.clone(), {
        let can_read = can_read.setter();
        move |lang: &String| {
            let lang = lang.clone();
            let listener = voice::speech().map(|speech| {
                let target: web_sys::EventTarget = speech.unchecked_into();
                EventListener::new(&target, "voiceschanged", move |_| can_read.set(voice::voice(&lang).is_some()))
            });
            move || drop(listener)
        }
    });
    // Another step, or the end of the widget, ends the reading.
    use_effect_with(state.step, {
        let (reading, is_reading) = (Rc::clone(&reading), is_reading.setter());
        move |_| {
            move || {
                if reading.take().is_some() {
                    is_reading.set(false);
                }
            }
        }
    });

    let action = |action: Action| {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| act.emit(action.clone()))
    };
    let print = Callback::from(|_: MouseEvent| {
        if let Some(window) = web_sys::window() {
            let _ = window.print();
        }
    });
    let read = Callback::from({
        let (row, step, lang) = (row.clone(), state.step, lang.clone());
        let (reading, is_reading) = (Rc::clone(&reading), is_reading.setter());
        move |_: MouseEvent| {
            if reading.take().is_some() {
                is_reading.set(false);
            } else if let Some(row) = &row {
                let ended = Callback::from({
                    let (reading, is_reading) = (Rc::clone(&reading), is_reading.clone());
                    move |()| {
                        reading.take();
                        is_reading.set(false);
                    }
                });
                let begun = voice::read(&row.words(step), &lang, ended);
                is_reading.set(begun.is_some());
                reading.replace(begun);
            }
        }
    });
    let finish = Callback::from({
        let (act, bound) = (act.clone(), bound.clone());
        move |_: MouseEvent| {
            act.emit(Action::Finish);
            bound.host.send(names::DONE, &[("guide", JsValue::from_str(&bound.slice.id))]);
        }
    });
    let in_app = state.at_last()
        && web_sys::window().is_some_and(|w| w.navigator().user_agent().is_ok_and(|name| in_app::is_in_app(&name)));
    let leave = Callback::from({
        let notice = notice.setter();
        move |_: MouseEvent| leave_app(words, notice.clone())
    });
    let status = if state.done == Done::Yes {
        words.done_thanks
    } else if state.cleared.is_some() {
        words.cleared
    } else {
        *notice
    };
    html! {
        <div class="tools" part="tools" data-more={(state.at_last() || state.cleared.is_some()).then_some("")}>
            <button type="button" part="print" onclick={print}>{ words.print }</button>
            if *can_read {
                <button type="button" part="read" onclick={read}>
                    { if *is_reading { words.stop_reading } else { words.read_aloud } }
                </button>
            }
            if let Some(step) = state.offer {
                <button type="button" part="continue" onclick={action(Action::Go(step))}>
                    { format!("{} {}", words.continue_at, step + 1) }
                </button>
            }
            if state.cleared.is_some() {
                <button type="button" part="undo" onclick={action(Action::Undo)}>{ words.undo }</button>
            }
            if in_app {
                <button type="button" part="browser" onclick={leave}>{ words.open_in_browser }</button>
            }
            if state.at_last() && state.done == Done::NotYet {
                <button type="button" part="done" onclick={finish}>{ words.done }</button>
            }
            <p role="status">{ status }</p>
        </div>
    }
}

/// Leaves the app for the phone's browser, or copies the address, and says what to do when neither happens.
fn leave_app(words: &'static Words, notice: UseStateSetter<&'static str>) {
    // Whatever the app does with the rest, the person sees a way out.
    notice.set(words.copy_by_hand);
    let Some(window) = web_sys::window() else { return };
    let page = window.location().href().unwrap_or_default();
    let name = window.navigator().user_agent().unwrap_or_default();
    if let Some(outside) = in_app::outside_address(&name, &page) {
        let _ = window.location().set_href(&outside);
        return;
    }
    // Not every in-app browser has a clipboard, and one that has may refuse.
    wasm_bindgen_futures::spawn_local(async move {
        if copy(&window.navigator(), &page).await.is_some() {
            notice.set(words.copied);
        }
    });
}

async fn copy(navigator: &web_sys::Navigator, text: &str) -> Option<()> {
    let clipboard = js_sys::Reflect::get(navigator, &JsValue::from_str("clipboard")).ok()?;
    let write = js_sys::Reflect::get(&clipboard, &JsValue::from_str("writeText")).ok()?;
    let written = write.dyn_into::<js_sys::Function>().ok()?.call1(&clipboard, &JsValue::from_str(text)).ok()?;
    wasm_bindgen_futures::JsFuture::from(written.dyn_into::<js_sys::Promise>().ok()?).await.ok().map(drop)
}
