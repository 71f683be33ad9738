//! What a rule across files is.

use loa_plan::{Finding, Severity};

use super::Located;
use crate::campaign::{Campaign, TextFile};

/// A rule that a campaign is judged by.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Rule {
    /// Its name in kebab case, which is also the name of its file.
    pub name: &'static str,
    /// The severity of its findings.
    pub severity: Severity,
    /// Its source, which begins with its explanation, so that this is written once.
    pub(super) source: &'static str,
    /// Judges a campaign.
    pub check: fn(&Campaign) -> Vec<Located>,
}

impl Rule {
    /// What it asks for and why, as Markdown.
    #[must_use]
    pub fn about(&self) -> String {
        let lines = self.source.lines().map_while(|line| line.strip_prefix("//!"));
        lines.flat_map(|line| [line.strip_prefix(' ').unwrap_or(line), "\n"]).collect()
    }

    /// What it is about in one sentence: the first line of its explanation.
    #[must_use]
    pub fn summary(&self) -> &'static str {
        self.source.lines().next().and_then(|line| line.strip_prefix("//! ")).unwrap_or_default()
    }

    /// A finding at a part of a text file.
    pub(super) fn at(&self, file: &TextFile, path: &str, message: String, help: String) -> Located {
        Located::new(self.finding(path, message, help), file)
    }

    /// A finding about a file as a whole.
    pub(super) fn whole(&self, file: &str, message: String, help: String) -> Located {
        Located::whole(self.finding("", message, help), file)
    }

    fn finding(&self, path: &str, message: String, help: String) -> Finding {
        Finding { rule: self.name, severity: self.severity, path: path.to_owned(), message, help }
    }
}
