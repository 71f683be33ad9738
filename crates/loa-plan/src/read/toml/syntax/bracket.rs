//! Brackets and quotes that are opened and not closed.

use super::Slip;
use super::statement::{Statement, is_entry, is_heading, statements};
use crate::read::Span;
use crate::read::wording::shorten;

/// The brackets and quotes without their partners, each with the stretch that is lost by it.
pub(super) fn slips(text: &str) -> Vec<(Slip, Span)> {
    let mut slips: Vec<(Slip, Span)> = Vec::new();
    for statement in statements(text) {
        if slips.last().is_none_or(|(_, lost)| lost.end <= statement.span.start) {
            slips.extend(slip(text, &statement));
        }
    }
    slips
}

fn slip(text: &str, statement: &Statement) -> Option<(Slip, Span)> {
    let slip = if let Some(quoted) = statement.text {
        return Some((unclosed_text(text, quoted), Span::new(statement.span.start, end_of_text(text, quoted))));
    } else if statement.heading && statement.unclosed.is_some() {
        super::heading::unclosed(text, statement)
    } else if let Some(open) = statement.unclosed {
        unclosed(text, open)
    } else {
        mismatch(text, statement.mismatch?)
    };
    Some((slip, lost(text, statement)))
}

fn unclosed(text: &str, open: usize) -> Slip {
    let span = Span::new(open, open + 1);
    if text[open..].starts_with('[') {
        Slip::new(span, "the list that begins here is not closed", "write `]` behind its last entry")
    } else {
        Slip::new(
            span,
            "the curly bracket that begins here is not closed",
            "write `}` behind its last entry, on the same line",
        )
    }
}

fn mismatch(text: &str, (open, close): (usize, usize)) -> Slip {
    let (opened, closed) = (&text[open..=open], &text[close..=close]);
    let right = if opened == "[" { "]" } else { "}" };
    let message = format!("`{opened}` is closed by `{closed}`, expected `{right}`");
    Slip::new(Span::new(close, close + 1), message, format!("write `{right}` here"))
}

fn unclosed_text(text: &str, quoted: Span) -> Slip {
    let source = &text[quoted.start..quoted.end];
    let shown = shorten(source);
    for three in ["\"\"\"", "'''"] {
        if source.starts_with(three) {
            let help = format!("write `{three}` behind its last word");
            return Slip::new(quoted, format!("the text that begins with `{three}` is not closed"), help);
        }
    }
    let quote = &source[..1];
    let message = format!("the text `{shown}` is not closed on its line");
    let content = source[1..].trim_end();
    let help = if content.ends_with(['”', '“', '’', '‘', '»']) {
        format!("its last quote is a curly one: type a straight `{quote}` there")
    } else if goes_on(text, quoted) {
        format!("a text of several lines stands between three quotes: `{q}…{q}`", q = quote.repeat(3))
    } else {
        format!("write `{quote}` behind its last word")
    };
    Slip::new(quoted, message, help)
}

/// Whether the text seems to go on in the lines below.
fn goes_on(text: &str, quoted: Span) -> bool {
    end_of_text(text, quoted) > quoted.end
}

/// Where the text that was not closed probably ends: before the next heading or entry.
fn end_of_text(text: &str, quoted: Span) -> usize {
    let source = &text[quoted.start..];
    let lines = source.starts_with("\"\"\"") || source.starts_with("'''");
    let first = quoted.start + source.find('\n').unwrap_or(source.len());
    let mut end = first;
    for line in text[first..].split_inclusive('\n').skip(1) {
        let rest = line.trim();
        if is_heading(line) || is_entry(line) || (!lines && (rest.is_empty() || rest.starts_with('#'))) {
            break;
        }
        end += 1 + line.trim_end_matches('\n').len();
    }
    end.min(text.len())
}

/// A heading takes along what stands below it: without it, it would be read as a part of another table.
fn lost(text: &str, statement: &Statement) -> Span {
    if !statement.heading {
        return statement.span;
    }
    let mut end = statement.span.end;
    for line in text[end..].split_inclusive('\n') {
        if is_heading(line) {
            break;
        }
        end += line.len();
    }
    Span::new(statement.span.start, end)
}
