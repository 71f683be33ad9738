//! Slices: the small JSON files from which a widget draws, one for each thing that a page shows.
//!
//! They are wire types of their own, so that a change in the core crates cannot change the files unseen.
//! In the browser they are read from the object that `JSON.parse` gives, since a JSON reader in WASM costs 14 KB.

#[cfg(feature = "csr")]
mod browser;
mod languages;
mod link;
#[cfg(feature = "ssr")]
mod native;

pub use languages::Languages;
pub use link::Link;

use chrono::NaiveDate;
use loa_plan::Text;

/// Why a slice cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BadSlice {
    /// A key is missing, or holds something else than it should.
    #[error("`{0}` is missing or of another kind than this version of Loa expects; build the bundle again")]
    Key(&'static str),
}

/// A parsed JSON value, in the browser or natively.
pub trait Json: Sized {
    /// The value under a key; `None` when it is absent or null.
    fn get(&self, key: &str) -> Option<Self>;
    /// The text, when it is one.
    fn text(&self) -> Option<String>;
    /// The number, when it is one.
    fn number(&self) -> Option<f64>;
    /// The items, when it is a list.
    fn items(&self) -> Option<Vec<Self>>;
    /// The keys with their values, when it is an object.
    fn entries(&self) -> Vec<(String, Self)>;
}

/// What can be read from a slice.
pub trait FromJson: Sized {
    /// Reads the value.
    ///
    /// # Errors
    /// [`BadSlice`] names the key that is wrong.
    fn from_json<J: Json>(json: &J) -> Result<Self, BadSlice>;
}

/// The text under a key.
pub(crate) fn text<J: Json>(json: &J, key: &'static str) -> Result<String, BadSlice> {
    optional_text(json, key).ok_or(BadSlice::Key(key))
}

/// The text under a key that may be left out.
pub(crate) fn optional_text<J: Json>(json: &J, key: &str) -> Option<String> {
    json.get(key).and_then(|value| value.text())
}

/// The localised text under a key.
pub(crate) fn localized<J: Json>(json: &J, key: &'static str) -> Result<Text, BadSlice> {
    optional_localized(json, key).ok_or(BadSlice::Key(key))
}

/// The localised text under a key that may be left out.
pub(crate) fn optional_localized<J: Json>(json: &J, key: &str) -> Option<Text> {
    json.get(key).and_then(|value| as_localized(&value).ok())
}

/// A localised text: a text, or an object of texts by language.
pub(crate) fn as_localized<J: Json>(value: &J) -> Result<Text, BadSlice> {
    if let Some(text) = value.text() {
        return Ok(Text::Plain(text));
    }
    let texts: std::collections::BTreeMap<_, _> = value
        .entries()
        .into_iter()
        .filter_map(|(language, text)| Some((loa_plan::Language::new(language).ok()?, text.text()?)))
        .collect();
    if texts.is_empty() { Err(BadSlice::Key("text")) } else { Ok(Text::Localized(texts)) }
}

/// The date under a key.
pub(crate) fn date<J: Json>(json: &J, key: &'static str) -> Result<NaiveDate, BadSlice> {
    optional_date(json, key).ok_or(BadSlice::Key(key))
}

/// The date under a key that may be left out.
pub(crate) fn optional_date<J: Json>(json: &J, key: &str) -> Option<NaiveDate> {
    loa_plan::date::parse(&optional_text(json, key)?)
}

/// The list under a key; empty when it is left out.
pub(crate) fn list<J: Json, T>(
    json: &J,
    key: &str,
    item: impl Fn(&J) -> Result<T, BadSlice>,
) -> Result<Vec<T>, BadSlice> {
    json.get(key).and_then(|value| value.items()).unwrap_or_default().iter().map(item).collect()
}

/// The texts under a key; empty when it is left out.
pub(crate) fn texts<J: Json>(json: &J, key: &'static str) -> Result<Vec<String>, BadSlice> {
    list(json, key, |item| item.text().ok_or(BadSlice::Key(key)))
}

#[cfg(feature = "ssr")]
pub(crate) use native::{date_text, optional_date_text};
