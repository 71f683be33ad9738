//! The peers: exact versions from npm, bundled as their users would, into `target/bench/peers`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{command, progress, workspace};

/// The first-party scripts that start each peer; the shared parts beside them are bundled into these.
const ENTRIES: [&str; 5] = ["web-awesome", "swiper", "splide", "preact", "vanilla"];

/// Installs and bundles the peers, and gives the folder of what a page loads.
///
/// # Errors
///
/// When Node or npm is not here, or the packages cannot be had.
pub(super) fn ready() -> Result<PathBuf> {
    let (Some(node), Some(npm)) = (command::find(&["node"]), command::find(&["npm"])) else {
        bail!("Node and npm are not on the path; the peers come from npm");
    };
    let source = workspace::root().join("crates/xtask/npm-bench");
    let folder = workspace::target()?.join("bench/peers");
    let lock = fs::read(source.join("package-lock.json"))?;
    if fs::read(folder.join("installed.json")).ok().as_ref() != Some(&lock) {
        progress::step("getting the peers from npm");
        workspace::write(&folder.join("package.json"), fs::read(source.join("package.json"))?)?;
        workspace::write(&folder.join("package-lock.json"), &lock)?;
        let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
        command::output(Command::new(npm).args(arguments).current_dir(&folder))?;
        // Written last, so that a broken installation is not taken for a whole one.
        workspace::write(&folder.join("installed.json"), &lock)?;
    }
    progress::step("bundling the peers");
    bundle(&node, &source, &folder)
}

fn bundle(node: &Path, source: &Path, folder: &Path) -> Result<PathBuf> {
    let (entries, bundles) = (folder.join("peers"), folder.join("dist"));
    for old in [&entries, &bundles].into_iter().filter(|old| old.exists()) {
        fs::remove_dir_all(old).with_context(|| format!("cannot remove `{}`", old.display()))?;
    }
    // Copied beside the packages, since that is where a bundler looks for them.
    for file in workspace::files_below(&source.join("peers"))? {
        workspace::write(&folder.join(file.strip_prefix(source)?), fs::read(&file)?)?;
    }
    let mut esbuild = Command::new(node);
    esbuild.arg("node_modules/esbuild/bin/esbuild").args(ENTRIES.map(|entry| format!("peers/{entry}.js")));
    esbuild.args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--outdir=dist", "--log-level=error"]);
    command::output(esbuild.current_dir(folder))?;
    Ok(bundles)
}

/// Name and exact version of every peer, for the report.
pub(super) fn versions() -> Result<Vec<String>> {
    let path = workspace::root().join("crates/xtask/npm-bench/package.json");
    let package: serde_json::Value = serde_json::from_slice(&fs::read(&path)?)?;
    let versions = package["devDependencies"].as_object().context("the peers have no versions")?;
    Ok(versions.iter().map(|(name, version)| format!("{name} {}", version.as_str().unwrap_or_default())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_peer_has_one_exact_version() {
        let versions = versions().unwrap();
        assert_eq!(versions.len(), 5);
        assert!(versions.iter().all(|version| !version.contains(['^', '~', '*'])), "{versions:?}");
    }

    #[test]
    fn every_entry_is_a_file() {
        let folder = workspace::root().join("crates/xtask/npm-bench/peers");
        assert!(ENTRIES.iter().all(|entry| folder.join(format!("{entry}.js")).is_file()));
    }
}
