//! The place where a bundle is written before it is shown.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use loa_plan::PlanId;

use super::lock::Lock;
use super::ours::{NotOurs, refuse_others};
use super::swap::swap;
use super::sync;
use crate::manifest::BundlePath;

/// A folder beside the one that will be replaced; removed again when it is dropped before the swap.
#[derive(Debug)]
pub(crate) struct Staging {
    target: PathBuf,
    folder: PathBuf,
    away: PathBuf,
    is_shown: bool,
    // Dropped after the staging folder is removed, so that nobody else begins in it meanwhile.
    _lock: Lock,
}

/// Why a bundle's folder could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FolderError {
    /// The folder holds something else.
    #[error(transparent)]
    NotOurs(#[from] NotOurs),
    /// The path has no name, such as `/` or `..`.
    #[error("`{}` cannot be replaced, expected the path of a folder with a name", .0.display())]
    NoName(PathBuf),
    /// Another process is at it.
    #[error("another `loa` is writing `{}` right now; wait until it has finished", .0.display())]
    Busy(PathBuf),
    /// The disk is full, there is no right to write, and so on.
    #[error(
        "the bundle `{}` cannot be written; see that the folder `{}` may be written and has room, since the new bundle is made in it, beside the old one",
        .target.display(), parent(.target).display()
    )]
    Write {
        /// The folder of the bundle.
        target: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// Everything is written, but the old folder does not give way.
    #[error(
        "the new bundle cannot take the place of `{}`; the old one is as it was: see that the folder `{}` may be written, close programs that are in the old one, and try again",
        .target.display(), parent(.target).display()
    )]
    Swap {
        /// The folder of the bundle.
        target: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
}

impl Staging {
    /// An empty folder beside `target`, on the same disk; what earlier runs left behind when they broke off is removed.
    ///
    /// # Errors
    /// [`FolderError`] when `target` holds anything but a bundle of `campaign`, another process writes it, or the disk
    /// refuses.
    pub(crate) fn beside(target: &Path, campaign: &PlanId) -> Result<Self, FolderError> {
        let target = resolve(target)?;
        // The hidden folders are of no use to anybody, so messages name the one that was asked for.
        let named = target.clone();
        let write = |source| FolderError::Write { target: named.clone(), source };
        let (folder, away) = (sibling(&target, ".loa-new")?, sibling(&target, ".loa-old")?);
        fs::create_dir_all(parent(&target)).map_err(write)?;
        create(&folder).map_err(write)?;
        let Some(lock) = Lock::take(&folder).map_err(write)? else {
            return Err(FolderError::Busy(target));
        };
        let staging = Self { target, folder, away, is_shown: false, _lock: lock };
        staging.recover().map_err(write)?;
        refuse_others(&staging.target, campaign)?;
        empty(&staging.folder).map_err(write)?;
        Ok(staging)
    }

    /// Writes a file of the new bundle.
    ///
    /// # Errors
    /// [`FolderError::Write`] when the disk refuses.
    pub(crate) fn write(&self, path: &BundlePath, bytes: &[u8]) -> Result<(), FolderError> {
        self.place(path).and_then(|file| fs::write(file, bytes)).map_err(|source| self.unwritable(source))
    }

    /// Takes a file of the old bundle over as it is, with its date.
    ///
    /// # Errors
    /// [`FolderError::Write`] when the disk refuses.
    pub(crate) fn keep(&self, path: &BundlePath) -> Result<(), FolderError> {
        let old = path.below(&self.target);
        let kept = self.place(path).and_then(|new| {
            // Not every disk has links; a copy has the same bytes.
            fs::hard_link(&old, &new).or_else(|_| fs::copy(&old, &new).map(drop))
        });
        kept.map_err(|source| self.unwritable(source))
    }

    /// Puts the new bundle in the place of the old one, which is removed.
    ///
    /// # Errors
    /// [`FolderError::Swap`] when the old one does not give way; it is then as it was.
    pub(crate) fn swap(mut self) -> Result<(), FolderError> {
        let failed = |source| FolderError::Swap { target: self.target.clone(), source };
        sync::everything(&self.folder).map_err(|source| self.unwritable(source))?;
        // What stands at the staging place after the swap is held too, so that nobody writes into what is removed.
        let held = self.target.exists().then(|| Lock::take(&self.target)).and_then(Result::ok).flatten();
        swap(&self.folder, &self.target, &self.away).map_err(failed)?;
        self.is_shown = true;
        // The new bundle is in place; what cannot be done now goes with the next run.
        drop(sync::names(parent(&self.target)));
        drop(remove(&self.folder).and_then(|()| remove(&self.away)));
        drop(held);
        Ok(())
    }

    /// A run that broke off between the two steps of a swap has left the old bundle away from its place.
    fn recover(&self) -> io::Result<()> {
        if self.away.exists() && !self.target.exists() {
            fs::rename(&self.away, &self.target)
        } else {
            remove(&self.away)
        }
    }

    fn place(&self, path: &BundlePath) -> io::Result<PathBuf> {
        let file = path.below(&self.folder);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(file)
    }

    fn unwritable(&self, source: io::Error) -> FolderError {
        FolderError::Write { target: self.target.clone(), source }
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.is_shown {
            // A bundle that was not finished is of no use, and what cannot be removed goes with the next run.
            drop(remove(&self.folder));
        }
    }
}

/// The folder itself where `path` is a link to it, so that the link stays.
fn resolve(path: &Path) -> Result<PathBuf, FolderError> {
    match fs::canonicalize(path) {
        Ok(resolved) => Ok(resolved),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(path.to_owned()),
        Err(source) => Err(NotOurs::Read { path: path.to_owned(), source }.into()),
    }
}

/// The folder that the bundle's folder is in; the current one for a name alone.
fn parent(target: &Path) -> &Path {
    target.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn sibling(target: &Path, suffix: &str) -> Result<PathBuf, FolderError> {
    let name = target.file_name().ok_or_else(|| FolderError::NoName(target.to_owned()))?;
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(suffix);
    Ok(target.with_file_name(hidden))
}

/// Makes the folder unless it is there; a link in its place would lead the writing elsewhere.
fn create(folder: &Path) -> io::Result<()> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            if fs::symlink_metadata(folder)?.is_dir() {
                Ok(())
            } else {
                Err(error)
            }
        }
        done => done,
    }
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn empty(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() { fs::remove_dir_all(entry.path())? } else { fs::remove_file(entry.path())? }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
