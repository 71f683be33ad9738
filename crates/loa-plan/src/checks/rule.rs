//! What a rule is.

use chrono::NaiveDate;

use crate::{Finding, Plan, Severity};

/// A rule that a plan is judged by.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Rule {
    /// Its name in kebab case, which is also the name of its file.
    pub name: &'static str,
    /// The gravest severity that it gives; a lighter case may get a lighter one.
    pub severity: Severity,
    /// What it asks for and why, with an example, as Markdown.
    pub about: &'static str,
    /// Judges a plan on a day.
    pub check: fn(&Plan, NaiveDate) -> Vec<Finding>,
}

impl Rule {
    /// What it is about in one sentence: the first line of its explanation.
    #[must_use]
    pub fn summary(&self) -> &'static str {
        self.about.lines().next().unwrap_or_default()
    }

    /// A finding of this rule with its own severity.
    pub(super) fn finding(&self, path: impl ToString, message: impl Into<String>, help: impl Into<String>) -> Finding {
        self.finding_as(self.severity, path, message, help)
    }

    /// A finding of this rule about a lighter case.
    pub(super) fn finding_as(
        &self,
        severity: Severity,
        path: impl ToString,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Finding {
        Finding { rule: self.name, severity, path: path.to_string(), message: message.into(), help: help.into() }
    }
}
