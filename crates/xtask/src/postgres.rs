//! PostgreSQL for the tests of the service, which start a server of their own.

use std::fs;
use std::path::PathBuf;

use crate::{command, debian};

/// Finds its programs, and installs them on a Debian machine that lets us; otherwise one line on what to install.
pub(crate) fn ready() -> Result<PathBuf, String> {
    if find().is_none() {
        debian::install(&["postgresql"]);
    }
    find().ok_or_else(|| "PostgreSQL is missing; install `postgresql`".to_owned())
}

/// Debian keeps them off the path, each version in a folder of its own.
fn find() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let debian = versions.map(|version| version.path().join("bin/initdb")).find(|program| program.is_file());
    debian.or_else(|| command::find(&["initdb"]))
}
