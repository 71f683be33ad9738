//! What a rule is.

use chrono::NaiveDate;
use loa_plan::{Finding, Severity};

use crate::calendar::HolidayYear;
use crate::consent::Consents;
use crate::routes::Routes;

/// A rule that the files about feedback are judged by.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Rule {
    /// Its name in kebab case, which is also the name of its file.
    pub name: &'static str,
    /// The gravest severity that it gives; a lighter case may get a lighter one.
    pub severity: Severity,
    /// Its source, which begins with its explanation, so that this is written once.
    pub(super) source: &'static str,
    /// What it judges, and how.
    pub check: Check,
}

/// What a rule judges, and how.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Check {
    /// `routes.toml`.
    Routes(fn(&Routes) -> Vec<Finding>),
    /// `consents.toml`.
    Consents(fn(&Consents) -> Vec<Finding>),
    /// A year of holidays.
    Holidays(fn(&HolidayYear) -> Vec<Finding>),
    /// All years together, on a day.
    Years(fn(&[i32], NaiveDate) -> Vec<Finding>),
}

impl Rule {
    /// What it asks for and why, with an example, as Markdown.
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
