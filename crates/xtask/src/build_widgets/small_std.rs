//! A standard library compiled for size, whose panics stop at once and carry no text: a quarter of the module.
//!
//! It is a stable compiler's own library, built with what that compiler already can but does not promise yet, which is
//! why the version is pinned in `rust-toolchain.toml` and why everything also builds without it.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::wasm_target::{self, rustc};
use crate::{command, progress, workspace};

/// Makes sure that the library's sources are there, and the crates that it is built from.
///
/// # Errors
///
/// When they are missing and cannot be had. The build can go on with the ready-made library.
pub(crate) fn ensure() -> Result<()> {
    if !has_sources()? {
        get_sources()?;
    }
    let mut fetch = command::cargo();
    fetch.args(["fetch", "--target", wasm_target::NAME, CRATES]).env("RUSTC_BOOTSTRAP", "1");
    command::output(&mut fetch).map(drop)
}

fn get_sources() -> Result<()> {
    let rustup =
        command::find(&["rustup"]).context("the component `rust-src` is missing and rustup is not on the path")?;
    progress::step("getting the component rust-src");
    command::output(Command::new(rustup).args(["component", "add", "rust-src"]).current_dir(workspace::root()))?;
    ensure!(has_sources()?, "the component `rust-src` was added but is not where the compiler looks");
    Ok(())
}

/// Adds to a `cargo rustc` what builds the library with it.
pub(crate) fn add_to(cargo: &mut Command) {
    cargo.args([CRATES, "-Zbuild-std-features=optimize_for_size"]);
    // These hold for the target alone; what runs on this machine is compiled as ever.
    cargo.env("RUSTFLAGS", "-Zunstable-options -Cpanic=immediate-abort").env_remove("CARGO_ENCODED_RUSTFLAGS");
    cargo.env("RUSTC_BOOTSTRAP", "1");
}

const CRATES: &str = "-Zbuild-std=std,panic_abort";

fn has_sources() -> Result<bool> {
    let sysroot = command::output(&mut rustc(&["--print", "sysroot"]))?;
    Ok(Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/Cargo.lock").is_file())
}
