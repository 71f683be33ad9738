//! What is wrong with a text that is not TOML, in words for somebody who does not program.
//!
//! Each wrong statement is explained and then blanked out, so that the rest can be read in the same run:
//! one slip is told once, and the slips behind it are told too.

mod bracket;
mod entry;
mod gap;
mod heading;
mod statement;
mod value;

use toml::de::DeTable;

use self::statement::{Statement, statements};
use crate::read::limits::MAX_PROBLEMS;
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
    for _ in 0..ROUNDS {
        let found = bracket::slips(&mended);
        if found.is_empty() {
            break;
        }
        report(found, &mut mended, reader)?;
    }
    report(heading::single(&mended), &mut mended, reader)?;
    for _ in 0..ROUNDS {
        let complaints = complaints(&mended);
        if complaints.is_empty() {
            return Some(mended);
        }
        report(slips(&mended, &complaints), &mut mended, reader)?;
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

/// Reports slips and blanks them out; `None` when there are too many to go on.
fn report(slips: Vec<(Slip, Span)>, mended: &mut String, reader: &mut Reader<'_>) -> Option<()> {
    let count = slips.len();
    for (i, (slip, lost)) in slips.into_iter().enumerate() {
        if reader.is_full() {
            reader.count_more(count - i);
            return None;
        }
        reader.problem(slip.span, slip.message, slip.help);
        reader.damaged(lost);
        let source = &mended[lost.start..lost.end];
        let blank: String = source.bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }).collect();
        mended.replace_range(lost.start..lost.end, &blank);
    }
    Some(())
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
///
/// Each stretch is a whole statement and is blanked, so there is less to complain about in each round.
fn slips(text: &str, complaints: &[Complaint]) -> Vec<(Slip, Span)> {
    let statements = statements(text);
    // A key that stands twice may follow from a wrong heading: such complaints wait until the others are mended.
    let twice = |c: &&Complaint| c.message == "duplicate key" || c.message.starts_with("cannot extend");
    let first: Vec<&Complaint> = complaints.iter().filter(|c| !twice(c)).collect();
    let mut slips: Vec<(Slip, Span)> = Vec::new();
    for complaint in if first.is_empty() { complaints.iter().collect() } else { first } {
        let index = statements.partition_point(|s| s.span.start <= complaint.span.start).saturating_sub(1);
        let Some(statement) = statements.get(index) else { continue };
        if slips.last().is_some_and(|(_, lost)| statement.span.start < lost.end) {
            continue;
        }
        // What is over the limit is only counted, so it need not be explained.
        let slip = if slips.len() > MAX_PROBLEMS {
            Slip::new(statement.span, "", "")
        } else if statement.heading {
            heading::explain(text, statement, complaint)
        } else {
            entry::explain(text, statement, complaint)
        };
        let lost = if statement.heading || entry::is_meant_as_heading(text, statement) {
            body(&statements[index..])
        } else {
            statement.span
        };
        slips.push((slip, lost));
    }
    slips
}

/// A heading with all that stands below it, up to the next one.
fn body(statements: &[Statement]) -> Span {
    let first = statements.first().map(|s| s.span).unwrap_or_default();
    let last = statements.iter().skip(1).take_while(|s| !s.heading).last().map_or(first, |s| s.span);
    Span::new(first.start, last.end)
}
