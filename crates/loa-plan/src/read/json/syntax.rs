//! What is wrong with a text that is not JSON, in words for somebody who does not program.

use jsonc_parser::errors::{ParseError, ParseErrorKind};

use crate::read::utf8::{EMPTY, START};
use crate::read::wording::shorten;
use crate::read::{Reader, Span};

/// Reports that there is nothing in the file.
pub(super) fn empty(reader: &mut Reader<'_>) {
    reader.problem(Span::default(), EMPTY, START);
}

/// Reports the first character that may not stand in a text, whose `quote` stands before it.
pub(super) fn control(text: &str, quote: usize, at: usize, reader: &mut Reader<'_>) {
    let c = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or_default();
    if c == '\n' || c == '\r' {
        let message = format!("the text `{}` is not closed on its line", shorten(&text[quote..at]));
        let help = "write `\"` behind its last word; a line break inside a text is `\\n`";
        return reader.problem(Span::new(quote, at), message, help);
    }
    let help = if c == '\t' { "write `\\t` or a space" } else { "delete this place and type it again" };
    let message = format!("a control character stands in this text (U+{:04X})", u32::from(c));
    reader.problem(Span::new(at, at + 1), message, help);
}

/// Reports the first place where the text is not JSON; behind it nothing can be told for certain.
pub(super) fn report(text: &str, error: &ParseError, reader: &mut Reader<'_>) {
    let range = error.range();
    let span = Span::new(range.start, range.end.max(range.start));
    let (message, help) = explain(text, span, error.kind());
    reader.problem(span, message, help);
}

fn explain(text: &str, span: Span, kind: &ParseErrorKind) -> (String, String) {
    use ParseErrorKind as Kind;
    let rest = text.get(span.start..).unwrap_or_default();
    let word: String = rest.chars().take_while(|c| !c.is_whitespace() && !",:]}".contains(*c)).collect();
    let shown = shorten(&word);
    let (message, help) = match kind {
        _ if rest.starts_with(['“', '”', '„', '‘', '’']) => {
            let line = rest.lines().next().unwrap_or_default();
            let close = line.char_indices().skip(1).find(|(_, c)| ['”', '“', '’', '"'].contains(c));
            let word = &line[..close.map_or(word.len(), |(at, c)| at + c.len_utf8())];
            let (shown, inner) = (shorten(word), word.trim_matches(['“', '”', '„', '‘', '’', '"']));
            return (
                format!("`{shown}` is in curly quotes, expected straight ones"),
                format!("write `\"{}\"`", shorten(inner)),
            );
        }
        Kind::CommentsNotAllowed | Kind::UnterminatedCommentBlock => {
            ("a remark stands here", "delete it; JSON has no remarks")
        }
        Kind::TrailingCommasNotAllowed => ("a comma stands behind the last entry", "delete the comma"),
        Kind::ExpectedComma => ("a comma is missing between two entries", "write a comma here"),
        Kind::UnexpectedTokenInObject if rest.starts_with(',') => {
            ("a comma stands here with nothing before it", "delete the comma")
        }
        Kind::UnexpectedComma => ("a comma stands here with nothing before it", "delete the comma"),
        Kind::ExpectedColonAfterObjectKey => ("`:` is missing behind a key", "write `\"key\": value`"),
        Kind::UnexpectedColon => {
            ("`:` stands where a value is expected", "delete it, or write a key in quotes before it")
        }
        Kind::ExpectedObjectValue => ("a key has no value", "write a value behind `:`"),
        Kind::SingleQuotedStringsNotAllowed => ("a text is in single quotes, expected double ones", "write `\"…\"`"),
        Kind::UnterminatedArray => ("a list is not closed", "write `]` behind its last entry"),
        Kind::UnterminatedObject => ("a curly bracket is not closed", "write `}` behind its last entry"),
        Kind::UnexpectedCloseBrace => {
            ("`}` stands where a value is expected", "write a value, or close the list with `]`")
        }
        Kind::UnexpectedCloseBracket => {
            ("`]` stands where a value is expected", "write a value, or close the curly bracket with `}`")
        }
        Kind::MultipleRootJsonValues => {
            ("something stands behind the last curly bracket", "delete what follows the last `}`")
        }
        Kind::String(_) => (
            "a text is not closed, or a backslash in it does not stand for a character",
            "write `\"` behind its last word, and `\\\\` for a backslash",
        ),
        Kind::ExpectedStringObjectProperty => {
            return (format!("the key `{shown}` has no quotes"), format!("write `\"{shown}\"`"));
        }
        Kind::UnexpectedWord if span.start == 0 || word.starts_with(['#', '[']) => {
            ("the text is not JSON", "begin with `{`; a file written as TOML needs a name that ends with `.toml`")
        }
        Kind::UnexpectedWord | Kind::NonFiniteNumbersNotAllowed => {
            return (format!("`{shown}` is a text without quotes"), format!("write `\"{shown}\"`"));
        }
        Kind::HexadecimalNumbersNotAllowed
        | Kind::UnaryPlusNumbersNotAllowed
        | Kind::BareDecimalPointNumbersNotAllowed
        | Kind::ExpectedDigit
        | Kind::ExpectedDigitFollowingNegativeSign
        | Kind::ExpectedPlusMinusOrDigitInNumberLiteral => {
            return (
                format!("`{shown}` is not a number of the form `60` or `16.5`"),
                "write digits, with a point before the decimals".into(),
            );
        }
        _ if word.starts_with(char::is_alphabetic) && !word.ends_with('"') => {
            return (format!("`{shown}` is a text without quotes"), format!("write `\"{shown}\"`"));
        }
        _ => {
            return (
                format!("`{shown}` cannot be read here"),
                "write a value: a text in double quotes, a number, `true`, `false`, a list or a group of entries in curly brackets".into(),
            );
        }
    };
    (message.to_owned(), help.to_owned())
}
