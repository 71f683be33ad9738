//! Reading aloud with the browser's own Vietnamese voice, where there is one.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// The browser's speech; none where it has none.
pub(super) fn speech() -> Option<SpeechSynthesis> {
    let window = web_sys::window()?;
    // Some in-app browsers have no such property, and asking for it by its method would be a trap.
    let speech = js_sys::Reflect::get(&window, &JsValue::from_str("speechSynthesis")).ok()?;
    if speech.is_object() { Some(speech.unchecked_into()) } else { None }
}

/// A voice for the language; a text is not read by a voice of another one.
pub(super) fn voice(lang: &str) -> Option<SpeechSynthesisVoice> {
    let wanted = lang.split('-').next().unwrap_or_default().to_ascii_lowercase();
    speech()?
        .get_voices()
        .iter()
        .filter_map(|voice| voice.dyn_into::<SpeechSynthesisVoice>().ok())
        .find(|voice| voice.lang().to_ascii_lowercase().starts_with(&wanted))
}

/// Reads a text; a reading that goes on ends first.
pub(super) fn read(text: &str, lang: &str) {
    let Some(speech) = speech() else { return };
    speech.cancel();
    if let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(text) {
        utterance.set_lang(lang);
        utterance.set_voice(voice(lang).as_ref());
        speech.speak(&utterance);
    }
}

/// Ends the reading.
pub(super) fn stop() {
    if let Some(speech) = speech() {
        speech.cancel();
    }
}
