//! `cargo xtask bench serve`: how much feedback the service takes in, each on the disk before its answer (B16).

mod isso;
mod ours;
mod watched;

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use self::isso::Isso;
pub(crate) use self::ours::start as start_ours;
pub(crate) use self::watched::Watched;
use super::budget::{Budget, Unit};
use super::figures::Run;
use super::report::{Column, Report, table};
use super::rounds::rounds;
use super::{Bench, machine};
use crate::{command, progress, workspace};

pub(super) const BENCH: Bench = Bench { name: "serve", about: "feedback taken in, beside Isso", run };

/// As many as the budget says.
const CONNECTIONS: usize = 128;

/// How long each service is measured in a round, after a fifth of that for warming up.
const SECONDS: f64 = 5.0;

const COLUMNS: [Column; 7] = [
    ("each second", "each second", Unit::EachSecond),
    ("p50", "p50", Unit::Milliseconds),
    ("p99", "p99", Unit::Milliseconds),
    ("longest", "longest", Unit::Milliseconds),
    ("CPU each", "cpu each", Unit::Milliseconds),
    ("sender's", "sender cpu each", Unit::Milliseconds),
    ("memory", "memory", Unit::Bytes),
];

const REMARKS: &[&str] = &[
    "128 keep-alive connections send JSON with keys, names, addresses and Vietnamese text of their own, each when it has its answer; the service has a database of its own in each round, and is measured after it has warmed up.",
    "The program that sends runs on the same cores as the service, and takes its share of them: its time stands under sender's. CPU each counts all threads and processes of the service, system calls too.",
    "Loa checks every rule of the contract, writes key, public part, sender and first event, and answers when the commit is on the disk: write-ahead log, synchronous = FULL, writes grouped into commits. Limits by address are lifted by `[limits]` in service.toml.",
    "Isso comes from PyPI and runs as its documentation shows: gunicorn, four processes, preloaded; guard and moderation are off. It checks the length of the text and the forms of mail and site, writes one comment into SQLite in a commit of its own (rollback journal, synchronous = FULL, SQLite's defaults), and renders it as HTML. gunicorn closes the connection after each answer.",
    "Memory is the most that was in use, of all processes together; pages that gunicorn's processes share count once for each.",
];

fn run(arguments: &[String]) -> Result<()> {
    let rounds = rounds(arguments)?;
    progress::step("building `loa` and `loa-bench` with optimisation");
    command::run(command::cargo().args(["build", "--release", "--package", "loa-cli", "--package", "loa-bench"]))?;
    let target = workspace::target()?;
    let program = |name: &str| target.join("release").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    let (loa, sender) = (program("loa"), program("loa-bench"));
    let folder = target.join("bench/serve");
    let isso = Isso::ready(&folder)?;
    let (mut of_ours, mut of_isso) = (Vec::new(), Vec::new());
    for round in 1..=rounds {
        progress::step(format!("round {round} of {rounds}"));
        of_ours.push(measured(&sender, "loa", round, ours::start(&loa, &folder)?)?);
        of_isso.push(measured(&sender, "isso", round, isso.start(&folder)?)?);
    }
    let samples = json!({ "ours": of_ours, "isso": of_isso });
    let run = Run::of_samples(machine::today(), samples)?;
    let tables = [table(&run, &["ours", "isso"], &COLUMNS)];
    let (budgets, peers) = (budgets(&run), isso.versions());
    Report { name: BENCH.name, rounds, run: &run, budgets, peers, remarks: REMARKS }.publish(&tables)
}

/// One sample: what the sender saw, and what the service needed for it.
fn measured(
    sender: &Path,
    receiver: &str,
    seed: usize,
    (mut service, address): (Watched, SocketAddr),
) -> Result<Value> {
    let mut send = Command::new(sender);
    send.args(["send", receiver, &address.to_string(), &CONNECTIONS.to_string(), &SECONDS.to_string()]);
    send.arg(seed.to_string());
    let before = service.cpu_seconds()?;
    let printed = command::output(&mut send)?;
    let needed = service.cpu_seconds()? - before;
    let memory = service.highest_memory()?;
    service.stop()?;
    let mut sample: Value = serde_json::from_str(&printed).context("`loa-bench send` did not print JSON")?;
    let answered = sample["answered"].as_f64().unwrap_or_default().max(1.0);
    sample["cpu each"] = json!(needed * 1000.0 / answered);
    sample["memory"] = json!(memory);
    Ok(sample)
}

fn budgets(run: &Run) -> Vec<Budget> {
    let of = |figure: &str| run.median("ours", figure);
    let budget = |what: &str, unit, measured, limit| Budget {
        id: "B16",
        what: what.to_owned(),
        unit,
        measured,
        limit: Some(limit),
    };
    vec![
        budget("feedback taken in, each on the disk before its answer", Unit::EachSecond, of("each second"), 15_000.0),
        budget("99 of 100 answers within", Unit::Milliseconds, of("p99"), 20.0),
        budget("memory of the service", Unit::Bytes, of("memory"), 64_000_000.0),
    ]
}

/// A port that nobody has; whoever wants one exactly now could still take it.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// A folder that is empty.
fn emptied(folder: PathBuf) -> Result<PathBuf> {
    if folder.exists() {
        std::fs::remove_dir_all(&folder).with_context(|| format!("cannot remove `{}`", folder.display()))?;
    }
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot make the folder `{}`", folder.display()))?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_is_better_for_what_is_taken_in_and_less_for_the_rest() {
        let run = Run::of(&[("ours", "each second", 12_000.0), ("ours", "p99", 25.0), ("ours", "memory", 4e7)]);
        let verdicts: Vec<String> = budgets(&run).iter().map(Budget::verdict).collect();
        assert_eq!(verdicts, ["SHORT by 3000 a second", "OVER by 5.00 ms", "met"]);
    }
}
