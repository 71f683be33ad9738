//! Lines and columns, and where each part of a document stands.

use std::sync::OnceLock;

use super::{Dialect, Node, Value};

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
}

/// Where each part of a document stands in its file.
///
/// The text is kept and gone through only when somebody asks, so that reading a plan without findings costs nothing.
#[derive(Debug)]
pub struct Places {
    dialect: Dialect,
    text: Box<str>,
    first_line: usize,
    root: OnceLock<Spot>,
    /// In the order in which they came: thousands of guides are read for one of which a place is asked for.
    added: Vec<(String, Position)>,
}

/// A part of a document and its own parts.
#[derive(Debug)]
struct Spot {
    position: Position,
    parts: Vec<(Name, Spot)>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Name {
    Key(Box<str>),
    Index(usize),
}

impl Places {
    pub(super) fn new(dialect: Dialect, text: &str, first_line: usize) -> Self {
        Self { dialect, text: text.into(), first_line, root: OnceLock::new(), added: Vec::new() }
    }

    /// The place of a part such as `phases[2].starts`, else the place of the nearest part around it.
    ///
    /// Entries of lists are counted from 0. `None` only when the path is not one.
    #[must_use]
    pub fn locate(&self, path: &str) -> Option<Position> {
        let mut around = path;
        while !around.is_empty() && !self.added.is_empty() {
            if let Some((_, position)) = self.added.iter().rfind(|(path, _)| path == around) {
                return Some(*position);
            }
            around = around.rfind(['.', '[']).and_then(|end| around.get(..end)).unwrap_or_default();
        }
        let mut spot = self.root.get_or_init(|| self.index());
        for name in names(path)? {
            match spot.parts.binary_search_by(|(known, _)| known.cmp(&name)) {
                Ok(found) => spot = &spot.parts[found].1,
                Err(_) => break,
            }
        }
        Some(spot.position)
    }

    /// Adds a part that stands outside of the TOML or JSON, such as a step of a guide below its head.
    pub fn add(&mut self, path: impl Into<String>, position: Position) {
        self.added.push((path.into(), position));
    }

    fn index(&self) -> Spot {
        let start = Position { line: self.first_line, column: 1 };
        let empty = Spot { position: start, parts: Vec::new() };
        match self.dialect {
            #[cfg(feature = "toml")]
            Dialect::Toml => super::toml::tree(&self.text).map_or(empty, |root| self.spot(&root)),
            #[cfg(feature = "json")]
            Dialect::Json => super::json::tree(&self.text).map_or(empty, |root| self.spot(&root)),
            #[allow(unreachable_patterns, reason = "a format that is not compiled in is never read")]
            _ => empty,
        }
    }

    fn spot(&self, root: &Node<'_>) -> Spot {
        let mut offsets = Vec::new();
        collect(root, &mut offsets);
        offsets.sort_unstable();
        offsets.dedup();
        let positions = positions(&self.text, &offsets, self.first_line);
        build(root, &offsets, &positions)
    }
}

/// The places of offsets that are in ascending order, found in one pass over the text.
pub(super) fn positions(text: &str, offsets: &[usize], first_line: usize) -> Vec<Position> {
    let mut positions = Vec::with_capacity(offsets.len());
    let (mut line, mut column, mut at) = (first_line, 1, 0);
    for &offset in offsets {
        for c in text.get(at..offset).unwrap_or_default().chars() {
            if c == '\n' {
                line += 1;
                column = 1;
            } else {
                column += 1;
            }
        }
        at = at.max(offset);
        positions.push(Position { line, column });
    }
    positions
}

fn collect(node: &Node<'_>, offsets: &mut Vec<usize>) {
    offsets.push(node.span.start);
    match &node.value {
        Value::List(nodes) => nodes.iter().for_each(|node| collect(node, offsets)),
        Value::Table(entries) => entries.iter().for_each(|(_, node)| collect(node, offsets)),
        _ => {}
    }
}

fn build(node: &Node<'_>, offsets: &[usize], positions: &[Position]) -> Spot {
    let found = offsets.partition_point(|offset| *offset < node.span.start);
    let position = positions.get(found).copied().unwrap_or(Position { line: 1, column: 1 });
    let mut parts: Vec<(Name, Spot)> = match &node.value {
        Value::List(nodes) => {
            nodes.iter().enumerate().map(|(i, node)| (Name::Index(i), build(node, offsets, positions))).collect()
        }
        Value::Table(entries) => entries
            .iter()
            .map(|(key, node)| (Name::Key(key.name.as_ref().into()), build(node, offsets, positions)))
            .collect(),
        _ => Vec::new(),
    };
    parts.sort_by(|(a, _), (b, _)| a.cmp(b));
    Spot { position, parts }
}

/// The names that a path is made of; `None` when it is not a path.
fn names(path: &str) -> Option<Vec<Name>> {
    let mut names = Vec::new();
    for part in path.split('.').filter(|part| !part.is_empty()) {
        let (key, indices) = part.split_at(part.find('[').unwrap_or(part.len()));
        if !key.is_empty() {
            names.push(Name::Key(key.into()));
        }
        for index in indices.split_terminator(']') {
            names.push(Name::Index(index.strip_prefix('[')?.parse().ok()?));
        }
    }
    Some(names)
}
