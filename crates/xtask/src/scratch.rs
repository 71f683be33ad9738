//! Folders for tests, below Cargo's own temporary folder.

use std::fs;
use std::path::PathBuf;

/// An empty folder of this name; each test has its own.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("loa-xtask-{}", std::process::id())).join(name);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).expect("a folder for a test");
    folder
}
