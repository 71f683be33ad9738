//! The front end for TOML.

mod depth;
mod scan;
mod syntax;

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::utf8::{EMPTY, START, too_large};
use super::{Dialect, Document, Key, Node, Places, Read, ReadError, Reader, Span, Value};

/// Reads a value from TOML; `file` is the name that problems carry.
///
/// # Errors
/// [`ReadError`] holds every problem of the file.
pub fn toml<T: Read>(file: &str, text: &str) -> Result<Document<T>, ReadError> {
    toml_at(file, text, 1)
}

/// Reads a value from TOML that begins on line `first_line` of a larger file, such as the head of a guide.
///
/// # Errors
/// [`ReadError`] holds every problem of the file.
pub fn toml_at<T: Read>(file: &str, text: &str, first_line: usize) -> Result<Document<T>, ReadError> {
    if let Some(error) = too_large(file, text.len()) {
        return Err(error);
    }
    // Editors of Windows put this mark at the start; it is no part of the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader::new(Dialect::Toml, text);
    let value = if first_line == 1 && text.trim().is_empty() {
        reader.problem(Span::default(), EMPTY, START);
        None
    } else {
        read(text, &mut reader)
    };
    let value = super::conclude(value, reader.finish(file, first_line), file)?;
    Ok(Document { value, places: Places::new(Dialect::Toml, text, first_line) })
}

/// The tree of a text that is known to be sound.
pub(super) fn tree(text: &str) -> Option<Node<'_>> {
    let table = DeTable::parse(text).ok()?;
    let mut reader = Reader::new(Dialect::Toml, text);
    Some(root(text, table.into_inner(), &mut reader))
}

fn read<T: Read>(text: &str, reader: &mut Reader<'_>) -> Option<T> {
    if let Some(bracket) = depth::too_deep(text) {
        super::depth_problem(Span::new(bracket, bracket), reader);
        return None;
    }
    match DeTable::parse(text) {
        Ok(table) => T::read(&root(text, table.into_inner(), reader), reader),
        Err(_) => {
            let mended = syntax::mend(text, reader)?;
            let table = DeTable::parse(&mended).ok()?;
            T::read(&root(&mended, table.into_inner(), reader), reader)
        }
    }
}

/// The outermost table spans the whole text.
fn root<'a>(text: &'a str, table: DeTable<'a>, reader: &mut Reader<'_>) -> Node<'a> {
    let mut node = tree_of_table(text, table, 0..text.len(), 0, reader);
    node.span = Span::new(0, text.len());
    node
}

fn tree_of_table<'a>(
    text: &'a str,
    table: DeTable<'a>,
    range: std::ops::Range<usize>,
    depth: usize,
    reader: &mut Reader<'_>,
) -> Node<'a> {
    let entries = table.into_iter().map(|(key, value)| {
        let span = span(key.span());
        (Key { name: key.into_inner(), span }, tree_of(text, value, depth + 1, reader))
    });
    Node { value: Value::Table(entries.collect()), span: span(range) }
}

fn tree_of<'a>(text: &'a str, value: Spanned<DeValue<'a>>, depth: usize, reader: &mut Reader<'_>) -> Node<'a> {
    let range = value.span();
    let place = span(range.clone());
    if depth > super::limits::MAX_DEPTH {
        super::depth_problem(place, reader);
        return Node { value: Value::Null, span: place };
    }
    let source = text.get(range.clone()).unwrap_or_default();
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text),
        DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => Value::Integer(number),
            Err(_) => Value::Float(number.as_str().parse().unwrap_or(f64::MAX)),
        },
        DeValue::Float(number) => Value::Float(number.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(yes) => Value::Boolean(yes),
        DeValue::Datetime(_) => Value::Date(Cow::Borrowed(source)),
        DeValue::Array(values) => {
            Value::List(values.into_iter().map(|value| tree_of(text, value, depth + 1, reader)).collect())
        }
        DeValue::Table(table) => return tree_of_table(text, table, range, depth, reader),
    };
    Node { value, span: place }
}

fn span(range: std::ops::Range<usize>) -> Span {
    Span::new(range.start, range.end)
}
