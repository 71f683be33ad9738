//! Values that may be left out, stand in a list, or are not known.

use super::limits::MAX_ENTRIES;
use super::wording::UNKNOWN;
use super::{Dialect, Node, Read, Reader, Value};
use crate::words::{fold, nearest};
use crate::{Known, Text};

impl<T: Read> Read for Option<T> {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        T::read(node, reader).map(Some)
    }

    fn absent(_: &Node<'_>, _: &'static str, _: &mut Reader<'_>) -> Option<Self> {
        Some(None)
    }

    fn example() -> &'static str {
        T::example()
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let Value::List(nodes) = &node.value else {
            not_a_list::<T>(node, reader);
            return None;
        };
        if nodes.len() > MAX_ENTRIES {
            let message = format!("`{}` has {} entries, expected at most {MAX_ENTRIES}", reader.key(), nodes.len());
            reader.problem(node.span, message, "divide it among several plans");
            return None;
        }
        let mut values = Self::with_capacity(nodes.len());
        for (i, node) in nodes.iter().enumerate() {
            values.extend(reader.at(i, |reader| match lone::<T>(node, reader) {
                Some(meant) => {
                    let help = format!("write {}", reader.instead(&meant));
                    reader.mismatch(node, "a group of entries in curly brackets", help);
                    None
                }
                None => T::read(node, reader),
            }));
        }
        (values.len() == nodes.len()).then_some(values)
    }

    fn absent(_: &Node<'_>, _: &'static str, _: &mut Reader<'_>) -> Option<Self> {
        Some(Self::new())
    }

    fn example() -> &'static str {
        "[\"…\"]"
    }
}

impl<T: Read> Read for Known<T> {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if let Value::Table(entries) = &node.value {
            let meant = |name: &str| name == "unknown" || (name.len() < 16 && nearest(name, ["unknown"]).is_some());
            if entries.iter().any(|(key, _)| meant(&key.name)) {
                let unknown = reader.record(node, &["unknown"])?.field::<Text>("unknown")?;
                return Some(Self::Unknown { unknown });
            }
        }
        if let Value::Text(text) = &node.value
            && says_unknown(text)
        {
            let message = format!("`{}` is not given as a value or as unknown", reader.key());
            let help = format!("write {}", reader.instead(UNKNOWN));
            reader.problem(node.span, message, help);
            return None;
        }
        reader.known(|reader| T::read(node, reader)).map(Self::Is)
    }

    fn example() -> &'static str {
        T::example()
    }
}

/// What one writes for a text that stands alone where a group with one necessary key is expected.
fn lone<T: Read>(node: &Node<'_>, reader: &Reader<'_>) -> Option<String> {
    let group = T::example();
    let is_group = group.starts_with("{ ") && group.contains("= …");
    (is_group && matches!(node.value, Value::Text(_))).then(|| group.replacen('…', &reader.excerpt(node.span), 1))
}

fn not_a_list<T: Read>(node: &Node<'_>, reader: &mut Reader<'_>) {
    let help = match (&node.value, reader.dialect()) {
        (Value::Table(_), Dialect::Toml) if reader.source(node.span).starts_with('[') => {
            let key = reader.key();
            format!("write `[[{key}]]` in double brackets; each such line begins one more entry")
        }
        (_, Dialect::Toml) if T::example().starts_with("{ ") && reader.may_have_heading() => {
            let key = reader.key();
            format!("write each entry under a line `[[{key}]]`, with its keys below")
        }
        (Value::Table(_), _) => "put square brackets around it: `[{ … }]`".to_owned(),
        _ => {
            let entry = lone::<T>(node, reader).unwrap_or_else(|| reader.excerpt(node.span));
            format!("write {}", reader.instead(&format!("[{entry}]")))
        }
    };
    reader.mismatch(node, "a list", help);
}

/// Whether a text is one of the usual words for a value that is not known.
pub(super) fn says_unknown(text: &str) -> bool {
    text.len() <= 32
        && matches!(
            fold(text.trim()).as_str(),
            "" | "?"
                | "-"
                | "unknown"
                | "n/a"
                | "na"
                | "tbd"
                | "none"
                | "khong ro"
                | "chua ro"
                | "chua biet"
                | "chua co"
                | "chua co so lieu"
        )
}
