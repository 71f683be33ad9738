//! The JSON Schema of the plan format, made from the types.
//!
//! Editors use it to complete keys and to underline slips; the committed copy is `plan.schema.json`.

use crate::Plan;

/// The schema as text, as it is committed.
#[must_use]
pub fn plan() -> String {
    let mut schema = schemars::schema_for!(Plan);
    schema.insert("title".to_owned(), "Loa: a communication plan".into());
    schema.insert(
        "description".to_owned(),
        "The format 1 of a government communication plan, as `loa check` and `loa build` read it".into(),
    );
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}
