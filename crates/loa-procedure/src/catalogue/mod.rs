//! Reading what the national catalogue serves: whole records and rows of lists, as dirty as they are.
//!
//! Every text is tidied in ways that change no meaning, and each [`Repair`] is told. What cannot be read without
//! guessing is a [`Rejected`] with all its reasons; nothing is dropped unseen.
//!
//! ```
//! use loa_procedure::catalogue;
//!
//! let text = r#"{"id": "1", "code": " 1.001193", "name": "Thủ tục đăng ký khai sinh", "departments": [],
//!     "categories": ["Hộ tịch"], "formalityTargetType": [], "state": "ACTIVE", "type": "STANDARD"}"#;
//! let day = loa_plan::date::parse("2026-07-18").unwrap_or_default();
//! let read = catalogue::read(text, day);
//! assert_eq!(read.rows[0].code.as_str(), "1.001193");
//! assert_eq!(read.repairs[0].to_string(), "1.001193: spaces around `code` were taken away");
//! assert!(read.rejected.is_empty());
//! ```

mod change;
mod moment;
mod object;
mod record;
mod repair;
mod row;
mod tidy;

use chrono::NaiveDate;
use serde_json::Value;

pub use change::{Change, changes};
pub use object::Problem;
pub use repair::{Repair, RepairKind};
pub use row::{Row, Scope};

use crate::procedure::Procedure;
use object::Object;

/// What a file of the catalogue holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contents {
    /// Whole records, in the order of the file.
    pub procedures: Vec<Procedure>,
    /// Rows of lists, in the order of the file.
    pub rows: Vec<Row>,
    /// What was tidied.
    pub repairs: Vec<Repair>,
    /// What could not be read, and why.
    pub rejected: Vec<Rejected>,
}

/// One entry that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// Where it begins, from 1.
    pub line: usize,
    /// Its code as found, when it has one.
    pub code: Option<String>,
    /// Why; never empty.
    pub problems: Vec<Problem>,
}

/// Reads a file of the catalogue: one JSON value (an entry, or a list of them), or one entry a line.
///
/// `snapshot` is the day of the snapshot for entries that do not say when they were fetched.
#[must_use]
pub fn read(text: &str, snapshot: NaiveDate) -> Contents {
    let mut contents = Contents::default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match serde_json::from_str::<Value>(text) {
        Ok(Value::Array(entries)) => {
            for entry in entries {
                contents.take(entry, 1, snapshot);
            }
        }
        Ok(entry) => contents.take(entry, 1, snapshot),
        Err(whole) => contents.take_lines(text, &whole, snapshot),
    }
    contents
}

impl Contents {
    /// One entry a line; a file with a single broken value is told once, with the place where it breaks.
    fn take_lines(&mut self, text: &str, whole: &serde_json::Error, snapshot: NaiveDate) {
        let lines = || text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        if !lines().take(2).any(|(_, line)| serde_json::from_str::<Value>(line).is_ok_and(|value| value.is_object())) {
            self.reject(whole.line().max(1), None, vec![Problem::not_json(whole)]);
            return;
        }
        for (index, line) in lines() {
            match serde_json::from_str(line) {
                Ok(entry) => self.take(entry, index + 1, snapshot),
                Err(error) => self.reject(index + 1, None, vec![Problem::not_json(&error)]),
            }
        }
    }

    fn take(&mut self, entry: Value, line: usize, snapshot: NaiveDate) {
        let Value::Object(fields) = entry else {
            self.reject(line, None, vec![Problem::no_object()]);
            return;
        };
        let mut object = Object::new(&fields);
        let code = object.code();
        if record::is_record(&fields) {
            match record::read(&mut object, snapshot) {
                Some(procedure) => self.procedures.push(procedure),
                None => return self.reject(line, code, object.into_problems()),
            }
        } else if row::is_row(&fields) {
            match row::read(&mut object, snapshot) {
                Some(row) => self.rows.push(row),
                None => return self.reject(line, code, object.into_problems()),
            }
        } else {
            self.reject(line, code, vec![Problem::neither()]);
            return;
        }
        self.repairs.extend(object.into_repairs());
    }

    fn reject(&mut self, line: usize, code: Option<String>, problems: Vec<Problem>) {
        self.rejected.push(Rejected { line, code, problems });
    }
}
