//! Reading a table whose keys are known: what is missing, what is misspelt, what does not belong there.

use super::damage::LONGEST_KEY;
use super::heading::{heading, headings, name};
use super::wording::shorten;
use super::{Dialect, Key, Node, Read, Reader, Span, Value};
use crate::words::nearest;

/// A table with known keys while it is read; made by [`Reader::record`].
#[derive(Debug)]
pub struct Record<'n, 'a, 'r, 't> {
    node: &'n Node<'a>,
    entries: &'n [(Key<'a>, Node<'a>)],
    reader: &'r mut Reader<'t>,
    /// Keys that are absent because they are misspelt, which has been reported.
    misspelt: Vec<&'static str>,
}

impl<'t> Reader<'t> {
    /// Takes `node` as a table that may have `keys` and no others; anything else is reported.
    pub fn record<'n, 'a, 'r>(
        &'r mut self,
        node: &'n Node<'a>,
        keys: &'static [&'static str],
    ) -> Option<Record<'n, 'a, 'r, 't>> {
        self.enter(keys);
        let Value::Table(entries) = &node.value else {
            self.not_a_table(node, keys);
            return None;
        };
        let mut misspelt = Vec::new();
        let known = |key: &str| keys.contains(&key) || self.is_schema_key(key);
        let unknown: Vec<_> = entries.iter().filter(|(key, _)| !known(&key.name)).collect();
        if !unknown.is_empty() {
            let absent: Vec<&'static str> = keys.iter().copied().filter(|key| node.get(key).is_none()).collect();
            for (key, node) in unknown {
                misspelt.extend(match self.written_heading(node) {
                    Some(written) => self.unknown_heading(key, written, keys, &absent),
                    None => self.unknown_key(key, &absent),
                });
            }
        }
        Some(Record { node, entries, reader: self, misspelt })
    }

    /// Reports that `key` is missing from `record`, with an example of its value as in TOML.
    pub fn missing(&mut self, record: &Node<'_>, key: &'static str, example: &str) {
        if self.is_full() {
            return self.count_more(1);
        }
        if self.lost(key, record.span) {
            return;
        }
        let (at_root, before) = (self.is_root(), self.found_so_far());
        let entry = self.entry(key, example);
        let help = match self.dialect() {
            Dialect::Json => format!("add {entry} inside these curly brackets"),
            Dialect::Toml if self.is_root() && self.source(record.span).contains("\n[") => {
                format!("add the line {entry} above the first line that begins with `[`")
            }
            Dialect::Toml if self.source(record.span).starts_with('{') => {
                format!("add {entry} inside the curly brackets")
            }
            Dialect::Toml if self.is_root() => format!("add the line {entry}"),
            Dialect::Toml => format!("add the line {entry} below this one"),
        };
        self.under_known(key, |reader| reader.problem(record.span, format!("missing key `{key}`"), help));
        if at_root && self.found_so_far() > before {
            self.missing_from_root(key);
        }
    }

    /// Reports an unknown key; gives the one of the `absent` ones that it stands for, when that can be told.
    fn unknown_key(&mut self, key: &Key<'_>, absent: &[&'static str]) -> Option<&'static str> {
        if self.is_full() {
            self.count_more(1);
            return None;
        }
        let short = key.name.chars().take(LONGEST_KEY + 1).count() <= LONGEST_KEY;
        let misplaced = self.dialect() == Dialect::Toml && self.is_root_key(&key.name);
        let meant = if short && !misplaced { nearest(&key.name, absent.iter().copied()) } else { None };
        let help = match meant {
            Some(meant) => format!("did you mean `{meant}`?"),
            None if misplaced => {
                self.misplaced(&key.name);
                "it belongs to the file as a whole: move the line above the first line that begins with `[`".to_owned()
            }
            None if absent.is_empty() => "delete it; every key that is possible here is already given".to_owned(),
            None => format!("delete it, or use one of the keys that are possible here: {}", listed(absent)),
        };
        let message = format!("unknown key `{}`", shorten(&key.name));
        self.under(&shorten(&key.name), |reader| reader.problem(key.span, message, help));
        meant
    }

    /// The line of a heading at the outermost level, when `node` stands below one.
    fn written_heading(&self, node: &Node<'_>) -> Option<&'t str> {
        let source = self.source(node.span);
        let is_heading = self.dialect() == Dialect::Toml && self.is_root() && source.starts_with('[');
        // A list behind `=` begins with a bracket too, but not at the beginning of a line.
        let line = self.source(Span::new(0, node.span.start)).rsplit('\n').next().unwrap_or_default();
        (is_heading && line.trim().is_empty()).then(|| source.lines().next().unwrap_or_default())
    }

    /// Reports an unknown heading. Headings may stand several times, so those that are there already may be meant too.
    fn unknown_heading(
        &mut self,
        key: &Key<'_>,
        written: &str,
        keys: &'static [&'static str],
        absent: &[&'static str],
    ) -> Option<&'static str> {
        if self.is_full() {
            self.count_more(1);
            return None;
        }
        let possible = headings(keys);
        let names: Vec<&'static str> =
            if possible.is_empty() { absent.to_vec() } else { possible.iter().map(|heading| name(heading)).collect() };
        let short = key.name.chars().take(LONGEST_KEY + 1).count() <= LONGEST_KEY;
        let meant = if short { nearest(&key.name, names) } else { None };
        let help = match meant {
            Some(meant) => {
                let alike = if written.starts_with("[[") { format!("[[{meant}]]") } else { format!("[{meant}]") };
                format!("did you mean `{}`?", heading(meant).unwrap_or(&alike))
            }
            None if possible.is_empty() => "delete it with what stands below it".to_owned(),
            None => format!("delete it with what stands below it, or use one of the headings {}", listed(&possible)),
        };
        let message = format!("unknown heading `{}`", shorten(written));
        self.under(&shorten(&key.name), |reader| reader.problem(key.span, message, help));
        meant.filter(|meant| absent.contains(meant))
    }

    fn not_a_table(&mut self, node: &Node<'_>, keys: &[&str]) {
        let key = self.key().to_owned();
        let source = self.source(node.span);
        let help = match (self.dialect(), &node.value) {
            (Dialect::Toml, Value::List(_)) if source.starts_with("[[") => {
                format!("there is only one: write `[{key}]` in single brackets")
            }
            (_, Value::List(_)) => "take the square brackets around it away".to_owned(),
            (Dialect::Json, _) => format!("write its keys in curly brackets: {}", listed(keys)),
            _ if self.is_root() => "begin with `{` and end with `}`, with the keys between them".to_owned(),
            _ if !self.may_have_heading() => format!("write its keys in curly brackets: {}", listed(keys)),
            (Dialect::Toml, _) if self.in_list() => {
                format!("write each entry under a line `[[{key}]]`, with its keys below: {}", listed(keys))
            }
            (Dialect::Toml, _) => format!("write a line `[{key}]` and its keys below: {}", listed(keys)),
        };
        let expected = match self.dialect() {
            Dialect::Toml if self.may_have_heading() => "a group of entries below a heading",
            _ => "a group of entries in curly brackets",
        };
        self.mismatch(node, expected, help);
    }
}

impl Record<'_, '_, '_, '_> {
    /// Reads the value of `key`; when it is absent, its type says what that means.
    pub fn field<T: Read>(&mut self, key: &'static str) -> Option<T> {
        match self.entries.iter().find(|(known, _)| known.name == key) {
            Some((_, node)) => self.reader.under_known(key, |reader| T::read(node, reader)),
            None if self.misspelt.contains(&key) => self.reader.silently(|r| T::absent(self.node, key, r)),
            None => T::absent(self.node, key, self.reader),
        }
    }
}

/// Words in backticks, with commas.
pub(super) fn listed(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// Makes [`Read`](crate::read::Read) for a struct from the names of its fields, which are its keys.
///
/// `from` names the only key that must be there: who writes a value alone in a list is shown where it belongs, as in
/// `read_record!(Evidence from kind { kind, min })`.
///
/// ```
/// #[derive(Debug)]
/// struct Office { name: String, phone: Option<String> }
/// loa_plan::read_record!(Office { name, phone });
///
/// # #[cfg(feature = "toml")] {
/// let error = loa_plan::read::toml::<Office>("office.toml", "nmae = \"Một cửa\"").unwrap_err();
/// assert_eq!(error.to_string(), "office.toml:1:1: unknown key `nmae`\n  help: did you mean `name`?");
/// # }
/// ```
#[macro_export]
macro_rules! read_record {
    ($name:ident $(from $lone:ident)? $(if $gate:path)? { $($field:ident),* $(,)? }) => {
        impl $crate::read::Read for $name {
            fn read(node: &$crate::read::Node<'_>, reader: &mut $crate::read::Reader<'_>) -> Option<Self> {
                $(if !$gate(node, reader) {
                    return None;
                })?
                let mut record = reader.record(node, &[$(stringify!($field)),*])?;
                $(let $field = record.field(stringify!($field));)*
                Some(Self { $($field: $field?),* })
            }

            fn example() -> &'static str {
                concat!("{ ", $(stringify!($lone), " = ",)? "… }")
            }
        }
    };
}
