//! One spelling for what can be spelled in several ways.
//!
//! Unicode's tables weigh more than everything else that a form needs. A browser has them anyway, so the widgets do
//! without the feature `unicode`: they compose a draft by the browser's own means before they hold it against the rules.

/// In composed form: one sign for a letter with its accents.
#[cfg(feature = "unicode")]
pub(crate) fn composed(text: &str) -> String {
    unicode_normalization::UnicodeNormalization::nfc(text).collect()
}

/// In composed form, with plain signs for those that only look different: `０` becomes `0`.
#[cfg(feature = "unicode")]
pub(crate) fn plain(text: &str) -> String {
    unicode_normalization::UnicodeNormalization::nfkc(text).collect()
}

/// The text, which is composed already.
#[cfg(not(feature = "unicode"))]
pub(crate) fn composed(text: &str) -> String {
    text.to_owned()
}

/// The text, which is plain already.
#[cfg(not(feature = "unicode"))]
pub(crate) fn plain(text: &str) -> String {
    text.to_owned()
}
