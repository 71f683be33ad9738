//! Copying, where the browser lets a page do so.

use wasm_bindgen::{JsCast, JsValue};

/// Copies a text; none when there is no clipboard, or it refuses, as in some apps.
pub(crate) async fn copy(text: &str) -> Option<()> {
    let navigator = web_sys::window()?.navigator();
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
    let write = js_sys::Reflect::get(&clipboard, &JsValue::from_str("writeText")).ok()?;
    let written = write.dyn_into::<js_sys::Function>().ok()?.call1(&clipboard, &JsValue::from_str(text)).ok()?;
    wasm_bindgen_futures::JsFuture::from(written.dyn_into::<js_sys::Promise>().ok()?).await.ok().map(drop)
}
