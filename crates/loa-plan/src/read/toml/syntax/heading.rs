//! Headings: `[decision]` and `[[phases]]`.

use std::collections::HashSet;

use super::statement::{Statement, is_key, statements};
use super::{Complaint, Slip, body};
use crate::read::Span;
use crate::read::heading;
use crate::read::wording::shorten;

/// The headings in single brackets of lists that also stand in double ones, each with what is lost by it.
///
/// The parser complains about all of them; only these are wrong.
pub(super) fn single(text: &str) -> Vec<(Slip, Span)> {
    let statements = statements(text);
    let written = |statement: &Statement| text[statement.span.start..statement.span.end].trim_end();
    let right: HashSet<&str> = statements.iter().filter(|s| s.heading).map(written).collect();
    let mut slips = Vec::new();
    for (i, statement) in statements.iter().enumerate().filter(|(_, s)| s.heading) {
        let wrong = written(statement);
        let name = heading::name(wrong);
        let (single, double) = (format!("[{name}]"), format!("[[{name}]]"));
        let (meant, other) = match heading::heading(name) {
            Some(known) if known == single => (&single, &double),
            _ => (&double, &single),
        };
        if wrong != other || !right.contains(meant.as_str()) {
            continue;
        }
        let message = format!("`{wrong}` stands here although it is `{meant}` elsewhere");
        let help = if meant == &single {
            format!("keep one of the two, as `{meant}`; there is only one")
        } else {
            format!("write `{meant}` in double brackets; each such line begins one more entry")
        };
        slips.push((Slip::new(statement.span, message, help), body(&statements[i..])));
    }
    slips
}

/// Explains what the parser says about a heading.
pub(super) fn explain(text: &str, statement: &Statement, complaint: &Complaint) -> Slip {
    let line = &text[statement.span.start..statement.span.end];
    let shown = shorten(line);
    if complaint.message.starts_with("cannot extend") {
        let key = shorten(&text[complaint.span.start..complaint.span.end]);
        let message = format!("`{shown}` stands here although `{key}` has already another value above");
        return Slip::new(statement.span, message, "delete one of the two");
    }
    if complaint.message == "duplicate key" {
        let name = line.trim_matches(['[', ']', ' ']);
        let message = format!("`{shown}` stands here although `{name}` is already given above");
        let help = match heading::heading(name) {
            Some(known) if known.starts_with("[[") => format!("for several entries write `{known}` each time"),
            Some(_) => "keep one of the two; there is only one".to_owned(),
            None => format!("for several entries write `[[{name}]]` each time; else keep one of the two"),
        };
        return Slip::new(statement.span, message, help);
    }
    let close = line.rfind(']').map_or(line.len(), |at| at + 1);
    let (head, rest) = line.split_at(close);
    let name = head.trim_matches(['[', ']', ' ']);
    if is_key(name) && !rest.trim().is_empty() {
        let at = statement.span.start + close + rest.len() - rest.trim_start().len();
        let message = format!("`{}` stands behind the heading `{head}`", shorten(rest.trim()));
        return Slip::new(Span::new(at, statement.span.end), message, "put it on the next line");
    }
    if is_key(name) {
        return unclosed(text, statement);
    }
    let message = format!("`{shown}` is not a heading of this format");
    Slip::new(statement.span, message, "write one English word between the brackets, such as `[[phases]]`")
}

/// Explains a heading with a bracket too few.
pub(super) fn unclosed(text: &str, statement: &Statement) -> Slip {
    let line = text[statement.span.start..statement.span.end].lines().next().unwrap_or_default();
    let name = line.trim_matches(['[', ']', ' ']);
    let name = if is_key(name) { name } else { "phases" };
    let help = if line.starts_with("[[") || line.ends_with("]]") {
        format!("write `[[{name}]]`")
    } else {
        format!("write `[{name}]`")
    };
    Slip::new(statement.span, format!("the heading `{}` has a bracket too few or too many", shorten(line)), help)
}
