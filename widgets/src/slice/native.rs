//! Slices as they are written natively, and read back by tests.

use chrono::NaiveDate;
use serde::Serializer;
use serde_json::Value;

use super::Json;

impl Json for Value {
    fn get(&self, key: &str) -> Option<Self> {
        self.as_object()?.get(key).filter(|value| !value.is_null()).cloned()
    }

    fn text(&self) -> Option<String> {
        self.as_str().map(str::to_owned)
    }

    fn number(&self) -> Option<f64> {
        self.as_f64()
    }

    fn items(&self) -> Option<Vec<Self>> {
        self.as_array().cloned()
    }

    fn entries(&self) -> Vec<(String, Self)> {
        self.as_object().into_iter().flatten().map(|(key, value)| (key.clone(), value.clone())).collect()
    }
}

/// Writes a date as `2025-07-01`, the form that [`loa_plan::date::parse`] reads.
pub(crate) fn date_text<S: Serializer>(date: &NaiveDate, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(date)
}

/// The same for a date that may be missing.
pub(crate) fn optional_date_text<S: Serializer>(date: &Option<NaiveDate>, to: S) -> Result<S::Ok, S::Error> {
    match date {
        Some(date) => to.collect_str(date),
        None => to.serialize_none(),
    }
}
