//! The value of a control, of whichever kind: text, choice, text of several lines.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

/// What is filled in; nothing where there is nothing.
pub(crate) fn value(control: &HtmlElement) -> String {
    let value = Reflect::get(control, &JsValue::from_str("value")).ok();
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// Fills it in; whether it took that. A list without such an entry keeps what it had.
pub(crate) fn fill(control: &HtmlElement, text: &str) -> bool {
    let set = |text: &str| Reflect::set(control, &JsValue::from_str("value"), &JsValue::from_str(text));
    let before = value(control);
    let _ = set(text);
    let is_filled = value(control) == text;
    if !is_filled {
        let _ = set(&before);
    }
    is_filled
}
