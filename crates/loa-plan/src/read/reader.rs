//! Collects the problems of a file while its values are read.

use super::damage::Damage;
use super::limits::MAX_PROBLEMS;
use super::path::{Path, Segment};
use super::place::positions;
use super::wording::{UNKNOWN, json_example, shorten};
use super::{Dialect, Node, Problem, ReadError, Span, Value};

/// Collects the problems of one file; each implementation of [`Read`](super::Read) reports to it and goes on.
#[derive(Debug)]
pub struct Reader<'t> {
    text: &'t str,
    dialect: Dialect,
    path: Path,
    found: Vec<Found>,
    more: usize,
    damage: Damage,
    root_keys: &'static [&'static str],
    silent: bool,
    /// Whether the value that is being read may be given as unknown.
    may_be_unknown: bool,
    reported: usize,
    /// Keys of the outermost table that stand in an inner one.
    misplaced: Vec<String>,
}

/// A problem before its line and column are known.
#[derive(Debug)]
struct Found {
    offset: usize,
    path: String,
    message: String,
    help: String,
    /// The key of the outermost table that is missing.
    missing: Option<&'static str>,
}

impl<'t> Reader<'t> {
    pub(super) fn new(dialect: Dialect, text: &'t str) -> Self {
        Self {
            text,
            dialect,
            path: Path::default(),
            found: Vec::new(),
            more: 0,
            damage: Damage::default(),
            root_keys: &[],
            silent: false,
            may_be_unknown: false,
            reported: 0,
            misplaced: Vec::new(),
        }
    }

    /// Reports what was found at `span` and one way out; reading goes on.
    pub fn problem(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.reported += 1;
        if self.silent || self.damage.covers(span.start) {
            return;
        }
        if self.is_full() {
            self.more += 1;
            return;
        }
        let path = self.path.to_string();
        self.found.push(Found { offset: span.start, path, message: message.into(), help: help.into(), missing: None });
    }

    /// Reports that `node` is another kind of value than expected: `` `60` is a number, expected a text in quotes ``.
    pub fn mismatch(&mut self, node: &Node<'_>, expected: &str, help: impl Into<String>) {
        if matches!(node.value, Value::Null) {
            let message = format!("`{}` is `null`, expected {expected}", self.key());
            return self.problem(node.span, message, "leave the key out when there is no value");
        }
        let message = format!("{} is {}, expected {expected}", self.subject(node), node.kind());
        self.problem(node.span, message, help);
    }

    /// The text at `span` as a message shows it: its first line, cut when it is long.
    #[must_use]
    pub fn excerpt(&self, span: Span) -> String {
        shorten(self.text.get(span.start..span.end).unwrap_or_default())
    }

    /// The format of the file.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// The key under which the value stands that is being read.
    #[must_use]
    pub fn key(&self) -> &str {
        self.path.key().unwrap_or("the file")
    }

    /// An entry as one writes it in this file: `` `starts = 2025-02-01` `` in TOML; `value` is given as in TOML.
    #[must_use]
    pub fn entry(&self, key: &str, value: &str) -> String {
        match self.dialect {
            Dialect::Toml => format!("`{key} = {value}`"),
            Dialect::Json => format!("`\"{key}\": {}`", json_example(value)),
        }
    }

    /// The value that is being read, as one writes it: with its key, or alone when it stands in a list.
    #[must_use]
    pub fn instead(&self, value: &str) -> String {
        match self.dialect {
            _ if !self.in_list() => self.entry(self.key(), value),
            Dialect::Toml => format!("`{value}`"),
            Dialect::Json => format!("`{}`", json_example(value)),
        }
    }

    /// Reads with `read` what stands under `key`, so that problems name it in their path.
    pub fn under<R>(&mut self, key: &str, read: impl FnOnce(&mut Self) -> R) -> R {
        self.step(Segment::Named(key.into()), read)
    }

    /// Reads with `read` the entry of a list, counted from 0.
    pub fn at<R>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> R) -> R {
        self.step(Segment::Index(index), read)
    }

    /// Whether enough problems were found; the others are counted without a search for a way out.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.found.len() >= MAX_PROBLEMS
    }

    /// Counts problems that are not told.
    pub(super) fn count_more(&mut self, more: usize) {
        self.more += more;
    }

    /// Whether the value that is being read stands in a list.
    #[must_use]
    pub fn in_list(&self) -> bool {
        self.path.in_list()
    }

    /// How often something was reported, also what was not kept because it follows from another problem.
    pub(super) fn reported(&self) -> usize {
        self.reported
    }

    pub(super) fn found_so_far(&self) -> usize {
        self.found.len()
    }

    /// Whether the value that is being read is a table right under the outermost one, or an entry of a list there.
    pub(super) fn may_have_heading(&self) -> bool {
        self.path.may_have_heading()
    }

    /// The source text at `span`.
    pub(super) fn source(&self, span: Span) -> &'t str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    pub(super) fn under_known<R>(&mut self, key: &'static str, read: impl FnOnce(&mut Self) -> R) -> R {
        self.step(Segment::Key(key), read)
    }

    pub(super) fn silently<R>(&mut self, read: impl FnOnce(&mut Self) -> R) -> R {
        let before = std::mem::replace(&mut self.silent, true);
        let result = read(self);
        self.silent = before;
        result
    }

    /// Reads with `read` a value that may be given as unknown; what stands below it may not.
    pub(super) fn known<R>(&mut self, read: impl FnOnce(&mut Self) -> R) -> R {
        let before = std::mem::replace(&mut self.may_be_unknown, true);
        let result = read(self);
        self.may_be_unknown = before;
        result
    }

    /// The end of advice about a value that may be given as unknown; else nothing.
    pub(super) fn or_unknown(&self) -> String {
        if self.may_be_unknown { format!(", or {}", self.instead(UNKNOWN)) } else { String::new() }
    }

    /// Remembers the keys of the outermost table, for keys that slipped into an inner one.
    pub(super) fn enter(&mut self, keys: &'static [&'static str]) {
        if self.path.is_root() {
            self.root_keys = keys;
        }
    }

    pub(super) fn is_root_key(&self, key: &str) -> bool {
        !self.path.is_root() && self.root_keys.contains(&key)
    }

    /// Remembers that `key` stands in an inner table, so that it is not told to be missing from the outermost one.
    pub(super) fn misplaced(&mut self, key: &str) {
        self.misplaced.push(key.to_owned());
    }

    /// Marks the last problem as one that a misplaced key explains.
    pub(super) fn missing_from_root(&mut self, key: &'static str) {
        if let Some(found) = self.found.last_mut() {
            found.missing = Some(key);
        }
    }

    pub(super) fn is_root(&self) -> bool {
        self.path.is_root()
    }

    /// Whether `key` is the one by which editors find the schema of a JSON file; it says nothing about the content.
    pub(super) fn is_schema_key(&self, key: &str) -> bool {
        key == "$schema" && self.dialect == Dialect::Json && self.path.is_root()
    }

    pub(super) fn damaged(&mut self, span: Span) {
        self.damage.add(self.text, span);
    }

    /// Whether `key` of the table that is being read, which begins at `table`, may be missing because of what could
    /// not be parsed.
    pub(super) fn lost(&self, key: &str, table: Span) -> bool {
        self.damage.may_hold(self.text, key, (!self.is_root()).then_some(table))
    }

    /// All problems with their lines, counted from `first_line`; `None` when there are none.
    pub(super) fn finish(mut self, file: &str, first_line: usize) -> Option<ReadError> {
        let misplaced = std::mem::take(&mut self.misplaced);
        self.found.retain(|found| !found.missing.is_some_and(|key| misplaced.iter().any(|known| known == key)));
        if self.found.is_empty() {
            return None;
        }
        self.found.sort_by_key(|found| found.offset);
        let offsets: Vec<usize> = self.found.iter().map(|found| found.offset).collect();
        let places = positions(self.text, &offsets, first_line);
        let problems = self.found.into_iter().zip(places).map(|(found, place)| Problem {
            file: file.to_owned(),
            line: place.line,
            column: place.column,
            path: found.path,
            message: found.message,
            help: found.help,
        });
        let mut error = ReadError::new(problems.collect());
        error.more += self.more;
        Some(error)
    }

    fn step<R>(&mut self, segment: Segment, read: impl FnOnce(&mut Self) -> R) -> R {
        self.path.push(segment);
        let may_be_unknown = std::mem::take(&mut self.may_be_unknown);
        let result = read(self);
        self.may_be_unknown = may_be_unknown;
        self.path.pop();
        result
    }

    fn subject(&self, node: &Node<'_>) -> String {
        match node.value {
            Value::List(_) | Value::Table(_) if self.in_list() => format!("an entry of `{}`", self.key()),
            Value::List(_) | Value::Table(_) if self.is_root() => "the file".to_owned(),
            Value::List(_) | Value::Table(_) => format!("`{}`", self.key()),
            _ => format!("`{}`", self.excerpt(node.span)),
        }
    }
}
