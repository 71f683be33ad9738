//! The way from the whole file to the value that is being read: `phases[2].starts`.

use std::fmt::{self, Write as _};

/// The steps of the way.
#[derive(Debug, Default)]
pub(super) struct Path(Vec<Segment>);

/// One step of the way.
#[derive(Debug)]
pub(super) enum Segment {
    /// A key that is known to the program.
    Key(&'static str),
    /// A key that is in the file alone.
    Named(Box<str>),
    /// The place in a list, counted from 0.
    Index(usize),
}

impl Path {
    pub(super) fn push(&mut self, segment: Segment) {
        self.0.push(segment);
    }

    pub(super) fn pop(&mut self) {
        self.0.pop();
    }

    /// Whether it is the file as a whole.
    pub(super) fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it is an entry of a list.
    pub(super) fn in_list(&self) -> bool {
        matches!(self.0.last(), Some(Segment::Index(_)))
    }

    /// Whether it is a table right under the outermost one, or an entry of a list there.
    pub(super) fn may_have_heading(&self) -> bool {
        matches!(self.0.as_slice(), [_] | [_, Segment::Index(_)])
    }

    /// The last key on the way.
    pub(super) fn key(&self) -> Option<&str> {
        self.0.iter().rev().find_map(|segment| match segment {
            Segment::Key(key) => Some(*key),
            Segment::Named(key) => Some(key.as_ref()),
            Segment::Index(_) => None,
        })
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, segment) in self.0.iter().enumerate() {
            let key = match segment {
                Segment::Index(index) => {
                    write!(f, "[{index}]")?;
                    continue;
                }
                Segment::Key(key) => key,
                Segment::Named(key) => key.as_ref(),
            };
            if i > 0 {
                f.write_char('.')?;
            }
            f.write_str(key)?;
        }
        Ok(())
    }
}
