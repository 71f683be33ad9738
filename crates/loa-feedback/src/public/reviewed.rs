//! A text that somebody has read before the public does.

/// Free text that somebody approved for publication.
///
/// A service makes it by `Preview::approve_question` and `Preview::approve_answer`, which take what was found in the text
/// out of it, or by `Reviewed::from_store` from what was approved earlier. A page reads it from what a service sent:
/// serde takes any text, so what comes from a sender is never read as one.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Reviewed(String);

impl Reviewed {
    /// A text that was approved, stored, and is read back; never one that came with a request.
    #[cfg(feature = "service")]
    #[must_use]
    pub fn from_store(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    #[cfg(feature = "service")]
    pub(crate) fn approved(text: String) -> Self {
        Self(text)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Reviewed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
