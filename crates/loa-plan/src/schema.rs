//! The JSON Schema of the plan format, made from the types.
//!
//! Editors use it to complete keys and to underline slips; the committed copy is `plan.schema.json`.

use schemars::Schema;
use serde_json::{Value, json};

use crate::Plan;

/// The schema as text, as it is committed.
#[must_use]
pub fn plan() -> String {
    let mut schema = schemars::schema_for!(Plan).to_value();
    without_null(&mut schema);
    schema["title"] = "Loa: a communication plan".into();
    schema["description"] =
        "The format 1 of a government communication plan, as `loa check` and `loa build` read it".into();
    schema["properties"]["$schema"] =
        json!({ "description": "Where editors find this schema; it says nothing about the plan.", "type": "string" });
    // As a schema its keys are written in the usual order, not in that of the alphabet.
    let schema = Schema::try_from(schema).unwrap_or_default();
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// Takes `null` away, which the types have for a key that is left out and the reader refuses.
fn without_null(schema: &mut Value) {
    match schema {
        Value::Object(entries) => {
            if let Some(Value::Array(kinds)) = entries.get_mut("type") {
                kinds.retain(|kind| kind != "null");
                if let [kind] = kinds.as_slice() {
                    let kind = kind.clone();
                    entries.insert("type".to_owned(), kind);
                }
            }
            if let Some(Value::Array(choices)) = entries.get_mut("anyOf") {
                choices.retain(|choice| *choice != json!({ "type": "null" }));
                if let [Value::Object(only)] = choices.as_mut_slice() {
                    let only = std::mem::take(only);
                    entries.remove("anyOf");
                    entries.extend(only);
                }
            }
            entries.values_mut().for_each(without_null);
        }
        Value::Array(items) => items.iter_mut().for_each(without_null),
        _ => {}
    }
}
