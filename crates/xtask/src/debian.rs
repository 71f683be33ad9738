//! Debian's packages, installed where that can be done without asking.

use std::fs;
use std::process::Command;

use crate::{command, progress};

/// Installs packages when this is Debian and we are root: on anybody's own machine nothing is installed unasked.
pub(crate) fn install(packages: &[&str]) {
    let Some(apt_get) = command::find(&["apt-get"]).filter(|_| !packages.is_empty() && is_root() && is_debian()) else {
        return;
    };
    progress::step(format!("installing {}", packages.join(", ")));
    let apt_get = || {
        let mut command = Command::new(&apt_get);
        command.env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet=2");
        command
    };
    let installed = command::output(apt_get().arg("update"))
        .and_then(|_| command::output(apt_get().args(["install", "--yes", "--no-install-recommends"]).args(packages)));
    if let Err(error) = installed {
        progress::step(format!("the packages could not be installed: {error:#}"));
    }
}

fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=debian"))
}

fn is_root() -> bool {
    command::output(Command::new("id").arg("-u")).is_ok_and(|user| user.trim() == "0")
}
