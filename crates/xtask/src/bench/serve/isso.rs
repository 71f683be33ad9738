//! The peer: Isso from PyPI with gunicorn, installed into a folder of its own below `target`.

use std::fs;
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::watched::Watched;
use super::{emptied, free_port};
use crate::{command, progress, workspace};

/// Exact versions, so that two runs stand beside the same peer.
const PACKAGES: [&str; 2] = ["isso==0.14.0", "gunicorn==27.0.1"];

/// How many processes Isso's documentation starts.
const WORKERS: &str = "4";

/// How long it may take until it listens.
const PATIENCE: Duration = Duration::from_secs(30);

pub(super) struct Isso {
    gunicorn: PathBuf,
}

impl Isso {
    /// Installs it, once.
    pub(super) fn ready(folder: &Path) -> Result<Self> {
        let environment = folder.join("python");
        let (gunicorn, installed) = (environment.join("bin/gunicorn"), environment.join("installed"));
        let wanted = PACKAGES.join("\n");
        if fs::read_to_string(&installed).ok().as_ref() != Some(&wanted) {
            let python = command::find(&["python3"]).context("Python is not on the path; Isso comes from PyPI")?;
            progress::step(format!("getting {} from PyPI", PACKAGES.join(" and ")));
            emptied(environment.clone())?;
            command::output(Command::new(python).args(["-m", "venv"]).arg(&environment))?;
            let mut pip = Command::new(environment.join("bin/python"));
            command::output(
                pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]).args(PACKAGES),
            )?;
            // Written last, so that a broken installation is not taken for a whole one.
            workspace::write(&installed, &wanted)?;
        }
        Ok(Self { gunicorn })
    }

    pub(super) fn versions(&self) -> Vec<String> {
        PACKAGES.map(|package| package.replace("==", " ")).to_vec()
    }

    /// Starts it on an empty database in `folder`.
    pub(super) fn start(&self, folder: &Path) -> Result<(Watched, SocketAddr)> {
        let data = emptied(folder.join("isso"))?;
        let address = SocketAddr::from(([127, 0, 0, 1], free_port()?));
        let settings = data.join("isso.cfg");
        workspace::write(&settings, configuration(&data.join("comments.db"), address))?;
        let mut serve = Command::new(&self.gunicorn);
        serve.args(["--bind", &address.to_string(), "--workers", WORKERS, "--preload", "isso.run"]);
        let log = fs::File::create(data.join("log"))?;
        serve.env("ISSO_SETTINGS", settings).current_dir(&data).stdout(log.try_clone()?).stderr(log);
        let service = Watched::start(&mut serve)?;
        let begin = Instant::now();
        while TcpStream::connect(address).is_err() {
            if begin.elapsed() > PATIENCE {
                bail!("Isso does not listen on {address}; `{}` says why", data.join("log").display());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok((service, address))
    }
}

/// Its own defaults, but for the limit of two comments a minute for one address.
fn configuration(database: &Path, address: SocketAddr) -> String {
    format!("[general]\ndbpath = {}\nhost = http://{address}/\n\n[guard]\nenabled = false\n", database.display())
}
