//! A tree as TOML: single values first, then one heading for each table, tables inside them on one line.

use std::fmt::Write as _;

use super::tree::Tree;

/// Up to so many characters a table or a list stays on one line.
const LINE: usize = 100;

/// The text of a plan.
pub(super) fn text(root: &Tree) -> String {
    let Tree::Table(entries) = root else { return String::new() };
    let mut text = String::new();
    for (key, value) in entries.iter().filter(|(_, value)| heading(value).is_none()) {
        entry(&mut text, key, value);
    }
    for (name, value) in entries {
        let Some(tables) = heading(value) else { continue };
        let line = if matches!(value, Tree::List(_)) { format!("[[{name}]]") } else { format!("[{name}]") };
        for table in tables {
            let Tree::Table(entries) = table else { continue };
            text.push('\n');
            text.push_str(&line);
            text.push('\n');
            for (key, value) in entries {
                entry(&mut text, key, value);
            }
        }
    }
    text
}

/// The tables that stand under headings of their own; `None` for what fits behind a `=`.
fn heading(value: &Tree) -> Option<&[Tree]> {
    match value {
        Tree::List(items) if matches!(items.first(), Some(Tree::Table(_))) => Some(items),
        Tree::Table(entries) if entries.len() > 2 || inline(value).chars().count() > LINE => {
            Some(std::slice::from_ref(value))
        }
        _ => None,
    }
}

fn entry(text: &mut String, key: &str, value: &Tree) {
    if matches!(value, Tree::Null) {
        return;
    }
    text.push_str(&name(key));
    text.push_str(" = ");
    match value {
        Tree::List(items) if inline(value).chars().count() > LINE => {
            text.push_str("[\n");
            for item in items {
                text.push_str("    ");
                text.push_str(&inline(item));
                text.push_str(",\n");
            }
            text.push(']');
        }
        Tree::Text(words) if words.contains('\n') => lines(text, words),
        _ => text.push_str(&inline(value)),
    }
    text.push('\n');
}

fn inline(value: &Tree) -> String {
    match value {
        Tree::Null => String::new(),
        Tree::Boolean(yes) => yes.to_string(),
        Tree::Integer(number) => number.to_string(),
        Tree::Float(number) => format!("{number:?}"),
        Tree::Date(date) => date.clone(),
        Tree::Text(words) => {
            let mut text = String::from("\"");
            words.chars().for_each(|c| character(&mut text, c));
            text.push('"');
            text
        }
        Tree::List(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Tree::Table(entries) => {
            let entries = entries.iter().filter(|(_, value)| *value != Tree::Null);
            let entries = entries.map(|(key, value)| format!("{} = {}", name(key), inline(value)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

/// A text of several lines between three quotes.
fn lines(text: &mut String, words: &str) {
    text.push_str("\"\"\"\n");
    for c in words.chars() {
        if c == '\n' { text.push(c) } else { character(text, c) }
    }
    text.push_str("\"\"\"");
}

fn character(text: &mut String, c: char) {
    match c {
        '"' => text.push_str("\\\""),
        '\\' => text.push_str("\\\\"),
        '\n' => text.push_str("\\n"),
        '\r' => text.push_str("\\r"),
        '\t' => text.push_str("\\t"),
        c if c.is_control() => write!(text, "\\u{:04X}", u32::from(c)).unwrap_or_default(),
        c => text.push(c),
    }
}

fn name(key: &str) -> String {
    let bare = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    if bare { key.to_owned() } else { inline(&Tree::Text(key.to_owned())) }
}
