//! Entries: `key = value`.

use toml::de::DeValue;

use super::statement::{Statement, is_entry, is_key};
use super::{Complaint, Slip, value};
use crate::read::Span;
use crate::read::heading::heading;
use crate::read::toml::scan::{Kind, Piece, pieces};
use crate::read::wording::shorten;

/// Characters that nobody sees and that come along when text is copied.
const INVISIBLE: [char; 8] =
    ['\u{a0}', '\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{3000}', '\u{feff}'];

const KEYS: &str = "a key is an English word of the format, such as `title`; Vietnamese stands in quotes behind `=`";

/// An entry and the place in it that the parser complains about.
pub(super) struct Entry<'t> {
    text: &'t str,
    span: Span,
    pub(super) pieces: Vec<Piece>,
    complaint: &'t Complaint,
}

/// Explains what the parser says about an entry.
pub(super) fn explain(text: &str, statement: &Statement, complaint: &Complaint) -> Slip {
    let span = statement.span;
    let pieces = pieces(&text[span.start..span.end])
        .map(|p| Piece { span: Span::new(p.span.start + span.start, p.span.end + span.start), ..p })
        .collect();
    let entry = Entry { text, span, pieces, complaint };
    entry
        .invisible()
        .or_else(|| entry.twice())
        .or_else(|| entry.no_equals())
        .or_else(|| entry.bad_key())
        .or_else(|| entry.no_value())
        .or_else(|| entry.no_brackets())
        .or_else(|| entry.bad_value())
        .or_else(|| entry.in_quotes())
        .or_else(|| entry.in_brackets())
        .or_else(|| entry.behind())
        .unwrap_or_else(|| entry.other())
}

impl<'t> Entry<'t> {
    pub(super) fn source(&self, span: Span) -> &'t str {
        &self.text[span.start..span.end]
    }

    fn whole(&self) -> &'t str {
        self.source(self.span)
    }

    /// The place of the first `=`.
    fn equals(&self) -> Option<usize> {
        self.pieces.iter().find(|p| p.kind == Kind::Equals).map(|p| p.span.start)
    }

    pub(super) fn key(&self) -> &'t str {
        let end = self.equals().unwrap_or(self.span.end);
        self.source(Span::new(self.span.start, end)).trim()
    }

    /// What stands before the complaint and behind it, without spaces.
    fn around(&self) -> (Option<&Piece>, Option<&Piece>) {
        let at = self.complaint.span.start;
        let solid = |p: &&Piece| p.kind != Kind::Space;
        let before = self.pieces.iter().filter(solid).rev().find(|p| p.span.end <= at);
        let behind = self.pieces.iter().filter(solid).find(|p| p.span.start >= at);
        (before, behind)
    }

    /// The key before the value at `at`, when there is one and not a list between.
    fn key_of(&self, at: usize) -> Option<&'t str> {
        let mut words = self.pieces.iter().filter(|p| p.kind != Kind::Space && p.span.end <= at).rev();
        let equals = words.next()?;
        let key = words.next()?;
        (equals.kind == Kind::Equals && key.kind == Kind::Word).then(|| self.source(key.span))
    }

    fn invisible(&self) -> Option<Slip> {
        let words = self.pieces.iter().filter(|p| p.kind == Kind::Word);
        let (at, c) = words
            .flat_map(|p| {
                let (start, word) = (p.span.start, self.source(p.span));
                word.char_indices().map(move |(i, c)| (start + i, c))
            })
            .find(|(_, c)| INVISIBLE.contains(c))?;
        let message = format!("an invisible character stands here (U+{:04X})", u32::from(c));
        let help = "delete the spaces around this place and type them again";
        Some(Slip::new(Span::new(at, at + c.len_utf8()), message, help))
    }

    fn twice(&self) -> Option<Slip> {
        let message = &self.complaint.message;
        let key = shorten(self.source(self.complaint.span));
        if message == "duplicate key" {
            let message = format!("the key `{key}` stands twice in the same part");
            return Some(Slip::new(self.complaint.span, message, "delete one of the two lines"));
        }
        message.starts_with("cannot extend").then(|| {
            let message = format!("`{key}` has already another value above");
            Slip::new(self.complaint.span, message, "delete one of the two")
        })
    }

    fn no_equals(&self) -> Option<Slip> {
        let whole = self.whole();
        if ["//", "--", "/*", ";", "<!--"].iter().any(|sign| whole.starts_with(sign)) {
            let message = format!("`{}` is not an entry", shorten(whole));
            return Some(Slip::new(self.span, message, "begin a remark with `#`"));
        }
        if self.equals().is_some() && !whole.starts_with("- ") {
            return None;
        }
        if let Some((key, rest)) = whole.split_once(':')
            && is_key(key.trim().trim_matches('"'))
        {
            let key = key.trim().trim_matches('"');
            let at = self.span.start + whole.find(':').unwrap_or_default();
            let rest = rest.trim().trim_end_matches(',');
            let help = match heading(key) {
                Some(heading) if rest.is_empty() => format!("write the heading `{heading}`"),
                _ if rest.is_empty() => format!("write `{key} = …` with a value"),
                _ if DeValue::parse(rest).is_ok() => {
                    let entry = format!("{key} = {rest}");
                    // Half an entry is no advice.
                    if shorten(&entry) == entry { format!("write `{entry}`") } else { "write `=` there".to_owned() }
                }
                _ => value::wrong(Some(key), rest).1,
            };
            let message = format!("`:` stands behind `{key}`, expected `=`");
            return Some(Slip::new(Span::new(at, at + 1), message, help));
        }
        if let Some((key, rest)) = whole.split_once(char::is_whitespace)
            && is_key(key)
            && rest.trim_start().starts_with(['"', '\'', '[', '{', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
        {
            let example = shorten(&format!("{key} = {}", rest.trim()));
            return Some(Slip::new(self.span, format!("`=` is missing behind `{key}`"), format!("write `{example}`")));
        }
        if is_key(whole) {
            let message = format!("`{}` stands alone", shorten(whole));
            return Some(Slip::new(self.span, message, format!("write `{} = …` with a value", shorten(whole))));
        }
        let message = format!("`{}` is neither an entry `key = value` nor a heading", shorten(whole));
        let help = "delete it, or begin it with `#` when it is a remark; a text of several lines stands between `\"\"\"` and `\"\"\"`";
        Some(Slip::new(self.span, message, help))
    }

    fn bad_key(&self) -> Option<Slip> {
        let key = self.key();
        let equals = self.equals()?;
        if key.is_empty() {
            let help = "write a key before it, such as `title = \"…\"`";
            return Some(Slip::new(self.span, "`=` has no key before it", help));
        }
        if self.complaint.message.starts_with("invalid unquoted key")
            && self.complaint.span.start > equals
            && let Some(word) = self.pieces.iter().find(|p| {
                p.kind == Kind::Word
                    && p.span.start <= self.complaint.span.start
                    && self.complaint.span.start < p.span.end
            })
            && !self.source(word.span).contains([':', '"'])
        {
            let message = format!("`{}` cannot be a key", shorten(self.source(word.span)));
            return Some(Slip::new(word.span, message, KEYS));
        }
        let in_key = self.complaint.span.start < equals || (self.complaint.message.starts_with("key with"));
        if !is_key(key) && in_key {
            let message = format!("`{}` cannot be a key", shorten(key));
            return Some(Slip::new(Span::new(self.span.start, equals), message, KEYS));
        }
        let rest = self.source(Span::new(equals + 1, self.span.end)).trim();
        let at = Span::new(equals, equals + 1);
        if rest.is_empty() {
            let help = "write a value behind `=`, or delete the line";
            return Some(Slip::new(at, format!("`{}` has no value", shorten(key)), help));
        }
        rest.starts_with('=')
            .then(|| Slip::new(at, "two `=` stand side by side", format!("write `{} = …` with one", shorten(key))))
    }

    fn bad_value(&self) -> Option<Slip> {
        let at = self.complaint.span.start;
        // `16,5` ends for the parser at its comma.
        if let Some(span) = self.comma_number() {
            let (message, help) = value::wrong(self.key_of(span.start), self.source(span));
            return Some(Slip::new(span, message, help));
        }
        const ABOUT_VALUES: [&str; 13] = [
            "string values must be quoted",
            "invalid date",
            "invalid time",
            "invalid float",
            "invalid integer",
            "invalid boolean",
            "unexpected leading zero",
            "redundant",
            "integers with a radix",
            "radix must",
            "unexpected sign",
            "`_` may only",
            "missing opening quote",
        ];
        if !ABOUT_VALUES.iter().any(|about| self.complaint.message.starts_with(about)) {
            return None;
        }
        let start = self.pieces.iter().rev().find(|p| p.span.start <= at && p.kind == Kind::Word)?;
        // Dots divide a word into pieces, so the value is what has no space, comma or bracket in it.
        let index = self.pieces.iter().position(|p| p.span == start.span)?;
        let part = |p: &&Piece| matches!(p.kind, Kind::Word | Kind::Dot);
        let first = self.pieces[..index].iter().rev().take_while(part).last().unwrap_or(start);
        let last = self.pieces[index..].iter().take_while(part).last().unwrap_or(start);
        let end = last.span.end.max(self.complaint.span.end.min(self.span.end));
        let span = Span::new(first.span.start, end);
        let token = self.source(span);
        if let Some((key, _)) = token.split_once(':').filter(|_| self.in_table(span.start) && self.key_of(at).is_none())
        {
            return Some(self.colon(span, key));
        }
        // `1 c` in `{ b = 1 c = 2 }`: the second word is the next key.
        if token.contains(char::is_whitespace)
            && self.source(Span::new(end, self.span.end)).trim_start().starts_with('=')
        {
            return Some(self.missing_comma(span));
        }
        if let Some(unknown) = self.unknown(span) {
            return Some(unknown);
        }
        let (message, help) = value::wrong(self.key_of(span.start), token);
        Some(Slip::new(span, message, help))
    }

    /// Where a number with commas in it stands, when the complaint is.
    fn comma_number(&self) -> Option<Span> {
        let digits = |p: &Piece| p.kind == Kind::Word && self.source(p.span).bytes().all(|b| b.is_ascii_digit());
        let end = |p: &Piece| {
            let word = self.source(p.span);
            p.kind == Kind::Word && word.strip_suffix('%').unwrap_or(word).bytes().all(|b| b.is_ascii_digit())
        };
        let near = |p: &Piece| p.span.start <= self.complaint.span.end && self.complaint.span.start <= p.span.end + 2;
        let goes_on = |w: &[Piece]| w[0].kind == Kind::Comma && end(&w[1]);
        let at = self.pieces.windows(3).position(|w| digits(&w[0]) && goes_on(&w[1..]) && w.iter().any(near))?;
        let more = self.pieces[at + 1..].chunks_exact(2).take_while(|w| goes_on(w)).count();
        Some(Span::new(self.pieces[at].span.start, self.pieces[at + 2 * more].span.end))
    }

    fn in_quotes(&self) -> Option<Slip> {
        let at = self.complaint.span.start;
        let text =
            self.pieces.iter().find(|p| matches!(p.kind, Kind::Text { .. }) && p.span.start < at && at < p.span.end)?;
        let source = self.source(self.complaint.span);
        if let Some(c) = source.chars().next().filter(|c| c.is_control()) {
            let message = format!("a control character stands in this text (U+{:04X})", u32::from(c));
            return Some(Slip::new(self.complaint.span, message, "delete this place and type it again"));
        }
        let message = format!("a backslash in `{}` does not stand for a character", shorten(self.source(text.span)));
        Some(Slip::new(self.complaint.span, message, "write `\\\\` for a backslash, or put the text in single quotes"))
    }

    pub(super) fn in_table(&self, at: usize) -> bool {
        self.words_in_tables().any(|p| p.span.start <= at && at < p.span.end)
    }

    /// The words whose innermost bracket is a curly one, in one pass.
    fn words_in_tables(&self) -> impl Iterator<Item = &Piece> {
        let mut open = Vec::new();
        self.pieces.iter().filter(move |piece| {
            match piece.kind {
                Kind::Open => open.push(self.source(piece.span)),
                Kind::Close => drop(open.pop()),
                _ => {}
            }
            piece.kind == Kind::Word && open.last() == Some(&"{")
        })
    }

    fn in_brackets(&self) -> Option<Slip> {
        let span = self.complaint.span;
        let message = self.complaint.message.as_str();
        if message.starts_with("missing comma between array elements") {
            let help = "write a comma between the entries: `[\"…\", \"…\"]`";
            return Some(Slip::new(span, "a comma is missing between two entries of the list", help));
        }
        if message.starts_with("extra comma") {
            return Some(Slip::new(span, "a comma stands here with nothing before it", "delete it"));
        }
        if let Some(colon) = self.words_in_tables().find(|p| self.source(p.span).contains(':')) {
            let index = self.pieces.iter().position(|p| p.span == colon.span)?;
            let before = self.pieces[..index].iter().rev().find(|p| p.kind != Kind::Space)?;
            let word = self.source(colon.span);
            if word.starts_with(':') && !matches!(before.kind, Kind::Equals) {
                return Some(self.colon(colon.span, self.source(before.span)));
            }
            if word.ends_with(':') {
                return Some(self.colon(colon.span, word));
            }
        }
        let pairs = [
            "missing comma between key-value pairs",
            "extra assignment",
            "missing assignment",
            "missing key for inline",
            "invalid inline table",
            "unexpected `=` in array",
            "missing inline table",
            "missing array",
        ];
        pairs.iter().any(|pair| message.starts_with(pair)).then(|| self.missing_comma(span))
    }

    fn colon(&self, span: Span, key: &str) -> Slip {
        let key = shorten(key.trim_matches([':', '"', '\'']));
        Slip::new(span, format!("`:` stands behind `{key}`, expected `=`"), format!("write `{{ {key} = … }}`"))
    }

    fn missing_comma(&self, span: Span) -> Slip {
        let help = "write `{ key = value, key = value }`, with commas between the entries";
        Slip::new(span, "the entries in these curly brackets cannot be told apart", help)
    }

    fn behind(&self) -> Option<Slip> {
        let (before, behind) = self.around();
        let (before, behind) = (before?, behind?);
        let rest = self.source(Span::new(behind.span.start, self.span.end));
        let span = Span::new(behind.span.start, self.span.end);
        let shown = shorten(rest);
        let message = format!("`{shown}` stands behind the value");
        if rest.chars().all(|c| ",;.".contains(c)) {
            return Some(Slip::new(span, message, "delete it"));
        }
        if rest.starts_with("//") {
            return Some(Slip::new(span, message, "begin a remark with `#`"));
        }
        if is_second_entry(rest) {
            let message = format!("two entries stand on one line; the second one is `{shown}`");
            return Some(Slip::new(span, message, "put it on a line of its own"));
        }
        if let (Kind::Text { .. }, Kind::Word | Kind::Text { .. } | Kind::Dot) = (before.kind, behind.kind) {
            let text = self.source(before.span);
            let message = format!("the text ends at `{}`, but `{shown}` stands behind it", shorten(text));
            let help = if text.starts_with('\'') {
                "put the text in double quotes: `\"…\"`"
            } else {
                "write `\\\"` for a quote inside a text"
            };
            return Some(Slip::new(span, message, help));
        }
        Some(Slip::new(span, message, "delete it"))
    }

    fn other(&self) -> Slip {
        let message = format!("`{}` cannot be read: {}", shorten(self.whole()), self.complaint.message);
        let help = "write `key = value`, where the value is a text in quotes, a number, a date such as 2025-02-01, \
                    `true`, `false` or a list in square brackets";
        Slip::new(self.complaint.span, message, help)
    }
}

/// Whether `text` is an entry with the beginning of a value, and not words of a text with a quote inside.
fn is_second_entry(text: &str) -> bool {
    let begins = |value: &str| {
        value.starts_with(['"', '\'', '[', '{']) || value.starts_with(|c: char| c.is_ascii_digit()) || {
            let word = value.split_whitespace().next().unwrap_or_default();
            matches!(word, "true" | "false")
        }
    };
    is_entry(text) && text.split_once('=').is_some_and(|(_, value)| begins(value.trim_start()))
}

/// Whether an entry is a heading as other formats write it: `phases:`.
pub(super) fn is_meant_as_heading(text: &str, statement: &Statement) -> bool {
    let name = text[statement.span.start..statement.span.end].trim_end().strip_suffix(':');
    name.is_some_and(|name| heading(name.trim_end()).is_some())
}
