//! The statements of a text: headings and entries, each with its own lines, also where a bracket was forgotten.

use crate::read::Span;
use crate::read::toml::scan::{Kind, pieces};

/// A heading such as `[[phases]]`, or an entry such as `title = "…"`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Statement {
    pub(super) span: Span,
    pub(super) heading: bool,
    /// The bracket that is not closed, when there is one.
    pub(super) unclosed: Option<usize>,
    /// A bracket and the other one that closes it although it is of another kind.
    pub(super) mismatch: Option<(usize, usize)>,
    /// A text without its last quote.
    pub(super) text: Option<Span>,
}

/// The statements in their order.
pub(super) fn statements(text: &str) -> Vec<Statement> {
    let mut statements: Vec<Statement> = Vec::new();
    let mut current: Option<Statement> = None;
    let mut open: Vec<usize> = Vec::new();
    for piece in pieces(text) {
        match piece.kind {
            Kind::Newline => {
                let rest = &text[piece.span.end..];
                let inner = open.last().and_then(|at| text.as_bytes().get(*at));
                let begins = inner.is_none() || is_heading(rest) || (inner == Some(&b'[') && is_entry(rest));
                if begins && let Some(mut statement) = current.take() {
                    statement.unclosed = open.pop();
                    open.clear();
                    statements.push(statement);
                }
                continue;
            }
            Kind::Space | Kind::Comment => continue,
            _ => {}
        }
        let statement = current.get_or_insert(Statement {
            span: piece.span,
            heading: text[piece.span.start..].starts_with('['),
            unclosed: None,
            mismatch: None,
            text: None,
        });
        statement.span.end = piece.span.end;
        match piece.kind {
            Kind::Open => open.push(piece.span.start),
            Kind::Close => {
                let closes = if text[piece.span.start..].starts_with(']') { '[' } else { '{' };
                match open.pop() {
                    Some(at) if !text[at..].starts_with(closes) => {
                        statement.mismatch.get_or_insert((at, piece.span.start));
                    }
                    _ => {}
                }
            }
            Kind::Text { closed: false, .. } => statement.text = statement.text.or(Some(piece.span)),
            // A heading inside a text of several lines tells that its end was forgotten.
            Kind::Text { lines: true, .. } if has_heading(&text[piece.span.start..piece.span.end]) => {
                statement.text = statement.text.or(Some(piece.span));
            }
            _ => {}
        }
    }
    if let Some(mut statement) = current {
        statement.unclosed = open.pop();
        statements.push(statement);
    }
    statements
}

/// Whether the first line of `text` is a heading.
pub(super) fn is_heading(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default();
    let line = line.split('#').next().unwrap_or_default().trim();
    let name = line.trim_start_matches('[').trim_end_matches(']');
    line.starts_with('[') && line.ends_with(']') && name.starts_with(|c: char| c.is_ascii_lowercase()) && is_key(name)
}

/// Whether the first line of `text` is an entry.
pub(super) fn is_entry(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default();
    line.split_once('=').is_some_and(|(key, _)| is_key(key.trim()))
}

/// Whether `text` can be a key without quotes, or several with dots.
pub(super) fn is_key(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'))
}

fn has_heading(text: &str) -> bool {
    text.match_indices("\n[[").any(|(at, _)| is_heading(&text[at + 1..]))
}
