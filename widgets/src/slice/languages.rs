//! The languages in which static HTML was made.

use super::{BadSlice, FromJson, Json, text, texts};

/// The plan's own language, and the others that have static HTML of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct Languages {
    /// The plan's own language.
    pub lang: String,
    /// The others.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Vec::is_empty"))]
    pub langs: Vec<String>,
}

impl Languages {
    /// The language of the static HTML for somebody who reads `wanted`: `en` also for `en-GB`.
    ///
    /// ```
    /// # use loa_widgets::slice::Languages;
    /// let languages = Languages { lang: "vi".into(), langs: vec!["en".into()] };
    /// assert_eq!(languages.for_reader("en-GB"), "en");
    /// assert_eq!(languages.for_reader("km"), "vi");
    /// ```
    #[must_use]
    pub fn for_reader(&self, wanted: &str) -> &str {
        let fits = |language: &&String| {
            wanted.strip_prefix(language.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_']))
        };
        self.langs.iter().find(fits).unwrap_or(&self.lang)
    }

    /// What follows the name of a fragment in a language: nothing for the plan's own, `.en` for English.
    #[must_use]
    pub fn ending(&self, language: &str) -> String {
        if language == self.lang { String::new() } else { format!(".{language}") }
    }
}

impl FromJson for Languages {
    fn from_json<J: Json>(json: &J) -> Result<Self, BadSlice> {
        Ok(Self { lang: text(json, "lang")?, langs: texts(json, "langs")? })
    }
}
