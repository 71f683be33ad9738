//! What else can be done with a guide: print, read aloud, go on where one left, undo, leave the app, finish.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::controls::{self, GuideControls};
use super::counting::{self, Asks};
use super::state::{Action, Done};
use super::voice;
use crate::element::Scene;
use crate::{clipboard, in_app};

/// What the bar below the steps holds.
#[derive(Default)]
pub(super) struct Tools {
    /// Browsers fill the list of voices some time after the page.
    voices: Option<EventListener>,
    can_read: bool,
    reading: Option<voice::Reading>,
    notice: &'static str,
    /// Where the focus goes, since a button of the bar was pressed that goes with its press.
    focus: Option<&'static str>,
}

/// What the bar is told.
#[derive(Clone)]
pub(crate) enum Told {
    /// Print all steps.
    Print,
    /// Read this step aloud, or stop.
    Read,
    /// A reading came to its end.
    HasRead,
    /// The list of voices changed.
    Voices,
    /// Leave the app.
    Leave,
    /// Say something.
    Say(&'static str),
}

impl Tools {
    /// Hears of new voices, from the first time on.
    pub(super) fn listen(&mut self, scene: &Scene<GuideControls>) {
        if self.voices.is_some() {
            return;
        }
        self.voices = voice::speech().map(|speech| {
            let tell = Rc::clone(&scene.tell);
            let target: web_sys::EventTarget = speech.unchecked_into();
            EventListener::new(&target, "voiceschanged", move |_| tell(controls::Told::Tool(Told::Voices)))
        });
        if self.voices.is_some() {
            (scene.tell)(controls::Told::Tool(Told::Voices));
        }
    }

    /// Remembers that the focus is on one of the controls, before the one that has it may go.
    pub(super) fn hold_focus(&mut self, scene: &Scene<GuideControls>) {
        if scene.host.shadow_root().is_some_and(|shadow| shadow.active_element().is_some()) {
            self.lead("[part=print]");
        }
    }

    /// Leads the focus somewhere when the button that has it goes.
    pub(super) fn lead(&mut self, to: &'static str) {
        self.focus = Some(to);
    }

    /// Gives the focus to where it was led when the button that had it is gone.
    pub(super) fn give_focus(&mut self, scene: &Scene<GuideControls>) {
        let Some(to) = self.focus.take() else { return };
        let shadow = scene.host.shadow_root().filter(|shadow| shadow.active_element().is_none());
        let first = shadow.and_then(|shadow| shadow.query_selector(to).ok().flatten());
        if let Some(button) = first.and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = button.focus();
        }
    }

    /// Another step, or the end of the widget, ends the reading.
    pub(super) fn stop_reading(&mut self) {
        self.reading = None;
    }
}

/// The bar.
pub(super) fn view(of: &GuideControls, scene: &Scene<GuideControls>) -> Html {
    let GuideControls { state, tools, counting, .. } = of;
    let words = scene.view.words();
    let button = |part: &'static str, told: controls::Told, text: Html| {
        html! { <button type="button" {part} onclick={scene.on(told)}>{ text }</button> }
    };
    let tool = |part: &'static str, told: Told, text: &'static str| {
        button(part, controls::Told::Tool(told), html! { { text } })
    };
    let is_in_app = state.at_last() && user_agent().is_some_and(|name| in_app::is_in_app(&name));
    let status = if state.done == Done::Yes {
        words.done_thanks
    } else if state.cleared.is_some() {
        words.cleared
    } else if let (Asks::Thanks, Some(counts)) = (counting.asks, &scene.slice.counts) {
        &counts.thanks
    } else {
        tools.notice
    };
    html! {
        <div class="tools" part="tools" data-more={(state.at_last() || state.cleared.is_some() || counting.asks == Asks::Why).then_some("")}>
            { counting::view(counting, scene) }
            { tool("print", Told::Print, words.print) }
            if tools.can_read {
                { tool("read", Told::Read, if tools.reading.is_some() { words.stop_reading } else { words.read_aloud }) }
            }
            if let Some(step) = state.offer {
                { button("continue", controls::Told::Do(Action::Go(step)), html! { <>{ words.continue_at }{ " " }{ step + 1 }</> }) }
            }
            if state.cleared.is_some() {
                { button("undo", controls::Told::Do(Action::Undo), html! { { words.undo } }) }
            }
            if is_in_app {
                { tool("browser", Told::Leave, words.open_in_browser) }
            }
            if state.at_last() && state.done == Done::NotYet {
                { button("done", controls::Told::Finish, html! { { words.done } }) }
            }
            <p role="status">{ status }</p>
        </div>
    }
}

/// Does what the bar is told.
pub(super) fn act(of: &mut GuideControls, scene: &Scene<GuideControls>, told: Told) {
    // The guide is read in its own language, whatever that of the buttons is.
    let lang = &scene.slice.languages.lang;
    match told {
        // The page may do something of its own before it prints.
        Told::Print => wasm_bindgen_futures::spawn_local(async {
            if let Some(window) = web_sys::window() {
                let _ = window.print();
            }
        }),
        Told::Voices => of.tools.can_read = voice::voice(lang).is_some(),
        Told::Read if of.tools.reading.is_some() => of.tools.reading = None,
        Told::Read => {
            let words = of.row().map(|row| row.words(of.state.step)).unwrap_or_default();
            let ended = scene.on(controls::Told::Tool(Told::HasRead));
            of.tools.reading = voice::read(&words, lang, ended);
        }
        Told::HasRead => of.tools.reading = None,
        Told::Leave => leave_app(of, scene),
        Told::Say(notice) => of.tools.notice = notice,
    }
}

fn user_agent() -> Option<String> {
    web_sys::window()?.navigator().user_agent().ok()
}

/// Leaves the app for the phone's browser, or copies the address, and says what to do when neither happens.
fn leave_app(of: &mut GuideControls, scene: &Scene<GuideControls>) {
    let words = scene.view.words();
    // Whatever the app does with the rest, the person sees a way out.
    of.tools.notice = words.copy_by_hand;
    let Some(window) = web_sys::window() else { return };
    let page = window.location().href().unwrap_or_default();
    if let Some(outside) = in_app::outside_address(&user_agent().unwrap_or_default(), &page) {
        let _ = window.location().set_href(&outside);
        return;
    }
    // Not every in-app browser has a clipboard, and one that has may refuse.
    let tell = Rc::clone(&scene.tell);
    wasm_bindgen_futures::spawn_local(async move {
        if clipboard::copy(&page).await.is_some() {
            tell(controls::Told::Tool(Told::Say(words.copied)));
        }
    });
}
