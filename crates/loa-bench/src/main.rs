//! One job done once, for callgrind and for memory; a campaign as a folder; and a load on a service.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use loa_bench::load::{Receiver, Until};
use loa_bench::{Campaign, JOBS, Load, read_all};

const USAGE: &str = "loa-bench once JOB GUIDES | memory GUIDES | write FOLDER GUIDES | \
    send loa|isso ADDRESS CONNECTIONS SECONDS SEED | fill ADDRESS CONNECTIONS COUNT SEED";

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["once", name, guides] => {
            let job = JOBS.iter().find(|job| job.name == *name).with_context(|| format!("no job `{name}`"))?;
            counted(&*(job.prepare)(Campaign::of(guides.parse()?))?);
            Ok(())
        }
        ["memory", guides] => memory(Campaign::of(guides.parse()?)),
        ["write", folder, guides] => Campaign::of(guides.parse()?).write(&PathBuf::from(folder)),
        ["send", receiver, address, connections, seconds, seed] => {
            let measured = Duration::from_secs_f64(seconds.parse()?);
            let until = Until::Time { warm_up: measured / 5, measured };
            send(receiver, address, connections, until, seed)
        }
        ["fill", address, connections, count, seed] => {
            send("loa", address, connections, Until::Count(count.parse()?), seed)
        }
        _ => bail!("unexpected arguments; the usage is `{USAGE}`"),
    }
}

fn send(receiver: &str, address: &str, connections: &str, until: Until, seed: &str) -> Result<()> {
    let receiver = match receiver {
        "loa" => Receiver::Loa,
        "isso" => Receiver::Isso,
        other => bail!("nobody sends to `{other}`; there are `loa` and `isso`"),
    };
    let (address, connections, seed) = (address.parse()?, connections.parse()?, seed.parse()?);
    let sent = Load { address, receiver, connections, until, seed }.send()?;
    let mut json = sent.to_json();
    json["sender cpu each"] = own_milliseconds().map(|time| time / sent.answered.max(1) as f64).into();
    println!("{json}");
    Ok(())
}

/// The processor time of this program, which has one thread; none where a system does not tell.
fn own_milliseconds() -> Option<f64> {
    let schedule = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    Some(schedule.split(' ').next()?.parse::<f64>().ok()? / 1e6)
}

/// The part that callgrind counts; it finds it by this name.
#[inline(never)]
fn counted(work: &dyn Fn()) {
    work();
}

/// Prints how far the memory of this process grew while everything was read, checked and kept, in kB.
fn memory(campaign: Campaign) -> Result<()> {
    let before = highest()?;
    let (plan, guides) = read_all(campaign)?;
    let today = loa_plan::date::parse("2025-06-15").unwrap_or_default();
    let mut findings = loa_plan::checks::run(&plan.value, today).len();
    for document in &guides {
        findings += loa_procedure::checks::run(&document.value, today).len();
        findings += loa_procedure::checks::against(&document.value, &plan.value).len();
    }
    println!("{} kB, {} guides, {findings} findings", highest()? - before, guides.len());
    Ok(())
}

/// The most memory that this process has had in use.
fn highest() -> Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status").context("this system does not tell its memory")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("no `VmHWM` in its status")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}
