//! What other people's crates bring along: licences, sources, and what is known against them.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::{Layer, Outcome};
use crate::{cargo_tool, command, workspace};

/// Not among what `test` runs: compiling cargo-deny takes minutes on a machine that has nothing.
pub(super) const LAYER: Layer =
    Layer { name: "deny", about: "licences, sources and advisories of every crate, by deny.toml", run };

fn run() -> Result<Outcome> {
    let mut outcome = Outcome::default();
    let program = match cargo_tool::ready("cargo-deny") {
        Ok(program) => program,
        Err(reason) => {
            outcome.lacks(reason);
            return Ok(outcome);
        }
    };
    let check = |arguments: &[&str]| Outcome::from(command::run(deny(&program).args(arguments))).failures;
    outcome.failures.extend(check(&["check", "bans", "licenses", "sources"]));
    // The database is a repository elsewhere: who is not on the net today has done nothing wrong.
    match command::output(deny(&program).args(["fetch", "db"])) {
        Ok(_) => outcome.failures.extend(check(&["--offline", "check", "advisories"])),
        Err(_) => outcome.skipped.push(NO_DATABASE.to_owned()),
    }
    Ok(outcome)
}

const NO_DATABASE: &str =
    "advisories were not looked at: their database cannot be fetched from https://github.com/rustsec/advisory-db";

fn deny(program: &Path) -> Command {
    let mut deny = Command::new(program);
    deny.args(["--workspace", "--log-level", "error"]).current_dir(workspace::root());
    deny
}
