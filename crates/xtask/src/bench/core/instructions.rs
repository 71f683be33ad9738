//! Instructions by callgrind: hardly any noise, so that a slower reader is noticed on a busy machine too.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{command, workspace};

/// How many guides the campaign has in which instructions are counted.
const GUIDES: &str = "100";

const JOBS: [&str; 5] = ["read-plan-toml", "read-plan-json", "check-plan", "read-guides", "check-guides"];

/// More than this many per cent are worth a look.
pub(super) const LIMIT: f64 = 5.0;

const HEAD: &str = "# Instructions for a campaign of 100 guides, by callgrind on x86-64. `cargo xtask bench core --accept` writes\n# them; another compiler or another machine may move them a little.\n\n";

/// Instructions by job.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Instructions(pub(super) BTreeMap<String, u64>);

/// Counts with callgrind, or says why it did not.
pub(super) fn count(bench: &Path, folder: &Path) -> Result<Result<Instructions, &'static str>> {
    let Some(valgrind) = command::find(&["valgrind"]) else {
        return Ok(Err("instructions were not counted: valgrind is not on the path"));
    };
    fs::create_dir_all(folder)?;
    let mut counts = BTreeMap::new();
    for job in JOBS {
        let file = folder.join(format!("callgrind.{job}"));
        let mut command = Command::new(&valgrind);
        command.args(["--tool=callgrind", "--quiet", "--toggle-collect=loa_bench::counted*"]);
        command.arg(format!("--callgrind-out-file={}", file.display()));
        command::output(command.arg(bench).args(["once", job, GUIDES]))?;
        let count = totals(&fs::read_to_string(&file)?);
        let count = count.with_context(|| format!("callgrind counted nothing for `{job}`"))?;
        counts.insert(job.to_owned(), count);
    }
    Ok(Ok(Instructions(counts)))
}

/// The number in the last lines of callgrind's file.
fn totals(text: &str) -> Option<u64> {
    let value =
        |line: &str| line.strip_prefix("totals:").or_else(|| line.strip_prefix("summary:"))?.trim().parse().ok();
    text.lines().filter_map(value).find(|count| *count > 0)
}

impl Instructions {
    pub(super) fn path() -> PathBuf {
        workspace::root().join("tests/instructions.toml")
    }

    /// What was accepted last; nothing before the first time.
    pub(super) fn committed() -> Result<Self> {
        let path = Self::path();
        if !path.is_file() {
            return Ok(Self::default());
        }
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read `{}`", path.display()))?;
        Self::parse(&text).with_context(|| format!("in `{}`", path.display()))
    }

    fn parse(text: &str) -> Result<Self> {
        let table: toml::Table = toml::from_str(text)?;
        let counts = table.get("instructions").and_then(toml::Value::as_table).context("no table `[instructions]`")?;
        let count =
            |(job, count): (&String, &toml::Value)| Some((job.clone(), u64::try_from(count.as_integer()?).ok()?));
        Ok(Self(counts.iter().filter_map(count).collect()))
    }

    pub(super) fn to_file(&self) -> String {
        let lines = self.0.iter().map(|(job, count)| format!("{job} = {count}\n"));
        format!("{HEAD}[instructions]\n{}", lines.collect::<String>())
    }

    /// By how many per cent each job has changed since `accepted`.
    pub(super) fn changes(&self, accepted: &Self) -> Vec<(&str, u64, Option<f64>)> {
        let change = |(job, count): &(&String, &u64)| {
            let before = accepted.0.get(*job).filter(|before| **before > 0)?;
            Some((number(**count) - number(*before)) * 100.0 / number(*before))
        };
        self.0.iter().map(|entry| (entry.0.as_str(), *entry.1, change(&entry))).collect()
    }
}

#[allow(clippy::cast_precision_loss, reason = "a millionth does not matter here")]
fn number(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(job: &str, count: u64) -> Instructions {
        Instructions([(job.to_owned(), count)].into())
    }

    #[test]
    fn accepted_counts_are_read_back() {
        let counted = of("read-guides", 41_000_000);
        assert_eq!(Instructions::parse(&counted.to_file()).unwrap(), counted);
        assert_eq!(Instructions::parse("a = 1").unwrap_err().to_string(), "no table `[instructions]`");
    }

    #[test]
    fn a_change_is_in_per_cent_and_a_new_job_has_none() {
        let changes = of("read-guides", 106);
        assert!((changes.changes(&of("read-guides", 100))[0].2.unwrap() - 6.0).abs() < 1e-9);
        assert_eq!(changes.changes(&of("check-plan", 100))[0].2, None);
    }

    #[test]
    fn the_total_is_found_in_callgrinds_file() {
        assert_eq!(totals("events: Ir\nfn=(1)\nsummary: 0\ntotals: 1234\n"), Some(1234));
        assert_eq!(totals("events: Ir\n"), None);
    }
}
