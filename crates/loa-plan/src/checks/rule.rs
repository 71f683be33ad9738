//! What a rule is, for a plan and for the files beside it.

use chrono::NaiveDate;

use crate::{Finding, Plan, Severity};

/// A rule that something is judged by; `C` is how it judges, for a rule of a plan a function of the plan and a day.
///
/// ```
/// use loa_plan::checks::Rule;
/// use loa_plan::{Finding, Severity};
///
/// const RULE: Rule<fn(&str) -> Vec<Finding>> = Rule::new("not-empty", Severity::Error, "A name is empty.", check);
/// fn check(name: &str) -> Vec<Finding> {
///     if name.is_empty() { vec![RULE.finding("name", "`name` is empty", "write the name")] } else { Vec::new() }
/// }
/// assert_eq!((RULE.check)("").len(), 1);
/// ```
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Rule<C = fn(&Plan, NaiveDate) -> Vec<Finding>> {
    /// Its name in kebab case, which is also the name of its file.
    pub name: &'static str,
    /// The gravest severity that it gives; a lighter case may get a lighter one.
    pub severity: Severity,
    /// What it asks for and why, with an example, as Markdown.
    pub about: &'static str,
    /// How it judges.
    pub check: C,
}

impl<C> Rule<C> {
    /// A rule; `about` is what it asks for and why, as Markdown whose first line says it in one sentence.
    #[must_use]
    pub const fn new(name: &'static str, severity: Severity, about: &'static str, check: C) -> Self {
        Self { name, severity, about, check }
    }

    /// A finding of this rule with its own severity.
    pub fn finding(&self, path: impl ToString, message: impl Into<String>, help: impl Into<String>) -> Finding {
        self.finding_as(self.severity, path, message, help)
    }

    /// A finding of this rule about a lighter case.
    pub fn finding_as(
        &self,
        severity: Severity,
        path: impl ToString,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Finding {
        Finding { rule: self.name, severity, path: path.to_string(), message: message.into(), help: help.into() }
    }
}
