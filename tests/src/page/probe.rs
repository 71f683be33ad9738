//! What happened on a page, as `probe.js` wrote it down.

use serde::Deserialize;
use serde_json::Value;

use super::Page;

/// Everything that happened since the page began.
#[derive(Debug, Clone, Deserialize)]
pub struct Record {
    /// Lines of the console, with their level: `error: …`.
    pub console: Vec<String>,
    /// Errors that nobody caught, and files that did not load.
    pub errors: Vec<String>,
    /// What the content security policy blocked.
    pub violations: Vec<String>,
    /// Events of the widgets.
    pub events: Vec<Event>,
    /// Moves of content that nobody asked for, from when the page has loaded; counted in Chromium alone.
    pub shifts: Vec<Shift>,
}

/// An event of a widget.
#[derive(Debug, Clone, Deserialize, PartialEq)]
pub struct Event {
    /// Its name: `loa-ready`.
    pub name: String,
    /// The tag of the element that sent it.
    pub tag: String,
    /// What it carries.
    pub detail: Value,
}

/// A move of content.
#[derive(Debug, Clone, Deserialize)]
pub struct Shift {
    /// The share of the screen that moved, times how far.
    pub value: f64,
    /// When, in milliseconds.
    pub at: f64,
    /// What moved, from where to where.
    pub nodes: Vec<String>,
}

impl Record {
    /// How many events of a name there were.
    #[must_use]
    pub fn count(&self, name: &str) -> usize {
        self.events.iter().filter(|event| event.name == name).count()
    }
}

impl Page {
    /// What happened since the page began.
    pub async fn record(&self) -> Record {
        self.see("look.record()").await
    }

    /// What the page or its console has to complain about; an error of a file that is missing on purpose is told too.
    pub async fn complaints(&self) -> Vec<String> {
        let Record { console, errors, violations, .. } = self.record().await;
        [console, errors, violations].concat()
    }
}
