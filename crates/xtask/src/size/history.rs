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
pub(super) fn add(report: &Report, budgets: &Budgets, date: &str) -> Result<String> {
    let path = path();
    let before = match fs::read_to_string(&path) {
        Ok(text) => serde_json::from_str(&text).with_context(|| format!("in `{}`", path.display()))?,
        Err(_) => Value::Null,
    };
    Ok(format!("{:#}\n", with_entry(&before, report, budgets, date)))
}

/// Crates are told of the newest entry alone. What was accepted on the same day before gives way.
fn with_entry(before: &Value, report: &Report, budgets: &Budgets, date: &str) -> Value {
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
    history.retain(|entry| entry["date"] != date);
    history.push(json!({ "date": date, "profiles": profiles }));
    json!({
        "command": "cargo xtask size",
        "history": history,
        "artefacts": report.artefacts_json(),
        "crates": report.crates_json(),
    })
}

/// The day of the last commit, so that the file does not depend on the day on which it is written.
pub(super) fn date_of_last_commit() -> Result<String> {
    let mut git = std::process::Command::new("git");
    git.args(["log", "-1", "--format=%cs"]).current_dir(workspace::root());
    let date = command::output(&mut git)
        .context("the day of the last commit is not known; give a day with `--date 2026-11-24`")?;
    Ok(date.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_added_and_one_of_the_same_day_replaced() {
        let (report, budgets) = (Report::default(), Budgets::of(&[]));
        let once = with_entry(&Value::Null, &report, &budgets, "2026-11-24");
        let again = with_entry(&once, &report, &budgets, "2026-11-24");
        assert_eq!(once, again);
        let later = with_entry(&again, &report, &budgets, "2026-11-25");
        let dates: Vec<&Value> = later["history"].as_array().unwrap().iter().map(|entry| &entry["date"]).collect();
        assert_eq!(dates, ["2026-11-24", "2026-11-25"]);
    }
}
