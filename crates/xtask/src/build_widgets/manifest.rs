//! `custom-elements.json`: what editors and documentation tools know about the tags, from the widgets' `fixtures.toml`.

use std::fs;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use toml::Table;

use crate::workspace;

/// The manifest of all widgets. What they share stands in the fixtures of the element binding.
pub(crate) fn build() -> Result<String> {
    let sources = workspace::root().join("widgets/src");
    let mut shared = Table::new();
    let mut widgets = Vec::new();
    for path in workspace::files_below(&sources)?.iter().filter(|path| path.ends_with("fixtures.toml")) {
        let text = fs::read_to_string(path).with_context(|| format!("cannot read `{}`", path.display()))?;
        let table: Table = text.parse().with_context(|| format!("in `{}`", path.display()))?;
        if table.contains_key("tag") { widgets.push(table) } else { shared = table }
    }
    Ok(format!("{:#}\n", of(&widgets, &shared)))
}

/// In the form of the Custom Elements Manifest, version 1.
fn of(widgets: &[Table], shared: &Table) -> Value {
    let declarations: Vec<Value> = widgets.iter().map(|widget| declaration(widget, shared)).collect();
    let exports: Vec<Value> = widgets
        .iter()
        .map(|widget| {
            let declaration = json!({ "name": text(widget, "name"), "module": "loa.js" });
            json!({ "kind": "custom-element-definition", "name": text(widget, "tag"), "declaration": declaration })
        })
        .collect();
    let module =
        json!({ "kind": "javascript-module", "path": "loa.js", "declarations": declarations, "exports": exports });
    json!({ "schemaVersion": "1.0.0", "modules": [module] })
}

fn declaration(widget: &Table, shared: &Table) -> Value {
    let both = |key| [widget, shared].into_iter().flat_map(move |table| entries(table, key));
    let attributes: Vec<Value> = both("attribute").map(attribute).collect();
    let events: Vec<Value> = both("event").map(event).collect();
    let properties: Vec<Value> = both("property").map(described).collect();
    let parts: Vec<Value> = both("part").map(described).collect();
    let slots: Vec<Value> = both("slot").map(described).collect();
    json!({
        "kind": "class",
        "customElement": true,
        "name": text(widget, "name"),
        "tagName": text(widget, "tag"),
        "description": text(widget, "summary"),
        "attributes": attributes,
        "events": events,
        "cssProperties": properties,
        "cssParts": parts,
        "slots": slots,
    })
}

fn attribute(entry: &Table) -> Value {
    let mut value = described(entry);
    value["type"] = json!({ "text": text(entry, "type") });
    value
}

fn event(entry: &Table) -> Value {
    let description = format!("Fires {}. Detail: {}.", text(entry, "fires"), text(entry, "detail"));
    json!({ "name": text(entry, "name"), "type": { "text": "CustomEvent" }, "description": description })
}

fn described(entry: &Table) -> Value {
    let mut value = json!({ "name": text(entry, "name"), "description": text(entry, "description") });
    if let Some(default) = entry.get("default").and_then(toml::Value::as_str).filter(|default| !default.is_empty()) {
        value["default"] = json!(default);
    }
    value
}

fn entries<'a>(table: &'a Table, key: &str) -> impl Iterator<Item = &'a Table> {
    table.get(key).and_then(toml::Value::as_array).into_iter().flatten().filter_map(toml::Value::as_table)
}

fn text<'a>(table: &'a Table, key: &str) -> &'a str {
    table.get(key).and_then(toml::Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_widget_has_its_own_attributes_and_those_that_all_share() {
        let widget: Table = "tag = \"loa-guide\"\nname = \"Guide\"\nsummary = \"Steps.\"\n[[attribute]]\nname = \"guide\"\ntype = \"id\"\ndefault = \"\"\ndescription = \"Which.\"\n[[event]]\nname = \"loa-step\"\ndetail = \"{step}\"\nfires = \"when a person moves\"".parse().unwrap();
        let shared: Table =
            "[[attribute]]\nname = \"lang\"\ntype = \"language\"\ndefault = \"vi\"\ndescription = \"The language.\""
                .parse()
                .unwrap();
        let manifest = of(&[widget], &shared);
        let guide = &manifest["modules"][0]["declarations"][0];
        assert_eq!(guide["tagName"], "loa-guide");
        assert_eq!(
            guide["attributes"],
            json!([
                { "name": "guide", "type": { "text": "id" }, "description": "Which." },
                { "name": "lang", "type": { "text": "language" }, "description": "The language.", "default": "vi" },
            ])
        );
        assert_eq!(guide["events"][0]["description"], "Fires when a person moves. Detail: {step}.");
        assert_eq!(manifest["modules"][0]["exports"][0]["name"], "loa-guide");
    }
}
