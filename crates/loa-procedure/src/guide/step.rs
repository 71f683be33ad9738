//! The steps of a guide and what they are made of.

use std::borrow::Cow;

use super::Link;

/// One thing to do (bước).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Step {
    /// What to do, in a few words.
    pub title: String,
    /// What the step says and shows, in order.
    pub body: Vec<Block>,
}

/// A part of a step.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// Several things of one kind.
    List {
        /// Whether their order matters.
        kind: ListKind,
        /// The things.
        items: Vec<Vec<Inline>>,
    },
    /// Something to take care of.
    Note(Vec<Inline>),
    /// A picture.
    Picture(Picture),
}

/// Whether the order of a list matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ListKind {
    /// Any order.
    Bulleted,
    /// One after the other.
    Numbered,
}

/// A picture of a step.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Picture {
    /// Its file within the campaign: `pictures/dang-nhap.svg`.
    pub path: String,
    /// What it shows, for somebody who does not see it; may be empty, which is a finding.
    pub alt: String,
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Words that matter.
    Strong(String),
    /// A link.
    Link(Link),
    /// A new line.
    Break,
}

impl Step {
    /// The pictures of the step.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        self.body.iter().filter_map(|block| match block {
            Block::Picture(picture) => Some(picture),
            _ => None,
        })
    }
}

impl Block {
    /// Its lines of running text: one of a paragraph or a note, one for each item of a list, none of a picture.
    pub fn lines(&self) -> impl Iterator<Item = &[Inline]> {
        let (one, several): (Option<&[Inline]>, &[Vec<Inline>]) = match self {
            Self::Paragraph(line) | Self::Note(line) => (Some(line), &[]),
            Self::List { items, .. } => (None, items),
            Self::Picture(_) => (None, &[]),
        };
        one.into_iter().chain(several.iter().map(Vec::as_slice))
    }

    /// Its lines as plain words.
    pub fn texts(&self) -> impl Iterator<Item = String> {
        self.lines().map(words)
    }

    /// The same without a copy where a line is words alone, as most are.
    pub(crate) fn plain_texts(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.lines().map(|line| match line {
            [Inline::Text(words)] => Cow::Borrowed(words.as_str()),
            line => Cow::Owned(words(line)),
        })
    }
}

impl Inline {
    /// Its words.
    #[must_use]
    pub fn words(&self) -> &str {
        match self {
            Self::Text(words) | Self::Strong(words) => words,
            Self::Link(link) => &link.title,
            Self::Break => "\n",
        }
    }
}

/// The words of a line of running text, without what makes them look otherwise.
pub(super) fn words(line: &[Inline]) -> String {
    line.iter().map(Inline::words).collect()
}
