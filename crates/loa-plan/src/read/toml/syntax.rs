//! What is wrong with a text that is not TOML, in words for somebody who does not program.

use toml::de::DeTable;

use crate::read::{Reader, Span};

/// Reports what is wrong and gives the text without it, so that the rest can be read.
pub(super) fn mend(text: &str, reader: &mut Reader<'_>) -> Option<String> {
    let (_, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let range = error.span().unwrap_or_default();
        reader.problem(Span::new(range.start, range.end), error.message().to_owned(), "look at this line");
    }
    None
}
