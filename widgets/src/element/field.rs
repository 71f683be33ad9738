//! The value of a control, of whichever kind: text, choice, text of several lines.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

/// What is filled in; nothing where there is nothing.
pub(crate) fn value(control: &HtmlElement) -> String {
    let value = Reflect::get(control, &JsValue::from_str("value")).ok();
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// Fills it in.
pub(crate) fn set_value(control: &HtmlElement, value: &str) {
    let _ = Reflect::set(control, &JsValue::from_str("value"), &JsValue::from_str(value));
}
