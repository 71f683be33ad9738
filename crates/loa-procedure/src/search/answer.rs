//! What came of a question.

/// How sure an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// One procedure is meant.
    Match,
    /// Several are near; the person chooses.
    Choose,
    /// Nothing is near enough to be shown.
    None,
}

/// An answer, the nearest procedure first.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Answer {
    /// How sure it is.
    pub kind: Kind,
    /// At most [`MOST`] procedures; empty for [`Kind::None`].
    pub results: Vec<Found>,
    /// Who decides the matter, when it is none of the catalogue's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<String>,
}

/// How many procedures an answer has at most.
pub const MOST: usize = 10;

/// A procedure that was found.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Found {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// How near it is, from 0 to 1.
    pub score: f32,
    /// Why it was found.
    pub why: Why,
}

/// Why a procedure was found.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Its name has these words of the question, as the name writes them.
    Words(Vec<String>),
    /// The question says one thing, and the catalogue calls it another.
    Saying {
        /// What was heard.
        said: String,
        /// What the catalogue calls it.
        means: String,
    },
    /// The question names its code.
    Code,
}

/// In words for a visitor.
impl std::fmt::Display for Why {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Words(words) => write!(f, "Tên thủ tục có: {}", words.join(", ")),
            Self::Saying { said, means } => write!(f, "“{said}” trong danh mục là “{means}”"),
            Self::Code => f.write_str("Đúng mã thủ tục"),
        }
    }
}
