//! What was tidied in an entry, so that nothing is changed unseen.

use std::fmt;

/// What was tidied. None of it changes what a text says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RepairKind {
    /// Spaces at the edges, or several in a row.
    Spaces,
    /// Line breaks in what is one line, such as a name.
    LineBreaks,
    /// Entities of HTML, `&#40;` for `(`.
    Entities,
    /// Letters whose accents stood beside them, now in composed form (NFC).
    Composed,
    /// Signs that nobody can see.
    Invisible,
    /// What a province puts behind a code.
    Suffix,
    /// A code that is none of the national catalogue; it is kept as found.
    MalformedCode,
    /// A number that was written as a text.
    NumberAsText,
    /// Words where an amount should be, which are now in the text of the fee.
    WordsAsAmount,
    /// A word of the catalogue that was not known when this was written; it is kept as "other".
    UnknownWord,
    /// A document without a name and without a form, which was left out: there is nothing to show.
    Nameless,
    /// A document without a name, which has the name of its form now.
    NamedAfterForm,
    /// A web address that is none, which was left out.
    Address,
    /// A day that cannot be read, which was left out.
    Day,
}

/// A repair, and where.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Repair {
    /// The code of the entry, as it is now.
    pub code: String,
    /// Where in the entry, in the names of the catalogue: `channels[0].fees[1].text`.
    pub path: String,
    /// What was tidied.
    pub what: RepairKind,
    /// What stood there, where that says more than the kind does; else empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub found: String,
}

impl fmt::Display for Repair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { code, path, what, found } = self;
        write!(f, "{code}: ")?;
        match what {
            RepairKind::Spaces => write!(f, "spaces around `{path}` were taken away"),
            RepairKind::LineBreaks => write!(f, "line breaks in `{path}` became spaces"),
            RepairKind::Entities => write!(f, "entities in `{path}` became the signs that they stand for"),
            RepairKind::Composed => write!(f, "letters of `{path}` were composed with their accents"),
            RepairKind::Invisible => write!(f, "invisible signs in `{path}` were taken away"),
            RepairKind::Suffix => write!(f, "`{path}` was `{found}`"),
            RepairKind::MalformedCode => {
                write!(f, "`{path}` is `{found}`, which is no code of the national catalogue; it is kept as found")
            }
            RepairKind::NumberAsText => write!(f, "`{path}` was the text `{found}` and is a number now"),
            RepairKind::WordsAsAmount => write!(f, "`{path}` was `{found}`, which is now in the text of the fee"),
            RepairKind::UnknownWord => write!(f, "`{path}` is `{found}`, which is not known here; it is kept as other"),
            RepairKind::Nameless => write!(f, "`{path}` is empty, and the document has no form; it was left out"),
            RepairKind::NamedAfterForm => {
                write!(f, "`{path}` is empty; the document is called `{found}` after its form")
            }
            RepairKind::Address => write!(f, "`{path}` is `{found}`, which is no address; it was left out"),
            RepairKind::Day => write!(f, "`{path}` is `{found}`, which is no day; it was left out"),
        }
    }
}
