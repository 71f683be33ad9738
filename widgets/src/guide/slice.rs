//! What a guide is drawn from: `guide/<id>.json`.

use chrono::NaiveDate;

use crate::slice::{BadSlice, FromJson, Json, date, list, optional_date, optional_text, text};

/// A guide as it is published.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct GuideSlice {
    /// The build that it belongs to.
    pub build: String,
    /// The guide's id.
    pub id: String,
    /// The language that it is written in.
    pub lang: String,
    /// Its title.
    pub title: String,
    /// What it is about.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub summary: Option<String>,
    /// The code of the procedure.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub procedure: Option<String>,
    /// How many minutes it takes, when that is known.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub minutes: Option<u32>,
    /// What to prepare.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Vec::is_empty"))]
    pub needs: Vec<Need>,
    /// Why it is not known what to prepare.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub needs_unknown: Option<String>,
    /// The introduction.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Vec::is_empty"))]
    pub intro: Vec<Block>,
    /// The steps.
    pub steps: Vec<Step>,
    /// What signing in needs.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub sign_in: Option<String>,
    /// Where to file.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub filing: Option<Link>,
    /// What else is worth reading.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Vec::is_empty"))]
    pub links: Vec<Link>,
    /// Where to get help.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Vec::is_empty"))]
    pub help: Vec<Contact>,
    /// What a reader should know about the guide itself.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub note: Option<String>,
    /// Where its facts come from.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Vec::is_empty"))]
    pub sources: Vec<Link>,
    /// The day on which somebody last went through it.
    #[cfg_attr(feature = "ssr", serde(serialize_with = "crate::slice::date_text"))]
    pub updated: NaiveDate,
}

/// Something to prepare.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct Need {
    /// What it is.
    pub text: String,
    /// What to know about it.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub note: Option<String>,
}

/// A step.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct Step {
    /// Its title.
    pub title: String,
    /// What it says and shows, in order.
    pub body: Vec<Block>,
}

/// A part of a step.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Block {
    /// A paragraph.
    P(Vec<Inline>),
    /// A list without numbers.
    Ul(Vec<Vec<Inline>>),
    /// A numbered list.
    Ol(Vec<Vec<Inline>>),
    /// Something to take care of.
    Note(Vec<Inline>),
    /// A picture.
    Img(Picture),
}

/// A picture of a step.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct Picture {
    /// Its file, below the bundle's address.
    pub path: String,
    /// What it shows, for somebody who does not see it.
    pub alt: String,
    /// Its width in pixels; with the height it keeps the page still while the picture loads.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize), serde(untagged))]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Words that matter.
    Strong {
        /// The words.
        b: String,
    },
    /// A link.
    Link(Link),
    /// A new line.
    Break {
        /// Always 1.
        br: u8,
    },
}

/// A link with the day on which somebody last saw it work.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct Link {
    /// Its words.
    pub title: String,
    /// Its address.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub url: Option<String>,
    /// The day on which it was seen.
    #[cfg_attr(
        feature = "ssr",
        serde(skip_serializing_if = "Option::is_none", serialize_with = "crate::slice::optional_date_text")
    )]
    pub seen: Option<NaiveDate>,
}

/// A channel where people get help.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct Contact {
    /// Its name.
    pub title: String,
    /// A phone number.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub phone: Option<String>,
    /// An address.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub url: Option<String>,
    /// What a person should know.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub note: Option<String>,
}

impl FromJson for GuideSlice {
    fn from_json<J: Json>(json: &J) -> Result<Self, BadSlice> {
        Ok(Self {
            build: text(json, "build")?,
            id: text(json, "id")?,
            lang: optional_text(json, "lang").unwrap_or_else(|| "vi".to_owned()),
            title: text(json, "title")?,
            summary: optional_text(json, "summary"),
            procedure: optional_text(json, "procedure"),
            minutes: json.get("minutes").and_then(|minutes| minutes.number()).map(|minutes| minutes as u32),
            needs: list(json, "needs", |need| {
                Ok(Need { text: text(need, "text")?, note: optional_text(need, "note") })
            })?,
            needs_unknown: optional_text(json, "needs_unknown"),
            intro: list(json, "intro", block)?,
            steps: list(json, "steps", |step| {
                Ok(Step { title: text(step, "title")?, body: list(step, "body", block)? })
            })?,
            sign_in: optional_text(json, "sign_in"),
            filing: json.get("filing").map(|filing| link(&filing)).transpose()?,
            links: list(json, "links", link)?,
            help: list(json, "help", |contact| {
                Ok(Contact {
                    title: text(contact, "title")?,
                    phone: optional_text(contact, "phone"),
                    url: optional_text(contact, "url"),
                    note: optional_text(contact, "note"),
                })
            })?,
            note: optional_text(json, "note"),
            sources: list(json, "sources", link)?,
            updated: date(json, "updated")?,
        })
    }
}

pub(crate) fn link<J: Json>(json: &J) -> Result<Link, BadSlice> {
    Ok(Link { title: text(json, "title")?, url: optional_text(json, "url"), seen: optional_date(json, "seen") })
}

fn block<J: Json>(json: &J) -> Result<Block, BadSlice> {
    let lines = |key| list(json, key, |item: &J| item.items().unwrap_or_default().iter().map(inline).collect());
    let line = |key| list(json, key, inline);
    if json.get("p").is_some() {
        line("p").map(Block::P)
    } else if json.get("ul").is_some() {
        lines("ul").map(Block::Ul)
    } else if json.get("ol").is_some() {
        lines("ol").map(Block::Ol)
    } else if json.get("note").is_some() {
        line("note").map(Block::Note)
    } else {
        let picture = json.get("img").ok_or(BadSlice::Key("img"))?;
        let size = |key| picture.get(key).and_then(|size| size.number()).map_or(0, |size| size as u32);
        Ok(Block::Img(Picture {
            path: text(&picture, "path")?,
            alt: text(&picture, "alt")?,
            width: size("width"),
            height: size("height"),
        }))
    }
}

fn inline<J: Json>(json: &J) -> Result<Inline, BadSlice> {
    if let Some(words) = json.text() {
        Ok(Inline::Text(words))
    } else if let Some(b) = optional_text(json, "b") {
        Ok(Inline::Strong { b })
    } else if json.get("br").is_some() {
        Ok(Inline::Break { br: 1 })
    } else {
        link(json).map(Inline::Link)
    }
}
