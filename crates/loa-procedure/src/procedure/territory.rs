//! Where a procedure may be filed.

/// Whether the place of residence matters.
///
/// # Source
/// Nghị định 118/2025/NĐ-CP: filing anywhere in the province, whatever the boundary (phi địa giới).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Territory {
    /// The catalogue says that any point in the province takes it.
    AnyPointInProvince,
    /// The catalogue says that only the office of the place takes it.
    OwnPlace,
    /// The catalogue does not say.
    #[default]
    Unsaid,
}

impl Territory {
    /// Whether the catalogue does not say.
    #[must_use]
    pub fn is_unsaid(&self) -> bool {
        *self == Self::Unsaid
    }
}
