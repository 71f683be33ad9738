//! A tree as JSON, indented.

use std::fmt::Write as _;

use super::tree::Tree;

/// The text of a plan.
pub(super) fn text(root: &Tree) -> String {
    let mut text = String::new();
    value(&mut text, root, 0);
    text.push('\n');
    text
}

fn value(text: &mut String, tree: &Tree, depth: usize) {
    match tree {
        Tree::Null => text.push_str("null"),
        Tree::Boolean(yes) => text.push_str(if *yes { "true" } else { "false" }),
        Tree::Integer(number) => write!(text, "{number}").unwrap_or_default(),
        Tree::Float(number) => write!(text, "{number:?}").unwrap_or_default(),
        Tree::Text(words) | Tree::Date(words) => quoted(text, words),
        Tree::List(items) => {
            rows(text, depth, ('[', ']'), items, |text, item| value(text, item, depth + 1));
        }
        Tree::Table(entries) => rows(text, depth, ('{', '}'), entries, |text, (key, item)| {
            quoted(text, key);
            text.push_str(": ");
            value(text, item, depth + 1);
        }),
    }
}

fn rows<T>(text: &mut String, depth: usize, around: (char, char), rows: &[T], write: impl Fn(&mut String, &T)) {
    text.push(around.0);
    for (i, row) in rows.iter().enumerate() {
        text.push_str(if i > 0 { ",\n" } else { "\n" });
        text.push_str(&"  ".repeat(depth + 1));
        write(text, row);
    }
    if !rows.is_empty() {
        text.push('\n');
        text.push_str(&"  ".repeat(depth));
    }
    text.push(around.1);
}

fn quoted(text: &mut String, words: &str) {
    text.push('"');
    for c in words.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            c if u32::from(c) < 0x20 => write!(text, "\\u{:04x}", u32::from(c)).unwrap_or_default(),
            c => text.push(c),
        }
    }
    text.push('"');
}
