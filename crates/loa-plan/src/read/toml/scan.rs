//! The pieces of a TOML text, also of one that is wrong: enough to know its depth and where a statement begins.

use crate::read::Span;

/// A piece of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) kind: Kind,
    pub(super) span: Span,
}

/// The kinds of pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A text in quotes, over several lines when it has three of them.
    Text {
        closed: bool,
        lines: bool,
    },
    /// `[` or `{`.
    Open,
    /// `]` or `}`.
    Close,
    Comma,
    Equals,
    Dot,
    Newline,
    Comment,
    Space,
    /// A bare key, a number, a date; or what was meant to be one.
    Word,
}

/// The pieces from the start of the text to its end.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = Piece> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let (kind, length) = first(rest)?;
        let span = Span::new(at, at + length);
        at = span.end;
        Some(Piece { kind, span })
    })
}

fn first(rest: &str) -> Option<(Kind, usize)> {
    let bytes = rest.as_bytes();
    let until = |stop: fn(u8) -> bool| bytes.iter().position(|b| stop(*b)).unwrap_or(bytes.len());
    Some(match *bytes.first()? {
        b'[' | b'{' => (Kind::Open, 1),
        b']' | b'}' => (Kind::Close, 1),
        b',' => (Kind::Comma, 1),
        b'=' => (Kind::Equals, 1),
        b'.' => (Kind::Dot, 1),
        b'\n' => (Kind::Newline, 1),
        b'\r' => (Kind::Newline, if bytes.get(1) == Some(&b'\n') { 2 } else { 1 }),
        b' ' | b'\t' => (Kind::Space, until(|b| b != b' ' && b != b'\t')),
        b'#' => (Kind::Comment, until(|b| b == b'\r' || b == b'\n')),
        quote @ (b'"' | b'\'') => quoted(bytes, quote),
        _ => (Kind::Word, until(|b| b".=,[]{} \t#\r\n".contains(&b))),
    })
}

fn quoted(bytes: &[u8], quote: u8) -> (Kind, usize) {
    let three = [quote; 3];
    let lines = bytes.starts_with(&three);
    let mut at = if lines { 3 } else { 1 };
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' if quote == b'"' => at += if matches!(bytes.get(at + 1), Some(b'\\' | b'"')) { 2 } else { 1 },
            b'\n' if !lines => return (Kind::Text { closed: false, lines }, at),
            byte if byte == quote && !lines => return (Kind::Text { closed: true, lines }, at + 1),
            byte if byte == quote && bytes[at..].starts_with(&three) => {
                // Up to two quotes more belong to the text itself.
                let more = bytes.iter().skip(at + 3).take(2).take_while(|b| **b == quote).count();
                return (Kind::Text { closed: true, lines }, at + 3 + more);
            }
            _ => at += 1,
        }
    }
    (Kind::Text { closed: false, lines }, bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_texts_and_comments_are_no_brackets() {
        let text = "a = ['[', \"\\\"[\", '''\n[[''''' ] # [\n";
        let brackets = pieces(text).filter(|p| matches!(p.kind, Kind::Open | Kind::Close)).count();
        assert_eq!(brackets, 2);
    }

    #[test]
    fn the_pieces_are_the_whole_text() {
        for text in ["", "a.b = { c = 1 }\r\n", "x = \"unclosed\ny = '''", "“ \u{a0}=\r"] {
            let joined: String = pieces(text).map(|p| &text[p.span.start..p.span.end]).collect();
            assert_eq!(joined, text);
        }
    }
}
