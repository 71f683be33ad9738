//! The layers that need no browser.

use std::process::Command;

use anyhow::Result;

use super::{Layer, Outcome};
use crate::build_widgets::module;
use crate::{command, modules, tidy, wasm_target, workspace};

pub(super) const FORMAT: Layer =
    Layer { name: "format", about: "every file as rustfmt writes it", run: || cargo(&["fmt", "--all", "--check"]) };

pub(super) const TIDY: Layer =
    Layer { name: "tidy", about: "the invariants of ARCHITECTURE.md", run: || Ok(tidy::check_workspace().into()) };

pub(super) const CLIPPY: Layer = Layer { name: "clippy", about: "no warning, natively and for browsers", run: clippy };

pub(super) const TESTS: Layer =
    Layer { name: "tests", about: "rules, types, crates, examples in documentation", run: tests };

pub(super) const DOCS: Layer = Layer { name: "docs", about: "documentation without a broken link", run: docs };

pub(super) const CORE_ALONE: Layer =
    Layer { name: "core alone", about: "core crates without features, and in a browser", run: core_alone };

pub(super) const OLDEST_RUST: Layer =
    Layer { name: "oldest Rust", about: "the core crates under the oldest Rust that they promise", run: oldest_rust };

const CORE: [&str; 6] = ["--package", "loa-plan", "--package", "loa-procedure", "--package", "loa-feedback"];
const BROWSER: [&str; 2] = ["--target", "wasm32-unknown-unknown"];

fn cargo(arguments: &[&str]) -> Result<Outcome> {
    Ok(command::run(command::cargo().args(arguments)).into())
}

fn clippy() -> Result<Outcome> {
    wasm_target::ensure()?;
    let mut outcome = cargo(&["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"])?;
    let widgets = ["clippy", "--package", "loa-widgets"];
    let mut features = vec![vec!["--features".to_owned(), "csr".to_owned()]];
    features.extend(modules::read()?.iter().map(|each| module::features(each).to_vec()));
    for features in &features {
        let features: Vec<&str> = features.iter().map(String::as_str).collect();
        let browser = cargo(&[&widgets[..], &features, &BROWSER, &["--", "-D", "warnings"]].concat())?;
        outcome.failures.extend(browser.failures);
    }
    Ok(outcome)
}

/// Journeys have a layer of their own, since they need browsers; the test runner has no tests.
fn tests() -> Result<Outcome> {
    let mut outcome = Outcome::default();
    let apart = ["--exclude", "loa-e2e", "--exclude", "xtask-runner"];
    outcome.add(command::run_tests(
        command::cargo().args(["test", "--workspace", "--all-features", "--no-fail-fast"]).args(apart),
    )?);
    Ok(outcome)
}

fn docs() -> Result<Outcome> {
    let mut doc = command::cargo();
    doc.args(["doc", "--workspace", "--no-deps", "--all-features", "--exclude", "xtask-runner"]);
    Ok(command::run(doc.env("RUSTDOCFLAGS", "-D warnings")).into())
}

fn core_alone() -> Result<Outcome> {
    wasm_target::ensure()?;
    let mut outcome = cargo(&[&["check", "--no-default-features"][..], &CORE].concat())?;
    for features in ["--no-default-features", "--all-features"] {
        outcome.failures.extend(cargo(&[&["check", features][..], &CORE, &BROWSER].concat())?.failures);
    }
    Ok(outcome)
}

/// The version comes from the crates' own promise.
fn oldest_rust() -> Result<Outcome> {
    let mut outcome = Outcome::default();
    let manifest: toml::Table = toml::from_str(&std::fs::read_to_string(workspace::root().join("Cargo.toml"))?)?;
    let promised = manifest["workspace"]["package"]["rust-version"].as_str().unwrap_or_default().to_owned();
    let version = format!("{promised}.0");
    let Some(rustup) = command::find(&["rustup"]) else {
        outcome.lacks(format!("Rust {version} was not tried: rustup is not on the path"));
        return Ok(outcome);
    };
    let rustup = |arguments: &[&str]| {
        let mut command = Command::new(&rustup);
        command.args(arguments).current_dir(workspace::root());
        command
    };
    let installed = command::output(&mut rustup(&["run", &version, "rustc", "--version"]))
        .or_else(|_| command::output(&mut rustup(&["toolchain", "install", &version, "--profile", "minimal"])));
    if let Err(error) = installed {
        outcome.lacks(format!("Rust {version} could not be had: {error:#}"));
        return Ok(outcome);
    }
    // A target folder of its own, so that two compilers do not undo each other's work.
    let mut check = rustup(&["run", &version, "cargo", "check", "--all-features"]);
    check.args(CORE).env("CARGO_TARGET_DIR", workspace::target()?.join("oldest-rust"));
    check.env_remove("RUSTC").env_remove("CARGO").env_remove("RUSTUP_TOOLCHAIN");
    outcome.failures.extend(Outcome::from(command::run(&mut check)).failures);
    Ok(outcome)
}
