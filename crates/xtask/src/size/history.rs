//! What was measured whenever figures were accepted: data for the site.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Report;
use super::budget::Budgets;
use crate::{command, workspace};

pub(super) fn path() -> PathBuf {
    workspace::root().join("tests/results/size.json")
}

/// The file with one more entry.
pub(super) fn add(report: &Report, budgets: &Budgets, moment: &Moment) -> Result<String> {
    let path = path();
    let before = match fs::read_to_string(&path) {
        Ok(text) => serde_json::from_str(&text).with_context(|| format!("in `{}`", path.display()))?,
        Err(_) => Value::Null,
    };
    Ok(format!("{:#}\n", with_entry(&before, report, budgets, moment)))
}

/// Crates are told of the newest entry alone. What was accepted at the same moment before gives way.
fn with_entry(before: &Value, report: &Report, budgets: &Budgets, moment: &Moment) -> Value {
    let profiles: Vec<Value> = report
        .profiles
        .iter()
        .map(|page| {
            let mut profile = page.json();
            if let (Some(promise), Some(budget)) = (page.promise, budgets.budget(page.name)) {
                profile["budget"] = json!({ "id": promise.id, "limit": budget, "counted": promise.brotli });
            }
            profile
        })
        .collect();
    let mut history: Vec<Value> = before["history"].as_array().cloned().unwrap_or_default();
    history.retain(|entry| entry["date"] != moment.date || entry["after"] != moment.after);
    history.push(json!({ "date": moment.date, "after": moment.after, "profiles": profiles }));
    json!({
        "command": "cargo xtask size",
        "history": history,
        "artefacts": report.artefacts_json(),
        "crates": report.crates_json(),
    })
}

/// When figures were accepted: a day, and the commit on which the work stood.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Moment {
    date: String,
    after: String,
}

impl Moment {
    /// The last commit and, unless another is given, its day: so the file does not depend on when it is written.
    pub(super) fn of_last_commit(day: Option<String>) -> Result<Self> {
        let mut git = std::process::Command::new("git");
        git.args(["log", "-1", "--format=%cs %h", "--abbrev=12"]).current_dir(workspace::root());
        let said = match command::output(&mut git) {
            Ok(said) => said,
            // Without a repository a given day is enough.
            Err(_) if day.is_some() => String::new(),
            Err(error) => {
                return Err(error)
                    .context("the day of the last commit is not known; give a day with `--date 2026-11-24`");
            }
        };
        let (date, after) = said.trim().split_once(' ').unwrap_or_default();
        Ok(Self { date: day.unwrap_or_else(|| date.to_owned()), after: after.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_added_and_one_of_the_same_moment_replaced() {
        let (report, budgets) = (Report::default(), Budgets::of(&[]));
        let moment = |date: &str, after: &str| Moment { date: date.to_owned(), after: after.to_owned() };
        let once = with_entry(&Value::Null, &report, &budgets, &moment("2026-11-24", "a"));
        let again = with_entry(&once, &report, &budgets, &moment("2026-11-24", "a"));
        assert_eq!(once, again);
        let later = with_entry(&again, &report, &budgets, &moment("2026-11-24", "b"));
        let moments: Vec<&Value> = later["history"].as_array().unwrap().iter().map(|entry| &entry["after"]).collect();
        assert_eq!(moments, ["a", "b"]);
    }
}
