//! Running a measuring program of the tests package.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};

use super::figures::Run;
use crate::browsers::Browsers;
use crate::site::Site;
use crate::{command, progress, workspace};

/// Runs `tests/benches/NAME` in Chromium and reads what it has measured.
///
/// # Errors
///
/// When Chromium is not here, or the program fails.
pub(super) fn run(name: &str, rounds: usize, site: &Site, peers: Option<&Path>) -> Result<Run> {
    let driver = Browsers::ready().chromedriver.map_err(|reason| anyhow!("{reason}"))?;
    let out = folder()?.join(format!("{name}-samples.json"));
    workspace::write(&out, "")?;
    let mut program = command::cargo();
    // Only a server and a remote control: compiled as the journeys are, since that is there already.
    program.args(["bench", "--profile", "dev", "--package", "loa-e2e", "--bench", name, "--"]);
    program.arg("--rounds").arg(rounds.to_string()).arg("--out").arg(&out);
    program.env("LOA_SITE", &site.folder).env("LOA_CHROMEDRIVER", driver);
    program.envs(peers.map(|peers| ("LOA_PEERS", peers)));
    progress::step(format!("measuring, {rounds} rounds"));
    command::run(&mut program)?;
    Run::read(&out)
}

/// Where benches leave their results.
pub(super) fn folder() -> Result<PathBuf> {
    Ok(workspace::target()?.join("bench"))
}
