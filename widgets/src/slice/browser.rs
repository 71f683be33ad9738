//! Slices as the browser parsed them.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::Json;

impl Json for JsValue {
    fn get(&self, key: &str) -> Option<Self> {
        Reflect::get(self, &JsValue::from_str(key)).ok().filter(|value| !value.is_undefined() && !value.is_null())
    }

    fn text(&self) -> Option<String> {
        self.as_string()
    }

    fn number(&self) -> Option<f64> {
        self.as_f64()
    }

    fn items(&self) -> Option<Vec<Self>> {
        self.dyn_ref::<Array>().map(|array| array.iter().collect())
    }

    fn entries(&self) -> Vec<(String, Self)> {
        let Some(object) = self.dyn_ref::<Object>() else { return Vec::new() };
        Object::keys(object)
            .iter()
            .filter_map(|key| Some((key.as_string()?, Reflect::get(object, &key).ok()?)))
            .collect()
    }
}
