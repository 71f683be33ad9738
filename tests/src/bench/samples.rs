//! What was measured, as `cargo xtask bench` reads it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Serialize;

/// The figures of one measurement, by name.
pub type Figures = BTreeMap<&'static str, f64>;

/// All measurements of a run.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Samples {
    /// The browser's product and version.
    pub browser: String,
    /// When, by the browser's clock.
    pub date: String,
    /// What was measured, with a sample for each round.
    pub samples: BTreeMap<String, Vec<Figures>>,
    /// What is worth knowing about some of them, in words.
    pub notes: BTreeMap<String, String>,
}

impl Samples {
    /// Adds a measurement.
    pub fn add(&mut self, what: &str, figures: Figures) {
        self.samples.entry(what.to_owned()).or_default().push(figures);
    }

    /// Writes them as JSON.
    ///
    /// # Panics
    /// When the file cannot be written.
    pub fn write(&self, options: &Options) {
        let json = serde_json::to_string_pretty(self).expect("figures are JSON");
        std::fs::write(&options.out, json).unwrap_or_else(|error| panic!("{}: {error}", options.out.display()));
    }
}

/// What the program was called with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// How many times everything is measured.
    pub rounds: usize,
    /// The file for the samples.
    pub out: PathBuf,
}

impl Options {
    /// Reads `--rounds N --out FILE`; Cargo adds a `--bench` of its own.
    ///
    /// # Panics
    /// When they are not there: `cargo xtask bench` gives them.
    #[must_use]
    pub fn read(arguments: impl IntoIterator<Item = String>) -> Self {
        let arguments: Vec<String> = arguments.into_iter().collect();
        let value = |name: &str| {
            let place = arguments.iter().position(|argument| argument == name);
            let value = place.and_then(|place| arguments.get(place + 1));
            value.unwrap_or_else(|| panic!("`{name}` is missing; run this by `cargo xtask bench`"))
        };
        let rounds = value("--rounds").parse().expect("`--rounds` is a number");
        Self { rounds, out: PathBuf::from(value("--out")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_in_any_order_beside_cargo_s_own() {
        let arguments = ["--out", "a.json", "--rounds", "7", "--bench"].map(str::to_owned);
        assert_eq!(Options::read(arguments), Options { rounds: 7, out: PathBuf::from("a.json") });
    }

    #[test]
    fn samples_of_one_kind_stand_together_in_the_order_of_rounds() {
        let mut samples = Samples { browser: "Chrome/1".into(), date: "2026-01-01".into(), ..Samples::default() };
        samples.add("ours", Figures::from([("ready", 2.0)]));
        samples.add("ours", Figures::from([("ready", 1.0)]));
        assert_eq!(
            serde_json::to_string(&samples).unwrap(),
            r#"{"browser":"Chrome/1","date":"2026-01-01","samples":{"ours":[{"ready":2.0},{"ready":1.0}]},"notes":{}}"#
        );
    }
}
