//! What to prepare (thành phần hồ sơ).

/// Whether a document must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Necessity {
    /// The catalogue says that it must.
    Required,
    /// The catalogue does not say. Its flag `required` was false in every record that was seen, so false says nothing.
    #[default]
    Unsaid,
}

impl Necessity {
    /// Whether the catalogue does not say.
    #[must_use]
    pub fn is_unsaid(&self) -> bool {
        *self == Self::Unsaid
    }
}

/// How many pieces of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
pub struct Copies {
    /// Originals (bản chính).
    #[serde(default)]
    pub originals: u32,
    /// Copies (bản sao).
    #[serde(default)]
    pub copies: u32,
}

/// One document.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Document {
    /// Its name, which may be a whole paragraph.
    pub name: String,
    /// How many pieces.
    #[serde(default)]
    pub copies: Copies,
    /// Whether it must be there.
    #[serde(default, skip_serializing_if = "Necessity::is_unsaid")]
    pub necessity: Necessity,
    /// The names of the forms that are attached to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<String>,
}

/// Documents that belong together: those to hand in, those to show, those of one case.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct DocumentGroup {
    /// What the group is called; empty when the catalogue does not say.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The documents, in the order of the catalogue.
    pub documents: Vec<Document>,
}
