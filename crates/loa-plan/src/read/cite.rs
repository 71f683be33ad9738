//! Where a fact comes from.

use super::{Node, Read, Reader, Value};
use crate::{Cite, Clause, Place, Source, SourceId};

crate::read_record!(Source { id, title, publisher, url, dated, seen, note });
crate::read_record!(Place { id, clause, quote });
crate::read_record!(Clause { source, article, quote });

impl Read for Cite {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match node.value {
            Value::Table(_) => Place::read(node, reader).map(Self::Place),
            _ => SourceId::read(node, reader).map(Self::Document),
        }
    }

    fn example() -> &'static str {
        SourceId::example()
    }
}
