//! The compiler's target for browsers, had through rustup when it is missing.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::{command, progress};

/// The target of every browser.
pub(crate) const NAME: &str = "wasm32-unknown-unknown";

/// Makes sure that the target is there for the toolchain in use.
pub(crate) fn ensure() -> Result<()> {
    let libraries = command::output(&mut rustc(&["--print", "target-libdir", "--target", NAME]))?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    let rustup = command::find(&["rustup"]).with_context(|| {
        format!("the target `{NAME}` is missing and rustup is not on the path; install rustup from https://rustup.rs, or the target with your system's packages")
    })?;
    progress::step(format!("getting the target {NAME}"));
    command::run(Command::new(rustup).args(["target", "add", NAME]).current_dir(crate::workspace::root())).with_context(
        || format!("the target `{NAME}` is missing and rustup could not get it; is this machine offline?"),
    )
}

/// The compiler in use, in the workspace's folder.
pub(crate) fn rustc(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    command.args(arguments).current_dir(crate::workspace::root());
    command
}
