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
    let lang = bound.view.lang.clone();
    let notice = use_state(|| "");
    let reading = use_state(|| None::<usize>);
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
    use_effect_with((), |()| voice::stop);

    let action = |action: Action| {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| act.emit(action.clone()))
    };
    let print = Callback::from(|_: MouseEvent| {
        if let Some(window) = web_sys::window() {
            let _ = window.print();
        }
    });
    let is_reading = *reading == Some(state.step);
    let read = Callback::from({
        let (row, step, lang) = (row.clone(), state.step, lang.clone());
        let reading = reading.setter();
        move |_: MouseEvent| {
            if is_reading {
                voice::stop();
                reading.set(None);
            } else if let Some(row) = &row {
                voice::read(&row.words(step), &lang);
                reading.set(Some(step));
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
        move |_: MouseEvent| notice.set(leave_app(words))
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
                    { if is_reading { words.stop_reading } else { words.read_aloud } }
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

/// Leaves the app for the phone's browser, or copies the address and says what to do with it.
fn leave_app(words: &'static crate::words::Words) -> &'static str {
    let Some(window) = web_sys::window() else { return words.copy_by_hand };
    let page = window.location().href().unwrap_or_default();
    let name = window.navigator().user_agent().unwrap_or_default();
    if let Some(outside) = in_app::outside_address(&name, &page) {
        let _ = window.location().set_href(&outside);
        return "";
    }
    // Not every in-app browser has a clipboard; then the person is told which button to press.
    let clipboard = js_sys::Reflect::get(&window.navigator(), &JsValue::from_str("clipboard")).ok();
    let write = clipboard.as_ref().and_then(|clipboard| {
        js_sys::Reflect::get(clipboard, &JsValue::from_str("writeText")).ok()?.dyn_into::<js_sys::Function>().ok()
    });
    match (clipboard, write) {
        (Some(clipboard), Some(write)) if write.call1(&clipboard, &JsValue::from_str(&page)).is_ok() => words.copied,
        _ => words.copy_by_hand,
    }
}
