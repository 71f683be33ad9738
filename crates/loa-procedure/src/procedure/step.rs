//! What is done one after the other (trình tự thực hiện).

/// One step, as the catalogue tells it; up to 14,482 characters were seen.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Step {
    /// Its name, often `Bước 1:`; empty when the catalogue has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What is done, with the line breaks of the catalogue.
    pub text: String,
}
