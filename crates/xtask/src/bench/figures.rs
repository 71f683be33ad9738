//! Samples of a run, and their medians.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

/// What was measured, by a program of the tests package or without a browser.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    pub browser: Option<String>,
    pub date: String,
    /// Every sample, as it was written.
    pub samples: Value,
    pub notes: Value,
    medians: BTreeMap<String, BTreeMap<String, f64>>,
}

impl Run {
    pub(super) fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).with_context(|| format!("cannot read `{}`", path.display()))?;
        Self::parse(&text).with_context(|| format!("in `{}`", path.display()))
    }

    fn parse(text: &str) -> Result<Self> {
        let mut run: Value = serde_json::from_str(text)?;
        let word = |key: &str| run[key].as_str().map(str::to_owned).with_context(|| format!("no `{key}`"));
        let (browser, date) = (word("browser")?, word("date")?);
        let subjects = run["samples"].as_object().context("no `samples`")?;
        let medians = subjects.iter().map(|(subject, samples)| (subject.clone(), medians(samples))).collect();
        Ok(Self { browser: Some(browser), date, samples: run["samples"].take(), notes: run["notes"].take(), medians })
    }

    /// Of samples that were taken here, without a browser.
    pub(super) fn of_samples(date: String, samples: Value) -> Result<Self> {
        let subjects = samples.as_object().context("no samples")?;
        let medians = subjects.iter().map(|(subject, samples)| (subject.clone(), medians(samples))).collect();
        Ok(Self { browser: None, date, samples, notes: Value::Null, medians })
    }

    /// The median of a figure.
    pub(super) fn median(&self, subject: &str, figure: &str) -> Option<f64> {
        self.medians.get(subject)?.get(figure).copied()
    }

    /// All medians as JSON.
    pub(super) fn medians(&self) -> Value {
        serde_json::to_value(&self.medians).unwrap_or_default()
    }
}

/// A figure that some rounds do not have counts where it is.
fn medians(samples: &Value) -> BTreeMap<String, f64> {
    let mut columns: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for sample in samples.as_array().into_iter().flatten() {
        for (figure, value) in sample.as_object().into_iter().flatten() {
            columns.entry(figure.clone()).or_default().extend(value.as_f64());
        }
    }
    columns.into_iter().filter_map(|(figure, values)| Some((figure, median(values)?))).collect()
}

/// The one in the middle; between two of them their mean.
fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let upper = *values.get(values.len() / 2)?;
    let lower = *values.get((values.len() - 1) / 2)?;
    Some((lower + upper) / 2.0)
}

#[cfg(test)]
impl Run {
    /// A run with these medians, for other modules' tests.
    pub(super) fn of(figures: &[(&str, &str, f64)]) -> Self {
        let mut medians: BTreeMap<String, BTreeMap<String, f64>> = BTreeMap::new();
        for (subject, figure, value) in figures {
            medians.entry((*subject).to_owned()).or_default().insert((*figure).to_owned(), *value);
        }
        let (browser, date) = (Some("Chrome/1".to_owned()), "2026-01-01".to_owned());
        Self { browser, date, samples: Value::Null, notes: Value::Null, medians }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle_whatever_the_order() {
        assert_eq!(median(vec![9.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(vec![4.0, 1.0, 2.0, 9.0]), Some(3.0));
        assert_eq!(median(vec![]), None);
    }

    #[test]
    fn medians_are_taken_figure_by_figure() {
        let text = r#"{"browser":"Chrome/1","date":"2026-01-01","notes":{},
            "samples":{"ours":[{"ready":3,"bytes":10},{"ready":1,"bytes":10},{"ready":2}]}}"#;
        let run = Run::parse(text).unwrap();
        assert_eq!(run.median("ours", "ready"), Some(2.0));
        assert_eq!(run.median("ours", "bytes"), Some(10.0));
        assert_eq!(run.median("theirs", "ready"), None);
        assert_eq!(run.medians()["ours"]["ready"], 2.0);
    }

    #[test]
    fn what_is_missing_in_a_file_is_named() {
        assert_eq!(Run::parse(r#"{"browser":"Chrome/1"}"#).unwrap_err().to_string(), "no `date`");
    }
}
