//! Bytes on the disk before a name leads to them, so that a power cut leaves the old bundle or the new one.

use std::fs::File;
use std::io;
use std::path::Path;

/// Waits until everything below `folder` is on the disk.
#[cfg(target_os = "linux")]
pub(super) fn everything(folder: &Path) -> io::Result<()> {
    // One call for the whole disk: a wait for each file takes minutes for all procedures of the country.
    rustix::fs::syncfs(File::open(folder)?).map_err(io::Error::from)
}

/// Waits until everything below `folder` is on the disk.
#[cfg(not(target_os = "linux"))]
pub(super) fn everything(folder: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            everything(&entry.path())?;
        } else {
            // Windows syncs only what is open for writing.
            File::options().append(true).open(entry.path())?.sync_all()?;
        }
    }
    names(folder)
}

/// Waits until the names in `folder` are on the disk.
#[cfg(unix)]
pub(super) fn names(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Windows has no such wait for a folder.
#[cfg(not(unix))]
pub(super) fn names(_folder: &Path) -> io::Result<()> {
    Ok(())
}
