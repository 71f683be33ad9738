//! Whether a folder holds a bundle and nothing else, so that it may be replaced.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use loa_plan::PlanId;

use crate::manifest::{InvalidManifest, MANIFEST_FILE, Manifest};

/// Why a folder is not replaced: somebody's files would be lost.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NotOurs {
    /// There is a file in the way.
    #[error("`{}` is a file, expected a folder; choose another place", .0.display())]
    File(PathBuf),
    /// A folder with files, and no list of a bundle among them.
    #[error(
        "`{}` is not empty and holds no `bundle.json`, so it is not a bundle and is left alone; choose another folder, or empty this one",
        .0.display()
    )]
    NoManifest(PathBuf),
    /// Its list cannot be read, so nobody knows which files are its own.
    #[error(
        "`{}` holds a `bundle.json` that cannot be read, so it is left alone; choose another folder, or empty this one",
        .folder.display()
    )]
    Manifest {
        /// The folder.
        folder: PathBuf,
        /// What is wrong with the list.
        #[source]
        source: InvalidManifest,
    },
    /// Files that the list does not name.
    #[error(
        "`{}` holds {}, which the bundle there did not bring; move it away, or choose another folder",
        .folder.display(), names(.files)
    )]
    Strangers {
        /// The folder.
        folder: PathBuf,
        /// The files, by their paths below the folder.
        files: Vec<String>,
    },
    /// A bundle, but not one that this replaces.
    #[error(
        "`{}` holds the bundle of another campaign, `{here}` and not `{new}`; choose another folder",
        .folder.display()
    )]
    OtherCampaign {
        /// The folder.
        folder: PathBuf,
        /// The campaign in it.
        here: PlanId,
        /// The campaign of the new bundle.
        new: PlanId,
    },
    /// The folder cannot be looked at.
    #[error("`{}` cannot be read; see that the folders on the way may be opened, or choose another place", .path.display())]
    Read {
        /// The folder or file.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
}

/// What file managers leave in every folder that they show, in small letters; it is nobody's work.
const LEFT_BEHIND: [&str; 3] = [".ds_store", "thumbs.db", "desktop.ini"];

/// Refuses a folder that a bundle of `campaign` may not replace; one that is missing or empty it may.
pub(super) fn refuse_others(folder: &Path, campaign: &PlanId) -> Result<(), NotOurs> {
    let read = |path: &Path| {
        let path = path.to_owned();
        |source| NotOurs::Read { path, source }
    };
    match fs::metadata(folder) {
        Ok(metadata) if metadata.is_dir() => {}
        Ok(_) => return Err(NotOurs::File(folder.to_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(read(folder)(error)),
    }
    let mut files = BTreeSet::new();
    collect(folder, "", &mut files).map_err(read(folder))?;
    if files.is_empty() {
        return Ok(());
    }
    let list = folder.join(MANIFEST_FILE);
    if !files.remove(MANIFEST_FILE) {
        return Err(NotOurs::NoManifest(folder.to_owned()));
    }
    let json = fs::read(&list).map_err(read(&list))?;
    let manifest =
        Manifest::from_json(&json).map_err(|source| NotOurs::Manifest { folder: folder.to_owned(), source })?;
    for file in &manifest.files {
        files.remove(file.path.as_str());
    }
    if !files.is_empty() {
        return Err(NotOurs::Strangers { folder: folder.to_owned(), files: files.into_iter().collect() });
    }
    if manifest.campaign == *campaign {
        Ok(())
    } else {
        Err(NotOurs::OtherCampaign { folder: folder.to_owned(), here: manifest.campaign, new: campaign.clone() })
    }
}

/// All files below `folder`, links included, by their paths with `/`; without what file managers leave there.
fn collect(folder: &Path, below: &str, files: &mut BTreeSet<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{below}{name}");
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else if !LEFT_BEHIND.contains(&name.to_ascii_lowercase().as_str()) {
            files.insert(path);
        }
    }
    Ok(())
}

/// The first three names, and how many more there are.
fn names(files: &[String]) -> String {
    let shown: Vec<String> = files.iter().take(3).map(|file| format!("`{file}`")).collect();
    match files.len().saturating_sub(shown.len()) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}
