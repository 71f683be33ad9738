//! What is left out of an entry: the value behind `=`, or the brackets around a list.

use toml::de::DeValue;

use super::Slip;
use super::entry::Entry;
use super::value::{self, UNKNOWNS};
use crate::read::Span;
use crate::read::several::says_unknown;
use crate::read::toml::scan::{Kind, Piece};
use crate::read::wording::{UNKNOWN, shorten};

/// Keys whose values are lists of words.
const LISTS: [&str; 12] = [
    "actors",
    "audiences",
    "channels",
    "checks",
    "guides",
    "languages",
    "of",
    "owners",
    "phases",
    "successors",
    "tags",
    "topics",
];

/// A list that is longer is not written out in the advice, in characters.
const LONGEST_LIST: usize = 120;

impl Entry<'_> {
    /// `{ percent = }`: `=` with nothing behind it although the entry goes on.
    pub(super) fn no_value(&self) -> Option<Slip> {
        let solid: Vec<&Piece> =
            self.pieces.iter().filter(|p| !matches!(p.kind, Kind::Space | Kind::Newline | Kind::Comment)).collect();
        let at = solid
            .windows(2)
            .position(|pair| pair[0].kind == Kind::Equals && matches!(pair[1].kind, Kind::Close | Kind::Comma))?;
        let (equals, next) = (solid[at], solid[at + 1]);
        let key = shorten(self.source(solid.get(at.checked_sub(1)?)?.span));
        let message = format!("`{key}` has no value");
        let outer = self.key();
        let is_inner = solid[..at].iter().filter(|p| p.kind == Kind::Open).count() == 1
            && (UNKNOWNS.contains(&outer) || key == "unknown");
        let help = match next.kind {
            Kind::Comma if !solid[..at].iter().any(|p| p.kind == Kind::Open) => {
                "write a value in place of the comma".to_owned()
            }
            _ if is_inner && key == "unknown" => format!("write the reason behind `=`: `{outer} = {UNKNOWN}`"),
            _ if is_inner => format!("write a value behind `=`, or `{outer} = {UNKNOWN}`"),
            _ => "write a value behind `=`".to_owned(),
        };
        Some(Slip::new(equals.span, message, help))
    }

    /// `goal = { percent = unknown }`, `count = unknown`.
    pub(super) fn unknown(&self, span: Span) -> Option<Slip> {
        let key = self.key();
        let may_be = if self.in_table(span.start) { UNKNOWNS.contains(&key) } else { key == "count" };
        let message = format!("`{key}` is not given as a value or as unknown");
        let is_meant = may_be && says_unknown(self.source(span));
        is_meant.then(|| Slip::new(span, message, format!("write `{key} = {UNKNOWN}`")))
    }

    /// `a, b`: several values with commas between them, and no brackets around them.
    pub(super) fn no_brackets(&self) -> Option<Slip> {
        let equals = self.pieces.iter().position(|p| p.kind == Kind::Equals)?;
        let key = self.key();
        let value = &self.pieces[equals + 1..];
        let end = value.iter().position(|p| matches!(p.kind, Kind::Comment | Kind::Newline)).unwrap_or(value.len());
        let value = &value[..end];
        let simple = |p: &Piece| match p.kind {
            Kind::Text { closed, lines } => closed && !lines,
            kind => matches!(kind, Kind::Word | Kind::Dot | Kind::Comma | Kind::Space),
        };
        if !value.iter().all(simple) {
            return None;
        }
        let parts = value.split(|p| p.kind == Kind::Comma).map(|part| {
            let solid = part.iter().filter(|p| p.kind != Kind::Space);
            let (start, end) = (solid.clone().next()?.span.start, solid.clone().next_back()?.span.end);
            let text = self.source(Span::new(start, end));
            let is_text = matches!(part.iter().find(|p| p.kind != Kind::Space)?.kind, Kind::Text { .. });
            // A text with something behind it is another slip.
            (!is_text || solid.count() == 1).then_some((text, is_text, Span::new(start, end)))
        });
        let parts: Vec<_> = parts.collect::<Option<_>>()?;
        let [first, .., last] = parts.as_slice() else { return None };
        let span = Span::new(first.2.start, last.2.end);
        let shown = shorten(self.source(span));
        let all_texts = parts.iter().all(|part| part.1);
        if !all_texts && !LISTS.contains(&key) {
            // A text with a comma in it, which no quotes hold together.
            let is_text = parts.iter().any(|(text, ..)| DeValue::parse(text).is_err() && value::is_words(text));
            let (message, help) = value::wrong(Some(key), self.source(span));
            return (is_text && !first.1).then(|| Slip::new(span, message, help));
        }
        let quoted = |(text, is_text, _): &(&str, bool, Span)| {
            if *is_text { (*text).to_owned() } else { format!("\"{}\"", text.replace(['\\', '"'], "")) }
        };
        let list = format!("{key} = [{}]", parts.iter().map(quoted).collect::<Vec<_>>().join(", "));
        let help = if list.chars().count() <= LONGEST_LIST {
            format!("write `{list}`")
        } else {
            format!("write `{key} = [\"…\", \"…\"]`, with each of them in quotes")
        };
        Some(Slip::new(span, format!("`{shown}` is a list without square brackets"), help))
    }
}
