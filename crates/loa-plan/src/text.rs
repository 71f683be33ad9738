//! Text that may be given in several languages.

use std::collections::BTreeMap;
use std::fmt;

/// A language as written in `lang="…"`, for example `vi` or `en`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Language(String);

/// Why a text is not a language tag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a language tag, expected for example `vi` or `en`")]
pub struct InvalidLanguage(String);

impl Language {
    /// Makes a language from its BCP 47 tag.
    ///
    /// # Errors
    /// [`InvalidLanguage`] when the text does not look like a tag.
    pub fn new(tag: impl Into<String>) -> Result<Self, InvalidLanguage> {
        let tag = tag.into();
        let mut parts = tag.split('-');
        let first = parts.next().unwrap_or_default();
        let well_formed = (2..=3).contains(&first.len())
            && first.bytes().all(|b| b.is_ascii_lowercase())
            && parts.all(|p| (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
        if well_formed { Ok(Self(tag)) } else { Err(InvalidLanguage(tag)) }
    }

    /// Vietnamese, the language of a plan that names no other.
    #[must_use]
    pub fn vietnamese() -> Self {
        Self("vi".to_owned())
    }

    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Language {
    fn default() -> Self {
        Self::vietnamese()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> serde::Deserialize<'de> for Language {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::new(String::deserialize(from)?).map_err(serde::de::Error::custom)
    }
}

/// A text in the plan's own language, or in several.
///
/// In a file it is `title = "…"` or `title = { vi = "…", en = "…" }`.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Text {
    /// In the plan's own language.
    Plain(String),
    /// By language; never empty.
    Localized(BTreeMap<Language, String>),
}

impl Text {
    /// The text in `language`, else in its parent language (`en` for `en-GB`), else in Vietnamese, else the first one.
    #[must_use]
    pub fn get(&self, language: &str) -> &str {
        match self {
            Self::Plain(text) => text,
            Self::Localized(texts) => {
                let find = |tag: &str| texts.iter().find(|(l, _)| l.as_str() == tag).map(|(_, t)| t.as_str());
                let parent = language.split('-').next().unwrap_or_default();
                find(language)
                    .or_else(|| find(parent))
                    .or_else(|| find("vi"))
                    .or_else(|| texts.values().next().map(String::as_str))
                    .unwrap_or_default()
            }
        }
    }

    /// Whether it has no words, in one of its languages at least.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.each().any(|(_, text)| text.trim().is_empty())
    }

    /// The same in Vietnamese and English, for what Loa itself says; plain when both are alike.
    pub(crate) fn bilingual(vi: String, en: String) -> Self {
        if vi == en {
            return Self::Plain(vi);
        }
        Self::Localized([(Language::vietnamese(), vi), (Language("en".to_owned()), en)].into())
    }

    /// Each text with its language; `None` stands for the plan's own language.
    pub fn each(&self) -> impl Iterator<Item = (Option<&Language>, &str)> {
        let (plain, localized) = match self {
            Self::Plain(text) => (Some((None, text.as_str())), None),
            Self::Localized(texts) => (None, Some(texts.iter().map(|(l, t)| (Some(l), t.as_str())))),
        };
        plain.into_iter().chain(localized.into_iter().flatten())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}

/// The text in Vietnamese, or the nearest there is.
impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.get("vi"))
    }
}
