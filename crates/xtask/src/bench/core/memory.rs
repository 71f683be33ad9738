//! How much memory a campaign takes while all of it is held.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command;

/// Larger ones say the most about one guide.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

/// Memory for so many guides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Memory {
    pub(super) guides: usize,
    pub(super) kilobytes: u64,
}

/// The plan, the guides and their places, read and checked in a process of their own; empty where a system does not
/// tell.
pub(super) fn measure(bench: &Path) -> Result<Vec<Memory>> {
    if !cfg!(target_os = "linux") {
        eprintln!("memory was not measured: only Linux tells it in /proc");
        return Ok(Vec::new());
    }
    SIZES.into_iter().map(|guides| of(bench, guides)).collect()
}

fn of(bench: &Path, guides: usize) -> Result<Memory> {
    let printed = command::output(Command::new(bench).args(["memory", &guides.to_string()]))?;
    let kilobytes = kilobytes(&printed).with_context(|| format!("`loa-bench memory` printed `{}`", printed.trim()))?;
    Ok(Memory { guides, kilobytes })
}

/// The number before `kB`.
fn kilobytes(printed: &str) -> Option<u64> {
    printed.split_once(" kB")?.0.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kilobytes_are_read() {
        assert_eq!(kilobytes("18388 kB, 1000 guides, 2372 findings\n"), Some(18_388));
        assert_eq!(kilobytes("no such job"), None);
    }
}
