//! Bringing a copy of a published bundle up to date.

use std::fs;
use std::path::Path;

use crate::folder::{FolderError, Staging};
use crate::manifest::{BuildId, BundlePath, Integrity, InvalidManifest, MAX_MANIFEST_BYTES, Manifest, ManifestFile};

/// Where a published bundle is read from.
pub trait Remote {
    /// What can go wrong on the way.
    type Error: std::error::Error + Send + Sync + 'static;

    /// The bytes of a file of the bundle, as they are stored, at most `limit` of them.
    ///
    /// # Errors
    /// When there is no such file, it is longer than `limit`, or nothing can be reached.
    fn get(&self, path: &BundlePath, limit: u64) -> Result<Vec<u8>, Self::Error>;
}

/// What an update did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Update {
    /// The copy is what is published; nothing was written.
    Unchanged {
        /// The build.
        build: BuildId,
        /// How many files it has.
        files: usize,
    },
    /// A newer bundle is in place.
    Changed {
        /// The build.
        build: BuildId,
        /// How many files were fetched.
        fetched: usize,
        /// How many files were taken over from the old copy.
        kept: usize,
    },
}

/// Why a copy could not be brought up to date. It is as it was.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum UpdateError<E: std::error::Error + 'static> {
    /// A file could not be fetched.
    #[error("`{path}` could not be fetched")]
    Remote {
        /// The file.
        path: BundlePath,
        /// Why.
        #[source]
        source: E,
    },
    /// What is published is not a bundle.
    #[error(transparent)]
    Manifest(#[from] InvalidManifest),
    /// A file is not what the list says: the bundle is being changed right now, or somebody has tampered with it.
    #[error(
        "`{path}` is not the file that `bundle.json` lists: {size} bytes with the sum {found}, expected {expected_size} bytes with {expected}; the old bundle stays, try again later"
    )]
    Sum {
        /// The file.
        path: BundlePath,
        /// The size that was fetched.
        size: u64,
        /// The sum of what was fetched.
        found: Integrity,
        /// The size in the list.
        expected_size: u64,
        /// The sum in the list.
        expected: Integrity,
    },
    /// The folder could not be written.
    #[error(transparent)]
    Folder(#[from] FolderError),
}

/// Makes the folder `into` the bundle that is published at `remote`; only files that differ are fetched.
///
/// Every byte is compared with the list before anything is shown, and all of it is shown in one step.
/// `watch` is told how many files are done, and how many there are.
///
/// # Errors
/// [`UpdateError`]; whatever it is, an older copy is untouched.
pub fn update<R: Remote>(
    remote: &R,
    into: &Path,
    watch: &dyn Fn(usize, usize),
) -> Result<Update, UpdateError<R::Error>> {
    let list = BundlePath::of_manifest();
    let json = fetch(remote, &list, MAX_MANIFEST_BYTES)?;
    let manifest = Manifest::from_json(&json)?;
    let of = manifest.files.len();
    let is_listed = fs::read(list.below(into)).is_ok_and(|here| here == json);
    if is_listed && manifest.files.iter().all(|file| is_here(file, into)) {
        return Ok(Update::Unchanged { build: manifest.build, files: of });
    }
    let staging = Staging::beside(into, &manifest.campaign)?;
    let mut fetched = 0;
    for (i, file) in manifest.files.iter().enumerate() {
        // Looked at while nobody else may write it: what was here before the lock was taken may be gone.
        if is_here(file, into) {
            staging.keep(&file.path)?;
        } else {
            let bytes = fetch(remote, &file.path, file.size)?;
            compare(file, &bytes)?;
            staging.write(&file.path, &bytes)?;
            fetched += 1;
        }
        watch(i + 1, of);
    }
    staging.write(&list, &json)?;
    staging.swap()?;
    Ok(Update::Changed { build: manifest.build, fetched, kept: of - fetched })
}

fn fetch<R: Remote>(remote: &R, path: &BundlePath, limit: u64) -> Result<Vec<u8>, UpdateError<R::Error>> {
    remote.get(path, limit).map_err(|source| UpdateError::Remote { path: path.clone(), source })
}

/// Whether the copy has the very file; one that was damaged on the disk is fetched again.
fn is_here(file: &ManifestFile, folder: &Path) -> bool {
    let path = file.path.below(folder);
    let is_file = fs::symlink_metadata(&path).is_ok_and(|found| found.is_file() && found.len() == file.size);
    is_file && fs::read(&path).is_ok_and(|bytes| Integrity::of(&bytes) == file.sha384)
}

fn compare<E: std::error::Error + 'static>(file: &ManifestFile, bytes: &[u8]) -> Result<(), UpdateError<E>> {
    let (size, found) = (bytes.len() as u64, Integrity::of(bytes));
    if size == file.size && found == file.sha384 {
        return Ok(());
    }
    Err(UpdateError::Sum {
        path: file.path.clone(),
        size,
        found,
        expected_size: file.size,
        expected: file.sha384.clone(),
    })
}

#[cfg(test)]
mod tests;
