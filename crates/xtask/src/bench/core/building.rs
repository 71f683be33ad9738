//! B18: from a folder to a bundle with its compressed copies, by the command as people run it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

use super::row::Row;
use crate::{command, progress, workspace};

/// As many as the procedures that the budget names; guides stand in for them until there is a catalogue.
const CATALOGUE: usize = 5_670;

/// Seconds for a campaign with the whole catalogue.
const BUDGET: f64 = 5.0;

/// Campaigns that are made for it, with how often each is built.
const MADE: [(usize, usize); 2] = [(1_000, 3), (CATALOGUE, 1)];

/// How often the example is built.
const RUNS: usize = 5;

/// Builds the example and made-up campaigns, with the widgets' files where there are any.
pub(super) fn measure(loa: &Path, bench: &Path, folder: &Path, widgets: &Path) -> Result<Vec<Row>> {
    let widgets = widgets.join("loa.js").is_file().then_some(widgets);
    if widgets.is_none() {
        eprintln!("the bundles are built without the widgets' files; `cargo xtask build-widgets` makes them");
    }
    let example = workspace::root().join("examples/campaigns/hanoi-2025");
    let guides = fs::read_dir(example.join("guides"))?.count();
    let mut rows =
        vec![row("build examples/campaigns/hanoi-2025", guides, &build(loa, &example, folder, widgets, RUNS)?)];
    for (guides, runs) in MADE {
        progress::step(format!("building a bundle of {guides} guides"));
        let campaign = folder.join(format!("campaign-{guides}"));
        let _ = fs::remove_dir_all(&campaign);
        command::run(Command::new(bench).arg("write").arg(&campaign).arg(guides.to_string()))?;
        rows.push(row("build a made-up campaign", guides, &build(loa, &campaign, folder, widgets, runs)?));
    }
    Ok(rows)
}

fn row(name: &str, guides: usize, built: &(f64, Option<u64>)) -> Row {
    let limit = (guides == CATALOGUE).then_some(BUDGET);
    Row { budget: "B18", name: name.to_owned(), guides, ours: built.0, peer: None, limit, memory: built.1 }
}

/// The median of the seconds, and the most memory in use.
fn build(
    loa: &Path,
    campaign: &Path,
    folder: &Path,
    widgets: Option<&Path>,
    runs: usize,
) -> Result<(f64, Option<u64>)> {
    let (out, mut times, mut highest) = (folder.join("bundle"), Vec::new(), None);
    for _ in 0..runs {
        let _ = fs::remove_dir_all(&out);
        let mut command = Command::new(loa);
        command.arg("build").arg(campaign).arg("--out").arg(&out).args(["--at", "2025-06-15", "--format", "json"]);
        command.args(widgets.iter().flat_map(|widgets| [Path::new("--widgets"), *widgets]));
        let (time, memory) = watch(&mut command)?;
        times.push(time.as_secs_f64());
        highest = highest.max(memory);
    }
    Ok((median(&mut times), highest))
}

/// Runs to the end while a second thread looks now and then how much memory the program has had in use.
fn watch(command: &mut Command) -> Result<(Duration, Option<u64>)> {
    let begin = Instant::now();
    let mut child = command.stdout(Stdio::null()).spawn()?;
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let (done, highest) = (AtomicBool::new(false), AtomicU64::new(0));
    let (ended, time) = std::thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                let text = fs::read_to_string(&status).unwrap_or_default();
                highest.fetch_max(peak(&text).unwrap_or_default(), Ordering::Relaxed);
                std::thread::sleep(Duration::from_millis(5));
            }
        });
        let ended = child.wait();
        let time = begin.elapsed();
        done.store(true, Ordering::Relaxed);
        (ended, time)
    });
    ensure!(ended?.success(), "`loa build` failed while it was measured; run it by hand to see why");
    Ok((time, Some(highest.into_inner()).filter(|highest| *highest > 0)))
}

/// The most memory that a process has had in use, in kB, from its status as Linux tells it.
fn peak(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_one_in_the_middle() {
        assert!((median(&mut [3.0, 1.0, 2.0]) - 2.0).abs() < 1e-12);
    }

    #[test]
    fn the_peak_is_read_from_the_status() {
        assert_eq!(peak("Name:\tloa\nVmHWM:\t   20480 kB\n"), Some(20_480));
        assert_eq!(peak(""), None);
    }

    #[test]
    fn the_budget_is_for_the_whole_catalogue() {
        assert_eq!(row("a", 9, &(0.5, None)).verdict(), None);
        assert_eq!(row("a", CATALOGUE, &(4.0, None)).verdict().unwrap(), "met");
    }
}
