//! Programs that Cargo compiles from crates.io when the machine lacks them.

use std::path::{Path, PathBuf};

use crate::{command, progress};

/// Finds a program, or compiles it once; or says in one line why it is not there.
pub(crate) fn ready(name: &str) -> Result<PathBuf, String> {
    if let Some(program) = find(name) {
        return Ok(program);
    }
    progress::step(format!("compiling {name}, once: `cargo install {name} --locked`"));
    command::run(command::cargo().args(["install", name, "--locked"]))
        .map_err(|error| format!("{name} is missing and could not be compiled; install it by hand: {error:#}"))?;
    find(name).ok_or_else(|| format!("{name} was installed but is not on the path"))
}

/// Cargo's own folder is looked at too: it is not on every path.
fn find(name: &str) -> Option<PathBuf> {
    command::find(&[name]).or_else(|| {
        let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
        let home = cargo_home.or_else(|| Some(Path::new(&std::env::var_os("HOME")?).join(".cargo")))?;
        Some(home.join("bin").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))).filter(|path| path.is_file())
    })
}
