//! The place where a bundle is written before it is shown.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::lock::Lock;
use super::ours::{NotOurs, refuse_others};
use super::swap::swap;
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
    #[error("`{}` cannot be written", .path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// Everything is written, but the old folder does not give way.
    #[error("the new bundle cannot take the place of `{}`; the old one is as it was", .path.display())]
    Swap {
        /// The folder.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
}

impl Staging {
    /// An empty folder beside `target`, on the same disk; what earlier runs left behind when they broke off is removed.
    ///
    /// # Errors
    /// [`FolderError`] when `target` holds anything but a bundle, another process writes it, or the disk refuses.
    pub(crate) fn beside(target: &Path) -> Result<Self, FolderError> {
        let target = resolve(target)?;
        let write = |path: &Path| {
            let path = path.to_owned();
            |source| FolderError::Write { path, source }
        };
        let (folder, away) = (sibling(&target, ".loa-new")?, sibling(&target, ".loa-old")?);
        if let Some(parent) = target.parent().filter(|parent| !parent.as_os_str().is_empty()) {
            fs::create_dir_all(parent).map_err(write(parent))?;
        }
        create(&folder).map_err(write(&folder))?;
        let Some(lock) = Lock::take(&folder).map_err(write(&folder))? else {
            return Err(FolderError::Busy(target));
        };
        let staging = Self { target, folder, away, is_shown: false, _lock: lock };
        staging.recover().map_err(write(&staging.away))?;
        refuse_others(&staging.target)?;
        empty(&staging.folder).map_err(write(&staging.folder))?;
        Ok(staging)
    }

    /// Writes a file of the new bundle.
    ///
    /// # Errors
    /// [`FolderError::Write`] when the disk refuses.
    pub(crate) fn write(&self, path: &BundlePath, bytes: &[u8]) -> Result<(), FolderError> {
        let file = self.place(path)?;
        fs::write(&file, bytes).map_err(|source| FolderError::Write { path: file, source })
    }

    /// Takes a file of the old bundle over as it is, with its date.
    ///
    /// # Errors
    /// [`FolderError::Write`] when the disk refuses.
    pub(crate) fn keep(&self, path: &BundlePath) -> Result<(), FolderError> {
        let (old, new) = (path.below(&self.target), self.place(path)?);
        // Not every disk has links; a copy has the same bytes.
        fs::hard_link(&old, &new)
            .or_else(|_| fs::copy(&old, &new).map(drop))
            .map_err(|source| FolderError::Write { path: new, source })
    }

    /// Puts the new bundle in the place of the old one, which is removed.
    ///
    /// # Errors
    /// [`FolderError::Swap`] when the old one does not give way; it is then as it was.
    pub(crate) fn swap(mut self) -> Result<(), FolderError> {
        // What stands at the staging place after the swap is held too, so that nobody writes into what is removed.
        let held = self.target.exists().then(|| Lock::take(&self.target)).and_then(Result::ok).flatten();
        swap(&self.folder, &self.target, &self.away)
            .map_err(|source| FolderError::Swap { path: self.target.clone(), source })?;
        self.is_shown = true;
        // The new bundle is in place; what cannot be removed now goes with the next run.
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

    fn place(&self, path: &BundlePath) -> Result<PathBuf, FolderError> {
        let file = path.below(&self.folder);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent).map_err(|source| FolderError::Write { path: parent.to_owned(), source })?;
        }
        Ok(file)
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
mod tests {
    use super::*;
    use crate::manifest::{MANIFEST_FILE, MANIFEST_FORMAT, Manifest, ManifestFile, Role};

    /// Writes a bundle with one file to `target`.
    fn write(target: &Path, text: &str) -> Result<(), FolderError> {
        let staging = Staging::beside(target)?;
        let path = BundlePath::new("a/b.txt").unwrap();
        let manifest = Manifest {
            format: MANIFEST_FORMAT,
            campaign: loa_plan::PlanId::new("thu").unwrap(),
            build: "1".to_owned(),
            files: vec![ManifestFile::of(path.clone(), text.as_bytes(), Role::Slice)],
        };
        staging.write(&path, text.as_bytes())?;
        staging.write(&BundlePath::new(MANIFEST_FILE).unwrap(), manifest.to_json().as_bytes())?;
        staging.swap()
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    fn refused(target: &Path) -> String {
        let root = target.parent().unwrap().canonicalize().unwrap();
        let error = Staging::beside(target).unwrap_err();
        error.to_string().replace(&format!("{}/", root.display()), "")
    }

    #[test]
    fn a_bundle_replaces_the_old_one_and_leaves_nothing_beside_it() {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("out");
        for text in ["one", "two"] {
            write(&target, text).unwrap();
            assert_eq!(fs::read_to_string(target.join("a/b.txt")).unwrap(), text);
            assert_eq!(names(root.path()), ["out"]);
        }
    }

    #[test]
    fn what_is_not_shown_is_removed_and_the_old_bundle_stays() {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("out");
        write(&target, "one").unwrap();
        let staging = Staging::beside(&target).unwrap();
        staging.write(&BundlePath::new("x.txt").unwrap(), b"half").unwrap();
        drop(staging);
        assert_eq!(names(root.path()), ["out"]);
        assert_eq!(names(&target), ["a", "bundle.json"]);
    }

    #[test]
    fn what_a_broken_off_run_left_behind_is_removed() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join(".out.loa-new")).unwrap();
        fs::write(root.path().join(".out.loa-new/stray.txt"), "half").unwrap();
        let target = root.path().join("out");
        write(&target, "one").unwrap();
        assert_eq!(names(&target), ["a", "bundle.json"]);
        assert_eq!(names(root.path()), ["out"]);
    }

    #[test]
    fn an_old_bundle_that_a_broken_off_swap_moved_away_comes_back() {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("out");
        write(&target, "one").unwrap();
        fs::rename(&target, root.path().join(".out.loa-old")).unwrap();
        drop(Staging::beside(&target).unwrap());
        assert_eq!(fs::read_to_string(target.join("a/b.txt")).unwrap(), "one");
    }

    #[test]
    #[cfg(unix)]
    fn two_writers_do_not_meet() {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("out");
        let first = Staging::beside(&target).unwrap();
        let message = Staging::beside(&target).unwrap_err().to_string();
        assert_eq!(
            message,
            format!("another `loa` is writing `{}` right now; wait until it has finished", target.display())
        );
        drop(first);
        write(&target, "one").unwrap();
    }

    #[test]
    #[cfg(unix)]
    fn a_link_to_the_folder_stays_a_link() {
        let root = tempfile::tempdir().unwrap();
        write(&root.path().join("real"), "one").unwrap();
        std::os::unix::fs::symlink("real", root.path().join("out")).unwrap();
        write(&root.path().join("out"), "two").unwrap();
        assert!(fs::symlink_metadata(root.path().join("out")).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(root.path().join("real/a/b.txt")).unwrap(), "two");
    }

    #[test]
    fn somebody_elses_files_are_left_alone() {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("out");
        fs::write(&target, "").unwrap();
        assert_eq!(refused(&target), "`out` is a file, expected a folder; choose another place");
        fs::remove_file(&target).unwrap();
        fs::create_dir(&target).unwrap();
        fs::write(target.join("letter.txt"), "").unwrap();
        assert_eq!(
            refused(&target),
            "`out` is not empty and holds no `bundle.json`, so it is not a bundle and is left alone; choose another folder, or empty this one"
        );
        fs::write(target.join("bundle.json"), "{}").unwrap();
        assert_eq!(
            refused(&target),
            "`out` holds a `bundle.json` that cannot be read, so it is left alone; choose another folder, or empty this one"
        );
        assert_eq!(names(&target), ["bundle.json", "letter.txt"]);
        assert_eq!(names(root.path()), ["out"]);
    }

    #[test]
    fn files_that_the_bundle_did_not_bring_are_named() {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("out");
        write(&target, "one").unwrap();
        for name in ["1", "2", "3", "4"] {
            fs::write(target.join(name), "").unwrap();
        }
        assert_eq!(
            refused(&target),
            "`out` holds `1`, `2`, `3` and 1 more, which the bundle there did not bring; move it away, or choose another folder"
        );
    }

    #[test]
    fn a_path_without_a_name_is_refused() {
        let error = Staging::beside(Path::new("/")).unwrap_err();
        assert_eq!(error.to_string(), "`/` cannot be replaced, expected the path of a folder with a name");
    }
}
