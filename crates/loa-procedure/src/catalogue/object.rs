//! An entry of the catalogue while it is read: every field with its place, every repair and every problem.

use std::fmt;

use serde_json::{Map, Value};

use super::tidy::{Shape, tidy};
use super::{Repair, RepairKind};
use crate::procedure::CatalogueCode;

/// Why an entry, or a part of it, cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Problem {
    /// Where, in the names of the catalogue; empty for the entry as a whole.
    pub path: String,
    /// What is wrong, what was expected, and what to do.
    pub message: String,
}

impl Problem {
    pub(super) fn not_json(error: &serde_json::Error) -> Self {
        let message = format!("it is not JSON: {error}; export the entry once more");
        Self { path: String::new(), message }
    }

    pub(super) fn no_object() -> Self {
        let message =
            "it is not an object, expected `{…}` with a code and a name; export the entry once more".to_owned();
        Self { path: String::new(), message }
    }

    pub(super) fn neither() -> Self {
        let message = "it is neither a record (with `channels`) nor a row of a list (with `departments`), \
                       expected one of the two; look whether it is an export of the catalogue of procedures"
            .to_owned();
        Self { path: String::new(), message }
    }
}

/// `channels[0].method: the message`.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() { f.write_str(&self.message) } else { write!(f, "{}: {}", self.path, self.message) }
    }
}

/// What was tidied, and what is wrong.
#[derive(Default)]
struct Notes {
    repairs: Vec<(String, RepairKind, String)>,
    problems: Vec<Problem>,
}

/// An entry, and all that was noted about it.
pub(super) struct Object<'a> {
    fields: &'a Map<String, Value>,
    notes: Notes,
    code: CatalogueCode,
}

impl<'a> Object<'a> {
    pub(super) fn new(fields: &'a Map<String, Value>) -> Self {
        let code = fields.get("code").and_then(Value::as_str).unwrap_or_default();
        Self { fields, notes: Notes::default(), code: CatalogueCode::read(code) }
    }

    /// The code as it was found, for saying which entry is meant.
    pub(super) fn code(&self) -> Option<String> {
        (!self.code.as_str().trim().is_empty()).then(|| self.code.as_str().trim().to_owned())
    }

    pub(super) fn into_repairs(self) -> Vec<Repair> {
        let code = self.code;
        let repair = |(path, what, found)| Repair { code: code.as_str().trim().to_owned(), path, what, found };
        self.notes.repairs.into_iter().map(repair).collect()
    }

    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.notes.problems
    }

    pub(super) fn is_sound(&self) -> bool {
        self.notes.problems.is_empty()
    }

    /// The entry itself, to ask for its fields.
    pub(super) fn part(&mut self) -> Part<'a, '_> {
        Part { fields: self.fields, path: String::new(), notes: &mut self.notes }
    }

    /// The code, with what was done to it.
    pub(super) fn read_code(&mut self) -> CatalogueCode {
        let found = match self.fields.get("code") {
            Some(Value::String(text)) if !text.trim().is_empty() => text.clone(),
            _ => {
                self.part().problem(
                    "code",
                    "it is missing, expected a code such as `1.001193`; an entry cannot be kept without it",
                );
                return self.code.clone();
            }
        };
        let mut note = |kind, found: &str| self.notes.repairs.push(("code".to_owned(), kind, found.to_owned()));
        match &self.code {
            CatalogueCode::Malformed(text) => note(RepairKind::MalformedCode, text),
            CatalogueCode::National(code) => {
                if found.trim() != found {
                    note(RepairKind::Spaces, "");
                }
                if found.trim() != code.as_str() {
                    note(RepairKind::Suffix, found.trim());
                }
            }
        }
        self.code.clone()
    }
}

/// One object of an entry.
pub(super) struct Part<'a, 'n> {
    fields: &'a Map<String, Value>,
    path: String,
    notes: &'n mut Notes,
}

impl<'a> Part<'a, '_> {
    pub(super) fn place(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    pub(super) fn problem(&mut self, name: &str, message: impl Into<String>) {
        let path = self.place(name);
        self.notes.problems.push(Problem { path, message: message.into() });
    }

    pub(super) fn note(&mut self, name: &str, what: RepairKind, found: impl Into<String>) {
        let path = self.place(name);
        self.notes.repairs.push((path, what, found.into()));
    }

    /// The value of a field; null is as good as nothing.
    pub(super) fn value(&self, name: &str) -> Option<&'a Value> {
        self.fields.get(name).filter(|value| !value.is_null())
    }

    /// A text, tidied; none when it is missing or empty.
    pub(super) fn text(&mut self, name: &str, shape: Shape) -> Option<String> {
        match self.value(name)? {
            Value::String(text) => self.tidied(name, text, shape),
            other => {
                self.wrong(name, other, "a text");
                None
            }
        }
    }

    fn tidied(&mut self, name: &str, text: &str, shape: Shape) -> Option<String> {
        let (text, repairs) = tidy(text, shape);
        for what in repairs {
            self.note(name, what, "");
        }
        (!text.is_empty()).then_some(text)
    }

    /// A text that must be there.
    pub(super) fn needed(&mut self, name: &str, shape: Shape) -> Option<String> {
        let known = self.notes.problems.len();
        let text = self.text(name, shape);
        if text.is_none() && self.notes.problems.len() == known {
            self.problem(name, "it is missing or empty, expected a text; an entry cannot be kept without it");
        }
        text
    }

    /// Texts of a list; those that are empty are left out.
    pub(super) fn texts(&mut self, name: &str) -> Vec<String> {
        let mut texts = Vec::new();
        for (index, value) in self.list(name).iter().enumerate() {
            let place = format!("{name}[{index}]");
            match value {
                Value::Null => {}
                Value::String(text) => texts.extend(self.tidied(&place, text, Shape::Line)),
                other => self.wrong(&place, other, "a text"),
            }
        }
        texts
    }

    /// Whether a flag is set; none when it is missing. `names` are those that exports use for it.
    pub(super) fn flag(&mut self, names: [&str; 2]) -> Option<bool> {
        let name = names.into_iter().find(|name| self.value(name).is_some())?;
        match self.value(name)? {
            Value::Bool(flag) => Some(*flag),
            other => {
                self.wrong(name, other, "`true` or `false`");
                None
            }
        }
    }

    /// A whole number that is not below zero.
    pub(super) fn count(&mut self, name: &str) -> Option<u32> {
        let value = self.value(name)?;
        let count = value.as_u64().and_then(|count| u32::try_from(count).ok());
        if count.is_none() {
            self.wrong(name, value, "a whole number from 0");
        }
        count
    }

    fn list(&mut self, name: &str) -> &'a [Value] {
        match self.value(name) {
            None => &[],
            Some(Value::Array(list)) => list,
            Some(other) => {
                self.wrong(name, other, "a list");
                &[]
            }
        }
    }

    /// Reads the object of a field.
    pub(super) fn object<T>(&mut self, name: &str, read: impl FnOnce(&mut Part<'a, '_>) -> T) -> Option<T> {
        match self.value(name)? {
            Value::Object(fields) => {
                let path = self.place(name);
                Some(read(&mut Part { fields, path, notes: self.notes }))
            }
            other => {
                self.wrong(name, other, "an object");
                None
            }
        }
    }

    /// Reads each object of a list; what gives none is left out, and has noted why.
    pub(super) fn objects<T>(&mut self, name: &str, read: impl Fn(&mut Part<'a, '_>) -> Option<T>) -> Vec<T> {
        let mut all = Vec::new();
        for (index, value) in self.list(name).iter().enumerate() {
            let place = format!("{name}[{index}]");
            match value {
                Value::Object(fields) => {
                    let path = self.place(&place);
                    all.extend(read(&mut Part { fields, path, notes: self.notes }));
                }
                other => self.wrong(&place, other, "an object"),
            }
        }
        all
    }

    pub(super) fn wrong(&mut self, name: &str, found: &Value, expected: &str) {
        let found = found.to_string();
        let shown: String = found.chars().take(SHOWN).collect();
        let more = if shown.len() < found.len() { "…" } else { "" };
        self.problem(
            name,
            format!(
                "`{shown}{more}` was found, expected {expected}; correct it in the file, or export the entry once more"
            ),
        );
    }
}

/// How much of a wrong value is shown.
const SHOWN: usize = 60;
