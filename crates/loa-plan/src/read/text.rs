//! Texts, languages and time zones.

use std::collections::BTreeMap;

use super::limits::MAX_TEXT;
use super::wording::shorten;
use super::{Node, Read, Reader, Value};
use crate::{Language, Text, Zone};

impl Reader<'_> {
    /// Takes `node` as a text of at most [`MAX_TEXT`] characters; anything else is reported.
    pub fn text<'n>(&mut self, node: &'n Node<'_>) -> Option<&'n str> {
        let Value::Text(text) = &node.value else {
            let source = self.excerpt(node.span);
            let help = match node.value {
                Value::List(_) | Value::Table(_) => format!("write {}", self.instead("\"…\"")),
                _ => format!("write {}", self.instead(&format!("\"{source}\""))),
            };
            self.mismatch(node, "a text in quotes", help);
            return None;
        };
        // A character has at most four bytes, so most texts need not be counted.
        if text.len() > MAX_TEXT {
            let length = text.chars().count();
            if length > MAX_TEXT {
                let message = format!("`{}` has {length} characters, expected at most {MAX_TEXT}", self.key());
                self.problem(node.span, message, "shorten it, or publish the long part as a document and link to it");
                return None;
            }
        }
        Some(text)
    }
}

impl Read for String {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        reader.text(node).map(str::to_owned)
    }
}

impl Read for Text {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let Value::Table(entries) = &node.value else {
            return reader.text(node).map(|text| Self::Plain(text.to_owned()));
        };
        let mut texts = BTreeMap::new();
        let mut complete = true;
        for (key, node) in entries {
            let text = reader.under(&key.name, |reader| {
                if Language::new(key.name.as_ref()).is_err() {
                    let message = format!("`{}` is not a language", shorten(&key.name));
                    let help = "write the text alone in quotes, or by language: `{ vi = \"…\", en = \"…\" }`";
                    reader.problem(key.span, message, help);
                    return None;
                }
                reader.text(node)
            });
            match (Language::new(key.name.as_ref()), text) {
                (Ok(language), Some(text)) => drop(texts.insert(language, text.to_owned())),
                _ => complete = false,
            }
        }
        if entries.is_empty() {
            let message = format!("`{}` has no text, expected one in at least one language", reader.key());
            let help = format!("write {}", reader.instead("\"…\""));
            reader.problem(node.span, message, help);
            complete = false;
        }
        complete.then_some(Self::Localized(texts))
    }
}

impl Read for Language {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.text(node)?;
        let language = Self::new(text);
        if language.is_err() {
            let message = format!("`{}` is not a language tag, expected two or three small letters", shorten(text));
            let help = "write for example `vi` for Vietnamese or `en` for English";
            reader.problem(node.span, message, help);
        }
        language.ok()
    }

    fn example() -> &'static str {
        "\"vi\""
    }
}

impl Read for Zone {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.text(node)?;
        let zone = text.parse();
        if zone.is_err() {
            let message = format!("`{}` is not a time zone, expected an offset from -12:00 to +14:00", shorten(text));
            let help = format!("for Vietnam write {}", reader.instead(Self::example()));
            reader.problem(node.span, message, help);
        }
        zone.ok()
    }

    fn example() -> &'static str {
        "\"+07:00\""
    }
}
