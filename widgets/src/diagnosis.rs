//! What a panic was about, in the console: only in the twin of the published module, which carries no such text.

use wasm_bindgen::prelude::*;

/// Lets each panic say its sentence and its place before the module stops.
#[wasm_bindgen(start)]
fn tell_of_panics() {
    std::panic::set_hook(Box::new(|panic| gloo::console::error!(panic.to_string())));
}
