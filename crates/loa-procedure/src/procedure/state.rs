//! Whether a procedure holds.

/// The state of a record in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It holds (`ACTIVE`).
    Active,
    /// It holds, and was amended (`UPDATED`).
    Amended,
    /// The catalogue says something else, in its own word; whoever shows it must not say that it holds.
    Other(String),
}

impl State {
    /// The catalogue's word for it.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::Active => "ACTIVE",
            Self::Amended => "UPDATED",
            Self::Other(word) => word,
        }
    }

    /// Whether the catalogue says that it holds.
    #[must_use]
    pub fn holds(&self) -> bool {
        matches!(self, Self::Active | Self::Amended)
    }
}
