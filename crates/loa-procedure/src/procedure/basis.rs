//! On what a procedure rests (căn cứ pháp lý).

/// A law, decree, circular or decision.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct LegalBasis {
    /// Its number, for example `123/2015/NĐ-CP`; empty when the catalogue has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// What it is called.
    pub name: String,
}
