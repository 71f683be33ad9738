//! Reading files that people write: every problem with its place and one way out, all of them in one run.
//!
//! A file is parsed into a tree of [`Node`]s, which know where they stand.
//! [`Read`] makes values from it and reports what is wrong to a [`Reader`], which goes on after each problem.
//! [`read_record!`](crate::read_record) and [`read_words!`](crate::read_words) write the implementations.

#![cfg_attr(
    not(any(feature = "toml", feature = "json")),
    allow(dead_code, reason = "without a format there is nothing to read, and the traits remain")
)]

mod cite;
mod code;
mod damage;
mod date;
mod heading;
mod id;
#[cfg(feature = "json")]
mod json;
mod limits;
mod node;
mod number;
mod path;
mod place;
mod plan;
mod problem;
mod reader;
mod record;
mod several;
mod text;
#[cfg(feature = "toml")]
mod toml;
mod utf8;
mod word;
mod wording;

pub use limits::{MAX_DEPTH, MAX_ENTRIES, MAX_FILE_BYTES, MAX_PROBLEMS, MAX_TEXT};
pub use node::{Dialect, Key, Node, Span, Value};
pub use place::{Places, Position};
pub use problem::{Problem, ReadError};
pub use reader::Reader;
pub use record::Record;
pub use utf8::text;

#[cfg(feature = "json")]
pub use json::json;
#[cfg(feature = "toml")]
pub use toml::{toml, toml_at};

/// What was read, with the places of its parts.
#[derive(Debug)]
pub struct Document<T> {
    /// What was read.
    pub value: T,
    /// Where its parts stand.
    pub places: Places,
}

/// A value that can be read from a file.
pub trait Read: Sized {
    /// Makes the value from `node`; what is wrong goes to `reader`, and then it is `None`.
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self>;

    /// What it means that `record` has no `key`: by default a problem.
    fn absent(record: &Node<'_>, key: &'static str, reader: &mut Reader<'_>) -> Option<Self> {
        reader.missing(record, key, Self::example());
        None
    }

    /// A value as one writes it in TOML, for the way out when it is missing.
    #[must_use]
    fn example() -> &'static str {
        "\"…\""
    }
}

/// What a [`Read`] gave, or why not.
#[cfg(any(feature = "toml", feature = "json"))]
fn conclude<T>(value: Option<T>, error: Option<ReadError>, file: &str) -> Result<T, ReadError> {
    match (value, error) {
        (Some(value), None) => Ok(value),
        (_, Some(error)) => Err(error),
        // A `Read` of another crate may give nothing without saying why.
        (None, None) => Err(ReadError::new(vec![Problem {
            file: file.to_owned(),
            line: 1,
            column: 1,
            path: String::new(),
            message: "the file does not hold what is expected".to_owned(),
            help: "compare it with an example".to_owned(),
        }])),
    }
}

#[cfg(any(feature = "toml", feature = "json"))]
fn depth_problem(span: Span, reader: &mut Reader<'_>) {
    let message = format!("brackets stand more than {MAX_DEPTH} deep inside each other");
    reader.problem(span, message, "look for brackets that are opened again and again; a plan needs six");
    // What the cut part would have meant is not judged.
    reader.damaged(span);
}
