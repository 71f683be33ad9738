//! A text that is JSON as its standard has it, taken apart in one pass.
//!
//! Nearly every file is. Where anything is unusual this gives up and says nothing: the other parser, which is several
//! times slower, then finds out what is wrong and where.

use std::borrow::Cow;

use crate::read::limits::MAX_DEPTH;
use crate::read::{Key, Node, Span, Value};

/// More keys than any table of ours has; which of them stands twice is for the other parser to find.
const MOST_KEYS: usize = 32;

/// The tree of the text; `None` when it is not JSON, or when there is something to report.
pub(super) fn tree(text: &str) -> Option<Node<'_>> {
    let mut cursor = Cursor { text, bytes: text.as_bytes(), at: 0 };
    let node = cursor.value(0)?;
    cursor.space();
    (cursor.at == text.len()).then_some(node)
}

struct Cursor<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found.then_some(())
    }

    fn value(&mut self, depth: usize) -> Option<Node<'a>> {
        self.space();
        let start = self.at;
        let value = match self.peek()? {
            b'"' => Value::Text(self.string()?),
            b'[' => self.list(depth + 1)?,
            b'{' => self.table(depth + 1)?,
            b't' => self.word("true", Value::Boolean(true))?,
            b'f' => self.word("false", Value::Boolean(false))?,
            b'n' => self.word("null", Value::Null)?,
            _ => super::number_of(self.number()?),
        };
        Some(Node { value, span: Span::new(start, self.at) })
    }

    fn word(&mut self, word: &str, value: Value<'a>) -> Option<Value<'a>> {
        self.bytes.get(self.at..)?.starts_with(word.as_bytes()).then(|| {
            self.at += word.len();
            value
        })
    }

    fn list(&mut self, depth: usize) -> Option<Value<'a>> {
        let mut nodes = Vec::new();
        self.entries(b']', depth, |cursor| {
            nodes.push(cursor.value(depth)?);
            Some(())
        })?;
        Some(Value::List(nodes))
    }

    fn table(&mut self, depth: usize) -> Option<Value<'a>> {
        let mut entries: Vec<(Key<'a>, Node<'a>)> = Vec::new();
        self.entries(b'}', depth, |cursor| {
            let start = cursor.at;
            let name = cursor.string()?;
            let span = Span::new(start, cursor.at);
            cursor.space();
            cursor.take(b':')?;
            let node = cursor.value(depth)?;
            let strange = entries.len() == MOST_KEYS || entries.iter().any(|(known, _)| known.name == name);
            entries.push((Key { name, span }, node));
            (!strange).then_some(())
        })?;
        Some(Value::Table(entries))
    }

    /// Reads entries with commas between them, up to the bracket that closes them.
    fn entries(&mut self, close: u8, depth: usize, mut entry: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        if depth > MAX_DEPTH {
            return None;
        }
        self.at += 1;
        self.space();
        if self.take(close).is_some() {
            return Some(());
        }
        loop {
            self.space();
            entry(self)?;
            self.space();
            if self.take(close).is_some() {
                return Some(());
            }
            self.take(b',')?;
        }
    }

    fn string(&mut self) -> Option<Cow<'a, str>> {
        self.take(b'"')?;
        let mut start = self.at;
        let mut decoded: Option<String> = None;
        loop {
            let length = self.bytes.get(self.at..)?.iter().position(|b| matches!(b, b'"' | b'\\' | 0..0x20))?;
            self.at += length;
            let piece = self.text.get(start..self.at)?;
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    return Some(match decoded {
                        Some(decoded) => Cow::Owned(decoded + piece),
                        None => Cow::Borrowed(piece),
                    });
                }
                b'\\' => {
                    let decoded = decoded.get_or_insert_default();
                    decoded.push_str(piece);
                    decoded.push(self.escape()?);
                    start = self.at;
                }
                _ => return None,
            }
        }
    }

    /// A character behind a backslash; half of a pair of `\u` is for the other parser.
    fn escape(&mut self) -> Option<char> {
        let c = match self.bytes.get(self.at + 1)? {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            _ => return None,
        };
        self.at += 2;
        Some(c)
    }

    fn number(&mut self) -> Option<&'a str> {
        let start = self.at;
        let _ = self.take(b'-');
        if self.take(b'0').is_none() {
            self.digits()?;
        }
        if self.take(b'.').is_some() {
            self.digits()?;
        }
        if self.take(b'e').or_else(|| self.take(b'E')).is_some() {
            let _ = self.take(b'+').or_else(|| self.take(b'-'));
            self.digits()?;
        }
        self.text.get(start..self.at)
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::read::json::slow_tree;

    /// What both parsers say, as text: equal trees with equal places.
    fn compare(text: &str) {
        if let Some(quick) = tree(text) {
            assert_eq!(format!("{quick:?}"), format!("{:?}", slow_tree(text).unwrap()), "{text}");
        }
    }

    #[test]
    fn it_gives_up_where_there_is_something_to_report() {
        let deep = "[".repeat(MAX_DEPTH + 1) + &"]".repeat(MAX_DEPTH + 1);
        for text in ["", "{", "[1,]", "[1 2]", "{\"a\":1,\"a\":2}", "\"a\nb\"", "01", "1.", "1e", "-", "\"\\x\"", "nul"]
        {
            assert!(tree(text).is_none(), "{text}");
        }
        for text in ["[] []", "'a'", "{a:1}", "// a\n1", "+1", "\"\\ud800\"", "\"a", &deep] {
            assert!(tree(text).is_none(), "{text}");
        }
    }

    #[test]
    fn places_are_those_of_the_other_parser() {
        let text = " { \"tên\" : [ -1, 2.5e3, true, null ], \"b\\n\\\"c\": {}, \"d\": \"\" }\n";
        assert!(tree(text).is_some());
        compare(text);
    }

    proptest! {
        #[test]
        fn whatever_it_takes_the_other_parser_takes_alike(text in "[\\[\\]{},:\" \n\\\\tnreu0-2ae.E+\\-đ]{0,24}") {
            compare(&text);
        }

        #[test]
        fn sound_texts_are_taken(words in prop::collection::vec("[a-zđ\"\\\\\n ]{0,6}", 0..6), number in any::<i64>()) {
            let text = serde_json::json!({ "words": words, "number": number, "table": { "a": [words, null, false] } });
            for text in [text.to_string(), serde_json::to_string_pretty(&text).unwrap()] {
                prop_assert!(tree(&text).is_some(), "{}", text);
                compare(&text);
            }
        }
    }
}
