//! The front end for JSON.

mod obstacle;
mod quick;
mod syntax;

use std::borrow::Cow;
use std::collections::HashSet;

use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use self::obstacle::{Obstacle, obstacle};
use super::utf8::too_large;
use super::{Dialect, Document, Key, Node, Places, Read, ReadError, Reader, Span, Value};

/// Reads a value from JSON; `file` is the name that problems carry.
///
/// # Errors
/// [`ReadError`] holds every problem of the file; where the text is not JSON, the first one.
pub fn json<T: Read>(file: &str, text: &str) -> Result<Document<T>, ReadError> {
    if let Some(error) = too_large(file, text.len()) {
        return Err(error);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader::new(Dialect::Json, text);
    let value = read(text, &mut reader);
    let value = super::conclude(value, reader.finish(file, 1), file)?;
    Ok(Document { value, places: Places::new(Dialect::Json, text, 1) })
}

/// The tree of a text that is known to be sound.
pub(super) fn tree(text: &str) -> Option<Node<'_>> {
    quick::tree(text).or_else(|| slow_tree(text))
}

fn slow_tree(text: &str) -> Option<Node<'_>> {
    let value = parse_to_ast(text, &CollectOptions::default(), &strict()).ok()?.value?;
    Some(tree_of(value, &mut Reader::new(Dialect::Json, text)))
}

fn read<T: Read>(text: &str, reader: &mut Reader<'_>) -> Option<T> {
    if let Some(node) = quick::tree(text) {
        return T::read(&node, reader);
    }
    match obstacle(text) {
        Some(Obstacle::TooDeep(bracket)) => {
            super::depth_problem(Span::new(bracket, bracket), reader);
            return None;
        }
        Some(Obstacle::Control { quote, at }) => {
            syntax::control(text, quote, at, reader);
            return None;
        }
        None => {}
    }
    match parse_to_ast(text, &CollectOptions::default(), &strict()) {
        Ok(parsed) => match parsed.value {
            Some(value) => {
                let node = tree_of(value, reader);
                T::read(&node, reader)
            }
            None => {
                syntax::empty(reader);
                None
            }
        },
        Err(error) => {
            syntax::report(text, &error, reader);
            None
        }
    }
}

/// JSON as its standard has it, so that every other reader takes the same file.
fn strict() -> ParseOptions {
    ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}

fn tree_of<'a>(value: ast::Value<'a>, reader: &mut Reader<'_>) -> Node<'a> {
    let range = value.range();
    let value = match value {
        ast::Value::StringLit(text) => Value::Text(text.value),
        ast::Value::NumberLit(number) => number_of(number.value),
        ast::Value::BooleanLit(yes) => Value::Boolean(yes.value),
        ast::Value::NullKeyword(_) => Value::Null,
        ast::Value::Array(list) => Value::List(list.elements.into_iter().map(|v| tree_of(v, reader)).collect()),
        ast::Value::Object(table) => Value::Table(entries(table, reader)),
    };
    Node { value, span: Span::new(range.start, range.end) }
}

/// The entries of a table; a key that stands twice is reported, since readers differ in which one they take.
fn entries<'a>(table: ast::Object<'a>, reader: &mut Reader<'_>) -> Vec<(Key<'a>, Node<'a>)> {
    let mut entries: Vec<(Key<'a>, Node<'a>)> = Vec::with_capacity(table.properties.len());
    // Tables of ours are small; only a strange one is worth a set of its keys.
    let mut names: HashSet<Cow<'a, str>> = HashSet::new();
    let large = table.properties.len() > 32;
    for property in table.properties {
        let range = property.name.range();
        let span = Span::new(range.start, range.end);
        let name = match property.name {
            ast::ObjectPropName::String(name) => name.value,
            ast::ObjectPropName::Word(name) => Cow::Borrowed(name.value),
        };
        let node = tree_of(property.value, reader);
        let twice =
            if large { !names.insert(name.clone()) } else { entries.iter().any(|(known, _)| known.name == name) };
        if twice {
            let message = format!("the key `{}` stands twice", super::wording::shorten(&name));
            reader.problem(span, message, "delete one of the two");
        } else {
            entries.push((Key { name, span }, node));
        }
    }
    entries
}

fn number_of(source: &str) -> Value<'static> {
    match source.parse::<i64>() {
        Ok(number) => Value::Integer(number),
        Err(_) => Value::Float(source.parse().unwrap_or(f64::NAN)),
    }
}
