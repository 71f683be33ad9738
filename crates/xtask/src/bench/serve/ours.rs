//! `loa serve` with the campaign of the service's own tests, whose limits by address are lifted where a campaign does so.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::emptied;
use super::watched::Watched;
use crate::workspace;

/// What a campaign writes that wants no limits: all senders here have one address.
const SERVICE: &str =
    "format = 1\n\n[limits]\naddress_per_minute = 1_000_000_000\ncampaign_per_minute = 1_000_000_000\n";

/// Starts it on an empty database in `folder`.
pub(crate) fn start(loa: &Path, folder: &Path) -> Result<(Watched, SocketAddr)> {
    let campaign = campaign(folder)?;
    let data = emptied(folder.join("loa"))?;
    let mut serve = Command::new(loa);
    serve.arg("serve").arg(campaign).args(["--listen", "127.0.0.1:0", "--database"]);
    serve.arg(format!("sqlite://{}", data.join("loa.db").display()));
    // With its lines of log, as it runs at an agency.
    serve.stdout(Stdio::piped()).stderr(fs::File::create(data.join("log"))?);
    let mut service = Watched::start(&mut serve)?;
    let mut line = String::new();
    BufReader::new(service.output().context("`loa serve` has no output")?).read_line(&mut line)?;
    let address = line.trim_end().trim_end_matches('/').rsplit('/').next().and_then(|address| address.parse().ok());
    let address =
        address.with_context(|| format!("`loa serve` printed `{}` instead of its address", line.trim_end()))?;
    Ok((service, address))
}

fn campaign(folder: &Path) -> Result<PathBuf> {
    let (from, to) = (workspace::root().join("crates/loa-server/tests/campaign"), emptied(folder.join("campaign"))?);
    for file in workspace::files_below(&from)?.iter().filter(|file| file.extension().is_some_and(|end| end == "toml")) {
        workspace::write(&to.join(file.strip_prefix(&from)?), fs::read(file)?)?;
    }
    workspace::write(&to.join("service.toml"), SERVICE)?;
    Ok(to)
}
