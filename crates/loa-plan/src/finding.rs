//! What judging a plan gives: findings, never failures.

use std::fmt;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The plan contradicts itself; a bundle is not built.
    Error,
    /// People would be served worse.
    Warning,
    /// Good to know; for example that a value is stated to be unknown.
    Info,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        })
    }
}

/// Something that a rule has to say about a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule, by its name in kebab case: `phase-ends-before-start`.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Where in the plan: `phases[2].ends`.
    pub path: String,
    /// What was found, in one sentence without a full stop at its end.
    pub message: String,
    /// One way out.
    pub help: String,
}

/// `error: the message (phases[2].ends)`.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} ({})", self.severity, self.message, self.path)
    }
}
