//! What was read from a file before it is known what it means: values with their places.

use std::borrow::Cow;

/// A stretch of the text, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

/// A value with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Node<'a> {
    /// The value.
    pub value: Value<'a>,
    /// Where it stands.
    pub span: Span,
}

/// The name of an entry with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key<'a> {
    /// The name.
    pub name: Cow<'a, str>,
    /// Where it stands.
    pub span: Span,
}

/// A value as TOML or JSON has it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Value<'a> {
    /// A text in quotes.
    Text(Cow<'a, str>),
    /// A whole number.
    Integer(i64),
    /// A number with a point.
    Float(f64),
    /// `true` or `false`.
    Boolean(bool),
    /// A date or time without quotes, as written; only TOML has it.
    Date(Cow<'a, str>),
    /// `null`; only JSON has it.
    Null,
    /// Values in a row.
    List(Vec<Node<'a>>),
    /// Values with names, each name once.
    Table(Vec<(Key<'a>, Node<'a>)>),
}

/// Which of the two formats a file is written in; the ways out are shown in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Dialect {
    /// For people.
    Toml,
    /// For machines.
    Json,
}

impl Span {
    /// A stretch from `start` up to `end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }
}

impl<'a> Node<'a> {
    /// The value of the entry `key`, when this is a table that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node<'a>> {
        match &self.value {
            Value::Table(entries) => entries.iter().find(|(k, _)| k.name == key).map(|(_, node)| node),
            _ => None,
        }
    }

    /// What kind of value it is, in words: `a number`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self.value {
            Value::Text(_) => "a text",
            Value::Integer(_) | Value::Float(_) => "a number",
            Value::Boolean(_) => "true or false",
            Value::Date(_) => "a date",
            Value::Null => "null",
            Value::List(_) => "a list",
            Value::Table(_) => "a group of entries",
        }
    }
}
