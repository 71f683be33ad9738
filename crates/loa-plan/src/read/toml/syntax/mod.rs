//! What is wrong with a text that is not TOML, in words for somebody who does not program.
//!
//! Each wrong statement is explained and then blanked out, so that the rest can be read in the same run:
//! one slip is told once, and the slips behind it are told too.

mod bracket;
mod entry;
mod heading;
mod statement;
mod value;

use toml::de::DeTable;

use self::statement::{Statement, statements};
use crate::read::{Reader, Span};

/// How often the text is parsed anew; one time tells of all wrong values, so this is seldom reached.
const ROUNDS: usize = 40;

/// A wrong stretch of the text.
#[derive(Debug)]
struct Slip {
    span: Span,
    message: String,
    help: String,
}

/// What the parser has to say about a statement.
#[derive(Debug)]
struct Complaint {
    span: Span,
    message: String,
}

impl Slip {
    fn new(span: Span, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { span, message: message.into(), help: help.into() }
    }
}

/// Reports what is wrong and gives the text without it, byte for byte as long as before.
pub(super) fn mend(text: &str, reader: &mut Reader<'_>) -> Option<String> {
    if text.trim_start().starts_with('{') {
        let at = text.len() - text.trim_start().len();
        let help = "give the file a name that ends with `.json`, or write it as TOML: `title = \"…\"`";
        reader.problem(Span::new(at, at + 1), "the text is JSON, expected TOML", help);
        return None;
    }
    let mut mended = line_ends(text, reader);
    while let Some((slip, lost)) = bracket::first(&mended) {
        report(slip, lost, &mut mended, reader);
        if reader.is_full() {
            return None;
        }
    }
    for _ in 0..ROUNDS {
        let complaints = complaints(&mended);
        if complaints.is_empty() {
            return Some(mended);
        }
        for (slip, lost) in slips(&mended, &complaints) {
            report(slip, lost, &mut mended, reader);
        }
        if reader.is_full() {
            break;
        }
    }
    None
}

/// Old systems end lines with a carriage return alone, which TOML does not know.
fn line_ends(text: &str, reader: &mut Reader<'_>) -> String {
    let alone = |at: usize| text.as_bytes().get(at + 1) != Some(&b'\n');
    let Some((at, _)) = text.match_indices('\r').find(|(at, _)| alone(*at)) else { return text.to_owned() };
    let message = "a line ends with a carriage return alone, expected a line feed";
    let help = "save the file with the line ends of Windows (CRLF) or Linux (LF)";
    reader.problem(Span::new(at, at + 1), message, help);
    let bytes = text.bytes().enumerate().map(|(at, b)| if b == b'\r' && alone(at) { b'\n' } else { b });
    String::from_utf8(bytes.collect()).unwrap_or_default()
}

fn report(slip: Slip, lost: Span, mended: &mut String, reader: &mut Reader<'_>) {
    reader.problem(slip.span, slip.message, slip.help);
    reader.damaged(lost);
    let blank: String = mended[lost.start..lost.end].bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }).collect();
    mended.replace_range(lost.start..lost.end, &blank);
}

fn complaints(text: &str) -> Vec<Complaint> {
    let (_, errors) = DeTable::parse_recoverable(text);
    let mut complaints: Vec<Complaint> = errors
        .iter()
        .map(|error| {
            let range = error.span().unwrap_or_default();
            Complaint { span: Span::new(range.start, range.end), message: error.message().to_owned() }
        })
        .collect();
    complaints.sort_by_key(|complaint| complaint.span);
    complaints
}

/// One slip for each wrong statement, with the stretch that is lost by it.
fn slips(text: &str, complaints: &[Complaint]) -> Vec<(Slip, Span)> {
    let statements = statements(text);
    // A key that stands twice may follow from a wrong heading: such complaints wait until the others are mended.
    let twice = |c: &&Complaint| c.message == "duplicate key" || c.message.starts_with("cannot extend");
    let first: Vec<&Complaint> = complaints.iter().filter(|c| !twice(c)).collect();
    let (of_this_round, all) = if first.is_empty() { (complaints.iter().collect(), false) } else { (first, true) };
    let mut slips = Vec::new();
    let mut done = 0;
    for complaint in of_this_round {
        let index = statements.partition_point(|s| s.span.start <= complaint.span.start).saturating_sub(1);
        let Some(statement) = statements.get(index) else { continue };
        if statement.span.start < done {
            continue;
        }
        let slip = if statement.heading {
            heading::explain(text, statement, complaint)
        } else {
            entry::explain(text, statement, complaint)
        };
        let lost = if statement.heading { body(&statements[index..]) } else { statement.span };
        // At least one byte is blanked in each round, so the rounds come to an end.
        done = lost.end;
        slips.push((slip, lost));
        if !all {
            break;
        }
    }
    slips
}

/// A heading with all that stands below it, up to the next one.
fn body(statements: &[Statement]) -> Span {
    let first = statements.first().map(|s| s.span).unwrap_or_default();
    let last = statements.iter().skip(1).take_while(|s| !s.heading).last().map_or(first, |s| s.span);
    Span::new(first.start, last.end)
}
