//! nginx for the tests of the service behind a portal's server.

use std::path::Path;

use crate::{command, debian};

/// Finds it, and installs it on a Debian machine that lets us; otherwise one line on what to install.
pub(crate) fn ready() -> Result<(), String> {
    if !is_here() {
        debian::install(&["nginx-light"]);
    }
    if is_here() { Ok(()) } else { Err("nginx is missing; install `nginx-light`".to_owned()) }
}

/// Debian keeps it where only root's path leads.
fn is_here() -> bool {
    Path::new("/usr/sbin/nginx").is_file() || command::find(&["nginx"]).is_some()
}
