//! A finding with its place in a file.

use loa_plan::{Finding, Severity};

use crate::campaign::TextFile;

/// A finding, and where somebody would mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// What was found.
    pub finding: Finding,
    /// The file, below the campaign: `guides/khai-sinh.md`.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
}

impl Located {
    pub(super) fn new(finding: Finding, file: &TextFile) -> Self {
        let position = file.locate(&finding.path);
        Self { finding, file: file.name().to_owned(), line: position.line, column: position.column }
    }

    /// About a file as a whole.
    pub(super) fn whole(finding: Finding, file: &str) -> Self {
        Self { finding, file: file.to_owned(), line: 1, column: 1 }
    }

    pub(super) fn order<'a>(&'a self, plan_file: &str) -> (Severity, bool, &'a str, usize, usize) {
        (self.finding.severity, self.file != plan_file, &self.file, self.line, self.column)
    }
}

/// `plan.toml:12:5: error: the message`, and the way out on a line of its own.
impl std::fmt::Display for Located {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { finding, file, line, column } = self;
        write!(f, "{file}:{line}:{column}: {}: {}\n  help: {}", finding.severity, finding.message, finding.help)
    }
}
