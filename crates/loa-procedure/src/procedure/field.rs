//! What a procedure is about.

/// The field of a procedure (lĩnh vực).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Field {
    /// The catalogue's code of the field, for example `G15-TP07`; empty when it has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// Its name, for example `Hộ tịch`.
    pub name: String,
}
