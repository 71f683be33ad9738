//! What a guide is drawn from, natively: everything that stands in its static HTML.

use chrono::NaiveDate;

use crate::slice::Link;

/// A guide with its channels, sources and pictures looked up.
#[derive(Debug, Clone, PartialEq)]
pub struct GuideSheet {
    /// The guide's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub summary: Option<String>,
    /// The code of the procedure.
    pub procedure: Option<String>,
    /// How many minutes it takes, when that is known.
    pub minutes: Option<u32>,
    /// What to prepare.
    pub needs: Vec<Need>,
    /// Why it is not known what to prepare.
    pub needs_unknown: Option<String>,
    /// The introduction.
    pub intro: Vec<Block>,
    /// The steps.
    pub steps: Vec<Step>,
    /// What signing in needs.
    pub sign_in: Option<String>,
    /// Where to file.
    pub filing: Option<Link>,
    /// What else is worth reading.
    pub links: Vec<Link>,
    /// Where to get help.
    pub help: Vec<Contact>,
    /// What a reader should know about the guide itself.
    pub note: Option<String>,
    /// Where its facts come from.
    pub sources: Vec<Link>,
    /// The day on which somebody last went through it.
    pub updated: NaiveDate,
}

/// Something to prepare.
#[derive(Debug, Clone, PartialEq)]
pub struct Need {
    /// What it is.
    pub text: String,
    /// What to know about it.
    pub note: Option<String>,
}

/// A step.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Its title.
    pub title: String,
    /// What it says and shows, in order.
    pub body: Vec<Block>,
}

/// A part of a step.
#[derive(Debug, Clone, PartialEq)]
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

/// A channel where people get help.
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    /// Its name.
    pub title: String,
    /// A phone number.
    pub phone: Option<String>,
    /// An address.
    pub url: Option<String>,
    /// What a person should know.
    pub note: Option<String>,
}
