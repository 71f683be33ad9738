//! The layers of testing, from the fastest to the slowest, and how they are run one after another.

mod components;
mod deny;
mod journeys;
mod rust;
mod size;

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::build_widgets::Recipe;
use crate::command::{self, Ending};
use crate::progress;

/// One layer: a name for the terminal, and what runs.
pub(crate) struct Layer {
    pub name: &'static str,
    pub about: &'static str,
    pub run: fn() -> Result<Outcome>,
}

/// What a layer has to say at the end.
#[derive(Default)]
pub(crate) struct Outcome {
    /// Summary lines of the runners, word for word.
    pub summaries: Vec<String>,
    /// What was not run, and why.
    pub skipped: Vec<String>,
    /// What went wrong.
    pub failures: Vec<String>,
}

impl Outcome {
    fn add(&mut self, ending: Ending) {
        self.summaries.extend(ending.summaries);
        self.failures.extend(ending.failure);
    }

    /// For what this machine lacks: a person without it goes on, a CI machine must not look green.
    fn lacks(&mut self, reason: String) {
        if command::is_ci() {
            self.failures.push(format!("{reason} (with CI=true nothing is skipped)"))
        } else {
            self.skipped.push(reason)
        }
    }
}

impl From<Result<()>> for Outcome {
    fn from(result: Result<()>) -> Self {
        Self { failures: result.err().map(|error| format!("{error:#}")).into_iter().collect(), ..Self::default() }
    }
}

/// What `check` runs: everything that needs no test to run.
pub(crate) const CHECKS: &[Layer] = &[rust::FORMAT, rust::TIDY, rust::CLIPPY, rust::DOCS, deny::LAYER];

/// What `test` runs.
pub(crate) const ALL: &[Layer] = &[
    rust::FORMAT,
    rust::TIDY,
    rust::CLIPPY,
    rust::TESTS,
    rust::DOCS,
    rust::CORE_ALONE,
    rust::OLDEST_RUST,
    components::LAYER,
    journeys::LAYER,
    journeys::OF_TWIN,
    size::LAYER,
];

/// Runs every layer, also after a failure, so that one run tells everything.
pub(crate) fn run<'a>(layers: impl IntoIterator<Item = &'a Layer>) -> Result<()> {
    let begun = Instant::now();
    let mut finished = Vec::new();
    for layer in layers {
        progress::step(format!("{}: {}", layer.name, layer.about));
        let begun = Instant::now();
        let outcome = (layer.run)().unwrap_or_else(|error| Err(error).into());
        for failure in &outcome.failures {
            progress::step(format!("{} FAILED: {failure}", layer.name));
        }
        finished.push((layer, outcome, begun.elapsed()));
    }
    conclude(&finished, begun.elapsed())
}

/// Runs the journeys alone, all of them or those with one of the names in theirs.
pub(crate) fn run_journeys(names: &[String], recipe: Recipe) -> Result<()> {
    let begun = Instant::now();
    let outcome = journeys::journeys(names, recipe)?;
    conclude(&[(&journeys::LAYER, outcome, begun.elapsed())], begun.elapsed())
}

fn conclude(finished: &[(&Layer, Outcome, Duration)], total: Duration) -> Result<()> {
    print!("{}", report(finished, total));
    let failed: Vec<&str> =
        finished.iter().filter(|(_, outcome, _)| !outcome.failures.is_empty()).map(|(layer, ..)| layer.name).collect();
    if !failed.is_empty() {
        bail!("failed: {}", failed.join(", "));
    }
    Ok(())
}

/// The time of each layer, what was skipped, what failed, and then the runners' own summary lines.
fn report(finished: &[(&Layer, Outcome, Duration)], total: Duration) -> String {
    let mut text = String::from("\n");
    for (layer, outcome, time) in finished {
        let verdict = if outcome.failures.is_empty() { "ok" } else { "FAILED" };
        text += &format!("{:<14} {:>8}  {verdict}\n", layer.name, progress::minutes(*time));
        for reason in &outcome.skipped {
            text += &format!("{:<14} {:>8}  skipped: {reason}\n", "", "");
        }
        for failure in &outcome.failures {
            text += &format!("{:<14} {:>8}  {failure}\n", "", "");
        }
    }
    text += &format!("{:<14} {:>8}\n", "all", progress::minutes(total));
    for (layer, outcome, _) in finished.iter().filter(|(_, outcome, _)| !outcome.summaries.is_empty()) {
        text += &format!("\n{}\n", layer.name);
        for line in &outcome.summaries {
            text += &format!("{line}\n");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAYER: Layer = Layer { name: "tests", about: "", run: || Ok(Outcome::default()) };

    #[test]
    fn the_report_ends_with_the_runners_own_lines() {
        let outcome = Outcome {
            summaries: vec!["test result: ok. 3 passed".to_owned()],
            skipped: vec!["no WebKit".to_owned()],
            failures: Vec::new(),
        };
        let text = report(&[(&LAYER, outcome, Duration::from_secs(61))], Duration::from_secs(62));
        assert_eq!(
            text,
            "\ntests            1m 01s  ok\n                         skipped: no WebKit\nall              1m 02s\n\ntests\ntest result: ok. 3 passed\n"
        );
    }

    #[test]
    fn a_layer_that_cannot_run_has_failed_and_the_next_one_still_runs() {
        const BROKEN: Layer = Layer { name: "broken", about: "", run: || bail!("no compiler") };
        let error = run([&BROKEN, &LAYER]).unwrap_err();
        assert_eq!(error.to_string(), "failed: broken");
    }
}
