//! What is not known is said, not filled.

use crate::Text;

/// A value, or the reason why it is not known.
///
/// In a file the value stands as itself, and what is missing as `{ unknown = "why" }`.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Known<T> {
    /// Nobody found it; shown as "chưa có số liệu", never as zero.
    Unknown {
        /// Why it is not known.
        unknown: Text,
    },
    /// The value.
    Is(T),
}

impl<T> Known<T> {
    /// The value when it is known.
    #[must_use]
    pub fn get(&self) -> Option<&T> {
        match self {
            Self::Is(value) => Some(value),
            Self::Unknown { .. } => None,
        }
    }
}
