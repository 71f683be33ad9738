//! A service that runs while it is measured: what it needs, with everything that it has started.

use std::fs;
use std::process::{Child, Command};

use anyhow::{Context, Result, ensure};

use crate::command;

/// A running service; it ends when this is dropped.
pub(crate) struct Watched {
    child: Child,
    /// How many parts of a second the system counts processor time in.
    ticks: f64,
}

impl Watched {
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        ensure!(cfg!(target_os = "linux"), "only Linux tells in /proc what a service needs; measure there");
        let ticks = command::output(Command::new("getconf").arg("CLK_TCK"))?.trim().parse()?;
        let child = command.spawn().with_context(|| format!("cannot start `{}`", command.get_program().display()))?;
        Ok(Self { child, ticks })
    }

    /// What it prints, when it was started so that this can be read.
    pub(crate) fn output(&mut self) -> Option<std::process::ChildStdout> {
        self.child.stdout.take()
    }

    /// Processor time so far, of the service and all that it has started.
    pub(crate) fn cpu_seconds(&self) -> Result<f64> {
        let used = self.processes()?.into_iter().filter_map(|process| ticks(&read(process, "stat")?));
        Ok(used.sum::<u64>() as f64 / self.ticks)
    }

    /// The most memory that was in use, in bytes, of all of them together.
    pub(crate) fn highest_memory(&self) -> Result<u64> {
        self.memory("VmHWM:")
    }

    /// The memory that is in use, in bytes.
    pub(crate) fn memory_now(&self) -> Result<u64> {
        self.memory("VmRSS:")
    }

    fn memory(&self, line: &str) -> Result<u64> {
        let each = self.processes()?.into_iter().filter_map(|process| kilobytes(&read(process, "status")?, line));
        Ok(each.sum::<u64>() * 1024)
    }

    /// Told to stop as a service manager does.
    pub(crate) fn stop(&mut self) -> Result<()> {
        command::output(Command::new("kill").args(["-TERM", &self.child.id().to_string()]))?;
        let ended = self.child.wait()?;
        ensure!(ended.success(), "the service that was measured ended badly ({ended})");
        Ok(())
    }

    /// The service and whatever it has started: those behind each other by their parents.
    fn processes(&self) -> Result<Vec<u32>> {
        let mut all = Vec::new();
        for entry in fs::read_dir("/proc")? {
            let Some(process) = entry?.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else { continue };
            all.extend(read(process, "stat").and_then(|stat| parent(&stat)).map(|parent| (process, parent)));
        }
        let mut found = vec![self.child.id()];
        let mut next = 0;
        while let Some(one) = found.get(next).copied() {
            found.extend(all.iter().filter(|(_, parent)| *parent == one).map(|(process, _)| *process));
            next += 1;
        }
        Ok(found)
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        // What has stopped well is gone already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// A process may end between two looks.
fn read(process: u32, file: &str) -> Option<String> {
    fs::read_to_string(format!("/proc/{process}/{file}")).ok()
}

/// The fields behind the name, which stands in brackets and may have spaces.
fn fields(stat: &str) -> Option<Vec<&str>> {
    Some(stat.rsplit_once(") ")?.1.split(' ').collect())
}

fn parent(stat: &str) -> Option<u32> {
    fields(stat)?.get(1)?.parse().ok()
}

/// Of the process itself: for its own work and for the system's.
fn ticks(stat: &str) -> Option<u64> {
    let fields = fields(stat)?;
    let of = |at: usize| fields.get(at).and_then(|ticks| ticks.parse::<u64>().ok());
    Some(of(11)? + of(12)?)
}

fn kilobytes(status: &str, name: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_system_is_read_behind_the_name() {
        let stat = "4242 (a (b) c) S 17 4242 1 0 -1 4194560 900 0 0 0 250 75 0 0 20 0 7 0 100 1 2";
        assert_eq!((parent(stat), ticks(stat)), (Some(17), Some(325)));
        assert_eq!(kilobytes("Name:\tloa\nVmHWM:\t   20480 kB\n", "VmHWM:"), Some(20_480));
    }
}
