//! What is in a bundle: `bundle.json`.

mod build_id;
mod integrity;
mod path;
mod role;
mod shown;

use std::collections::BTreeSet;

use loa_plan::PlanId;

pub use build_id::{BuildId, InvalidBuildId, MAX_BUILD_ID_LENGTH};
pub use integrity::{Integrity, InvalidIntegrity};
pub use path::{BundlePath, InvalidPath, MAX_PATH_LENGTH, MAX_PATH_PARTS};
pub use role::Role;

/// The list of all files of a bundle, itself excepted.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Manifest {
    /// The version of this list: 1.
    pub format: u32,
    /// The plan that the bundle was built from.
    pub campaign: PlanId,
    /// The build: the day of the content, and the beginning of the SHA-384 of everything in it.
    pub build: BuildId,
    /// The files, in the order of their paths.
    pub files: Vec<ManifestFile>,
}

/// A file of a bundle.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ManifestFile {
    /// Where it stands, below the bundle.
    pub path: BundlePath,
    /// Its size in bytes.
    pub size: u64,
    /// What its bytes must be.
    pub sha384: Integrity,
    /// What it is for.
    pub role: Role,
}

/// The name of the list within the bundle.
pub const MANIFEST_FILE: &str = "bundle.json";

/// The version that is written.
pub const MANIFEST_FORMAT: u32 = 1;

/// The largest list that is read, in bytes.
pub const MAX_MANIFEST_BYTES: u64 = 32 * 1024 * 1024;

/// How many files a bundle may have; all procedures of Vietnam with their compressed copies are below a fifth of it.
pub const MAX_FILES: usize = 200_000;

/// The largest file of a bundle, in bytes.
pub const MAX_FILE_SIZE: u64 = 64 * 1024 * 1024;

/// The largest bundle, in bytes.
pub const MAX_BUNDLE_SIZE: u64 = 2 * 1024 * 1024 * 1024;

/// Why a text is not the list of a bundle's files.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidManifest {
    /// It is not JSON, or an entry is wrong.
    #[error("`bundle.json` is not the list of a bundle's files: {}", shown::words(.0))]
    Json(serde_json::Error),
    /// It is over [`MAX_MANIFEST_BYTES`].
    #[error("`bundle.json` has {0} bytes, expected at most {MAX_MANIFEST_BYTES}")]
    TooLong(u64),
    /// A newer program has written it.
    #[error("`bundle.json` has the format {0}, this version of `loa` reads 1; install a newer `loa`")]
    Format(u32),
    /// Two entries stand at one place, on some systems at least.
    #[error("`bundle.json` lists the path `{0}` twice")]
    Twice(BundlePath),
    /// The list names itself, so its own sum would have to be in it.
    #[error("`bundle.json` lists itself")]
    Itself,
    /// It is over [`MAX_FILES`].
    #[error("`bundle.json` lists {0} files, expected at most {MAX_FILES}")]
    TooMany(usize),
    /// An entry is over [`MAX_FILE_SIZE`].
    #[error("`bundle.json` gives `{path}` {size} bytes, expected at most {MAX_FILE_SIZE}")]
    TooLarge {
        /// The file.
        path: BundlePath,
        /// Its size.
        size: u64,
    },
    /// All together are over [`MAX_BUNDLE_SIZE`].
    #[error("the files in `bundle.json` have {0} bytes together, expected at most {MAX_BUNDLE_SIZE}")]
    TooLargeTogether(u64),
}

impl Manifest {
    /// Reads the list.
    ///
    /// # Errors
    /// [`InvalidManifest`] when it is not one, is over a limit, or names a place outside the bundle.
    pub fn from_json(json: &[u8]) -> Result<Self, InvalidManifest> {
        /// A newer list may differ in everything else.
        #[derive(serde::Deserialize)]
        struct Version {
            format: u32,
        }
        let bytes = json.len() as u64;
        if bytes > MAX_MANIFEST_BYTES {
            return Err(InvalidManifest::TooLong(bytes));
        }
        match serde_json::from_slice::<Version>(json).map_err(InvalidManifest::Json)?.format {
            MANIFEST_FORMAT => {}
            other => return Err(InvalidManifest::Format(other)),
        }
        let manifest: Self = serde_json::from_slice(json).map_err(InvalidManifest::Json)?;
        manifest.validate()?;
        Ok(manifest)
    }

    /// The list as it is written to `bundle.json`: one line for each file, so that two builds can be compared.
    #[must_use]
    pub fn to_json(&self) -> String {
        let text = |text: &str| serde_json::Value::from(text).to_string();
        let mut json = format!(
            "{{\n\"format\": {},\n\"campaign\": {},\n\"build\": {},\n\"files\": [",
            self.format,
            text(self.campaign.as_str()),
            text(self.build.as_str())
        );
        for (i, file) in self.files.iter().enumerate() {
            json.push_str(if i == 0 { "\n" } else { ",\n" });
            json.push_str(&format!(
                "{{\"path\": {}, \"size\": {}, \"sha384\": {}, \"role\": {}}}",
                text(file.path.as_str()),
                file.size,
                text(file.sha384.as_str()),
                text(file.role.as_str())
            ));
        }
        json.push_str("\n]\n}\n");
        json
    }

    fn validate(&self) -> Result<(), InvalidManifest> {
        if self.files.len() > MAX_FILES {
            return Err(InvalidManifest::TooMany(self.files.len()));
        }
        let (mut seen, mut together) = (BTreeSet::new(), 0_u64);
        for file in &self.files {
            if file.size > MAX_FILE_SIZE {
                return Err(InvalidManifest::TooLarge { path: file.path.clone(), size: file.size });
            }
            together = together.saturating_add(file.size);
            // Some systems take `A.json` and `a.json` for one file.
            let folded = file.path.as_str().to_ascii_lowercase();
            if folded == MANIFEST_FILE {
                return Err(InvalidManifest::Itself);
            }
            if !seen.insert(folded) {
                return Err(InvalidManifest::Twice(file.path.clone()));
            }
        }
        if together > MAX_BUNDLE_SIZE { Err(InvalidManifest::TooLargeTogether(together)) } else { Ok(()) }
    }
}

impl ManifestFile {
    /// The entry of a file with these bytes.
    #[must_use]
    pub fn of(path: BundlePath, bytes: &[u8], role: Role) -> Self {
        Self { path, size: bytes.len() as u64, sha384: Integrity::of(bytes), role }
    }
}

#[cfg(test)]
mod tests;
