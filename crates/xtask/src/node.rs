//! Tools that come from npm: exact versions, from the lock file beside this crate, into `target/npm`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::{command, progress, workspace};

/// The lock file's npm packages, installed, and the Node that runs them.
#[derive(Debug)]
pub(crate) struct Node {
    program: PathBuf,
    packages: PathBuf,
}

impl Node {
    /// Finds Node and installs what is missing.
    ///
    /// # Errors
    ///
    /// When Node or npm is not on the path, or the packages cannot be had. Every caller can go on without, so the
    /// reason is for a line on the terminal.
    pub(crate) fn ready() -> Result<Self> {
        let (Some(program), Some(npm)) = (command::find(&["node"]), command::find(&["npm"])) else {
            bail!("Node and npm are not on the path");
        };
        let folder = workspace::target()?.join("npm");
        if !is_installed(&folder) {
            progress::step("getting binaryen, terser and axe-core from npm");
            install(&npm, &folder)?;
        }
        Ok(Self { program, packages: folder.join("node_modules") })
    }

    /// A package's script, to be given arguments and run.
    pub(crate) fn script(&self, path: &str) -> Command {
        let mut command = Command::new(&self.program);
        command.arg(self.file(path));
        command
    }

    /// A file of a package.
    pub(crate) fn file(&self, path: &str) -> PathBuf {
        self.packages.join(path)
    }
}

/// The lock file that says which versions these are.
pub(crate) fn lock_file() -> PathBuf {
    workspace::root().join("crates/xtask/npm/package-lock.json")
}

/// The copy of the lock file is written last, so that a broken installation is not taken for a whole one.
fn is_installed(folder: &Path) -> bool {
    match (fs::read(folder.join("installed.json")), fs::read(lock_file())) {
        (Ok(installed), Ok(wanted)) => installed == wanted,
        _ => false,
    }
}

fn install(npm: &Path, folder: &Path) -> Result<()> {
    let lock = fs::read(lock_file())?;
    workspace::write(&folder.join("package.json"), fs::read(lock_file().with_file_name("package.json"))?)?;
    workspace::write(&folder.join("package-lock.json"), &lock)?;
    // Scripts of packages are not run: none of ours needs one.
    let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    command::output(Command::new(npm).args(arguments).current_dir(folder))?;
    workspace::write(&folder.join("installed.json"), lock)
}
