//! What is wrong with a text that is not JSON.

use jsonc_parser::errors::ParseError;

use crate::read::{Reader, Span};

pub(super) fn empty(reader: &mut Reader<'_>) {
    reader.problem(Span::default(), "the file is empty, expected a table", "begin with `{` and end with `}`");
}

pub(super) fn report(_text: &str, error: &ParseError, reader: &mut Reader<'_>) {
    let range = error.range();
    reader.problem(Span::new(range.start, range.end), error.kind().to_string(), "look at this line");
}
