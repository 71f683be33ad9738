//! B13: reading and checking beside the bare parsers, by criterion.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::row::Row;
use crate::{command, workspace};

/// The sizes of `crates/loa-bench`, in guides.
const SIZES: [usize; 4] = [10, 1_000, 10_000, 100_000];

/// The size and the ratio that the budget names.
const BUDGET: (usize, f64) = (10_000, 2.5);

/// What a line of the table adds up: its name, our jobs, and the peer's.
const LINES: [(&str, &[&str], &[&str]); 4] = [
    ("plan.toml: read + check / `toml`", &["read-plan-toml", "check-plan"], &["peer-plan-toml"]),
    ("plan.json: read + check / `serde_json`", &["read-plan-json", "check-plan"], &["peer-plan-json"]),
    ("guides: read + check / `toml` + Markdown", &["read-guides", "check-guides"], &["peer-guides"]),
    (
        "plan.toml and guides: read + check",
        &["read-plan-toml", "check-plan", "read-guides", "check-guides"],
        &["peer-plan-toml", "peer-guides"],
    ),
];

/// Seconds by job and size.
pub(super) type Times = BTreeMap<(String, usize), f64>;

/// Runs criterion and reads the medians that it leaves in `folder`.
pub(super) fn measure(folder: &Path) -> Result<Times> {
    let mut cargo = command::cargo();
    cargo.args(["bench", "--package", "loa-bench", "--bench", "core", "--", "--noplot"]);
    // Standard output is for the figures.
    command::run(cargo.env("CRITERION_HOME", folder).stdout(std::io::stderr()))?;
    let mut times = Times::new();
    for path in workspace::files_below(folder)? {
        let parts: Vec<_> = path.iter().rev().filter_map(|part| part.to_str()).collect();
        let [name, "new", size, job, "core", ..] = parts.as_slice() else { continue };
        if let (&"estimates.json", Ok(size)) = (name, size.parse()) {
            times.insert(((*job).to_owned(), size), median(&fs::read_to_string(&path)?)?);
        }
    }
    Ok(times)
}

/// The median of criterion's file, which is in nanoseconds, in seconds.
fn median(text: &str) -> Result<f64> {
    let estimates: Value = serde_json::from_str(text)?;
    let median = estimates["median"]["point_estimate"].as_f64().context("criterion wrote no median")?;
    Ok(median / 1e9)
}

/// The lines of the table, sizes inside.
pub(super) fn rows(times: &Times) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (name, ours, peer) in LINES {
        for guides in SIZES {
            let sum = |jobs: &[&str]| -> Result<f64> {
                let time = |job: &&str| times.get(&((*job).to_owned(), guides)).copied();
                jobs.iter().map(|job| time(job).with_context(|| format!("criterion measured no `{job}`"))).sum()
            };
            let limit = (guides == BUDGET.0).then_some(BUDGET.1);
            let (ours, peer) = (sum(ours)?, Some(sum(peer)?));
            rows.push(Row { budget: "B13", name: name.to_owned(), guides, ours, peer, limit, memory: None });
        }
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_adds_up_its_jobs_and_the_budget_is_for_ten_thousand() {
        let jobs = LINES.iter().flat_map(|(_, ours, peer)| ours.iter().chain(peer.iter()));
        let times: Times = jobs
            .flat_map(|job| {
                SIZES.map(|size| (((*job).to_owned(), size), if job.starts_with("peer") { 1.0 } else { 0.5 }))
            })
            .collect();
        let rows = rows(&times).unwrap();
        assert_eq!(rows.len(), 16);
        assert_eq!(rows[0].ratio(), Some(1.0));
        let judged: Vec<usize> = rows.iter().filter(|row| row.limit.is_some()).map(|row| row.guides).collect();
        assert_eq!(judged, [10_000; 4]);
    }

    #[test]
    fn a_job_that_was_not_measured_is_named() {
        assert_eq!(rows(&Times::new()).unwrap_err().to_string(), "criterion measured no `read-plan-toml`");
    }

    #[test]
    fn the_median_is_read_in_seconds() {
        assert!((median("{\"median\":{\"point_estimate\":2500000.0}}").unwrap() - 0.0025).abs() < 1e-12);
        assert_eq!(median("{}").unwrap_err().to_string(), "criterion wrote no median");
    }
}
