//! Reading aloud with the browser's own Vietnamese voice, where there is one.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};
use yew::Callback;

/// The browser's speech; none where it has none.
pub(super) fn speech() -> Option<SpeechSynthesis> {
    let window = web_sys::window()?;
    // Some in-app browsers have no such property, and asking for it by its method would be a trap.
    let speech = js_sys::Reflect::get(&window, &JsValue::from_str("speechSynthesis")).ok()?;
    let has = |name: &str| js_sys::Reflect::get(&speech, &JsValue::from_str(name)).is_ok_and(|f| f.is_function());
    if !speech.is_object() || !["getVoices", "speak", "cancel", "addEventListener"].into_iter().all(has) {
        return None;
    }
    Some(speech.unchecked_into())
}

/// A voice for the language; a text is not read by a voice of another one.
pub(super) fn voice(lang: &str) -> Option<SpeechSynthesisVoice> {
    let wanted = lang.split('-').next().unwrap_or_default().to_ascii_lowercase();
    // Some extensions give an answer of their own, or none.
    let speech = speech()?;
    let ask =
        js_sys::Reflect::get(&speech, &JsValue::from_str("getVoices")).ok()?.dyn_into::<js_sys::Function>().ok()?;
    ask.call0(&speech)
        .ok()?
        .dyn_into::<js_sys::Array>()
        .ok()?
        .iter()
        .filter_map(|voice| voice.dyn_into::<SpeechSynthesisVoice>().ok())
        .find(|voice| voice.lang().to_ascii_lowercase().starts_with(&wanted))
}

/// A text that is being read; it ends when this is dropped, and the page's own speech is left alone after it ended.
pub(super) struct Reading {
    is_over: Rc<Cell<bool>>,
    _listeners: [EventListener; 2],
}

/// Reads a text and tells when it ended; a reading that goes on ends first.
pub(super) fn read(text: &str, lang: &str, ended: Callback<()>) -> Option<Reading> {
    let speech = speech()?;
    speech.cancel();
    let utterance = SpeechSynthesisUtterance::new_with_text(text).ok()?;
    utterance.set_lang(lang);
    utterance.set_voice(voice(lang).as_ref());
    let is_over = Rc::new(Cell::new(false));
    let listeners = ["end", "error"].map(|name| {
        let (is_over, ended) = (Rc::clone(&is_over), ended.clone());
        EventListener::new(&utterance, name, move |_| {
            if !is_over.replace(true) {
                ended.emit(());
            }
        })
    });
    speech.speak(&utterance);
    Some(Reading { is_over, _listeners: listeners })
}

impl Drop for Reading {
    fn drop(&mut self) {
        if let (false, Some(speech)) = (self.is_over.replace(true), speech()) {
            speech.cancel();
        }
    }
}
