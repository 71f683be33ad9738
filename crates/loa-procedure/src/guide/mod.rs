//! A guide: plain-language steps for one procedure.

mod limits;
#[cfg(feature = "markdown")]
mod markdown;
mod step;

use std::fmt;

use chrono::NaiveDate;
use loa_plan::{AudienceId, ChannelId, Cite, Count, GuideId, Known};

use crate::{Address, ProcedureCode};

pub use limits::{MAX_ALTERNATIVE, MAX_BLOCKS, MAX_GUIDE_BYTES, MAX_PARAGRAPH, MAX_STEPS, MAX_TITLE};
#[cfg(feature = "markdown")]
pub use markdown::read;
pub use step::{Block, Inline, ListKind, Picture, Step};

/// Plain-language steps for one procedure (hướng dẫn).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Guide {
    /// Its id, by which messages and obligations of the plan point at it.
    pub id: GuideId,
    /// Its title.
    pub title: String,
    /// What it is about, in one sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// The procedure in the national catalogue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub procedure: Option<ProcedureCode>,
    /// Whom it is for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub audiences: Vec<AudienceId>,
    /// How many minutes it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<Known<Count>>,
    /// What to prepare before the first step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needs: Option<Known<Vec<Need>>>,
    /// What signing in needs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sign_in: Option<String>,
    /// Where to file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filing: Option<Link>,
    /// The plan's channels where people get help; shown at the end.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub help: Vec<ChannelId>,
    /// Other pages worth knowing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// What a reader should know about the guide itself, for example what its source does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where its facts come from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
    /// The day on which somebody last went through it.
    pub updated: NaiveDate,
    /// What stands before the first step.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub intro: Vec<Block>,
    /// The steps, in order; never empty.
    pub steps: Vec<Step>,
}

/// Something to prepare.
///
/// In a file it is `"Giấy chứng sinh"` or `{ text = "Giấy chứng sinh", note = "…" }`.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Need {
    /// What it is.
    pub text: String,
    /// What to know about it, for example who does not need it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A link with the day on which somebody last saw what is there.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Link {
    /// Its words.
    pub title: String,
    /// Its address.
    pub url: Address,
    /// The day on which it was seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seen: Option<NaiveDate>,
}

impl Guide {
    /// What to prepare, as far as it is known.
    #[must_use]
    pub fn known_needs(&self) -> &[Need] {
        self.needs.as_ref().and_then(Known::get).map_or(&[], Vec::as_slice)
    }

    /// Every picture with its path in the guide, `steps[1].body[0]`.
    pub fn pictures(&self) -> impl Iterator<Item = (String, &Picture)> {
        self.parts().filter_map(|(part, block)| match block {
            Block::Picture(picture) => Some((part.to_string(), picture)),
            _ => None,
        })
    }

    /// Every link with its path in the guide: those of the text, where to file, and the others.
    pub fn links(&self) -> impl Iterator<Item = (String, &Link)> {
        let in_text = self.parts().flat_map(|(part, block)| {
            block.lines().flatten().filter_map(move |inline| match inline {
                Inline::Link(link) => Some((part.to_string(), link)),
                _ => None,
            })
        });
        let filing = self.filing.iter().map(|link| ("filing".to_owned(), link));
        let others = self.links.iter().enumerate().map(|(i, link)| (format!("links[{i}]"), link));
        in_text.chain(filing).chain(others)
    }

    /// Every part of the text with its path in the guide.
    pub fn blocks(&self) -> impl Iterator<Item = (String, &Block)> {
        self.parts().map(|(part, block)| (part.to_string(), block))
    }

    /// Every part of the text; its path is written only when somebody asks, since most parts are fine.
    fn parts(&self) -> impl Iterator<Item = (Part, &Block)> {
        let intro = self.intro.iter().enumerate().map(|(i, block)| (Part::Intro(i), block));
        let steps = self
            .steps
            .iter()
            .enumerate()
            .flat_map(|(i, step)| step.body.iter().enumerate().map(move |(j, block)| (Part::Step(i, j), block)));
        intro.chain(steps)
    }
}

/// Where a part of the text stands.
#[derive(Debug, Clone, Copy)]
enum Part {
    Intro(usize),
    Step(usize, usize),
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Intro(i) => write!(f, "intro[{i}]"),
            Self::Step(i, j) => write!(f, "steps[{i}].body[{j}]"),
        }
    }
}
