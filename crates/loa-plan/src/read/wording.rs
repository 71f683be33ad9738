//! How a message shows what was found, and what one writes instead.

use std::fmt::Write as _;

/// How many characters of what was found are shown in a message.
const EXCERPT: usize = 40;

/// How one says that a value is not known.
pub(super) const UNKNOWN: &str = "{ unknown = \"why it is not known\" }";

/// The first line of `text`, cut when it is long.
pub(super) fn shorten(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default().trim_end();
    match line.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None if line.len() < text.trim_end().len() => format!("{line}…"),
        None => line.to_owned(),
    }
}

/// An example of ours, given as in TOML, as JSON has it.
pub(super) fn json_example(toml: &str) -> String {
    let words: Vec<&str> = toml.split(' ').collect();
    let mut json = String::new();
    for (i, word) in words.iter().enumerate().filter(|(_, word)| **word != "=") {
        if !json.is_empty() {
            json.push(' ');
        }
        if words.get(i + 1) == Some(&"=") {
            write!(json, "\"{word}\":").unwrap_or_default();
        } else if crate::date::parse(word).is_some() {
            write!(json, "\"{word}\"").unwrap_or_default();
        } else {
            json.push_str(word);
        }
    }
    json
}
