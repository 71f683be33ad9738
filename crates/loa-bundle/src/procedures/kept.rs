//! The snapshots that a campaign has, read from its folder.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use loa_procedure::Procedure;
use loa_procedure::catalogue::Row;
use loa_procedure::procedure::CatalogueCode;
use loa_procedure::search::Entry;
use serde::de::DeserializeOwned;

use super::file::{FOLDER, FORMAT, ROWS, RecordFile, RowsFile};

/// What a campaign knows about procedures.
#[derive(Debug, Default)]
pub struct Kept {
    /// The records, by their codes.
    pub procedures: BTreeMap<CatalogueCode, Procedure>,
    /// The rows of lists, in the order of their codes.
    pub rows: Vec<Row>,
}

/// Why snapshots could not be read.
#[derive(Debug, thiserror::Error)]
pub enum KeptError {
    /// The disk says no.
    #[error("`{}` cannot be read", .path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// It is not what `loa import` writes.
    #[error("`{}` is not a snapshot of procedures; remove it, and import its source once more", .path.display())]
    Form {
        /// The file.
        path: PathBuf,
        /// Where and why.
        #[source]
        source: serde_json::Error,
    },
    /// A later version has written it.
    #[error("`{}` has the format {found}, and this version of loa reads up to {FORMAT}; use a later version", .path.display())]
    Format {
        /// The file.
        path: PathBuf,
        /// Its format.
        found: u32,
    },
}

#[derive(serde::Deserialize)]
struct Format {
    format: u32,
}

impl Kept {
    /// What can be searched, in the order of the codes; a record comes before a row with the same code.
    ///
    /// `province` is the issuer of the plan, in any words that name its province.
    #[must_use]
    pub fn entries(&self, province: Option<&str>) -> Vec<Entry> {
        let mut entries: Vec<Entry> =
            self.procedures.values().map(|procedure| Entry::of(procedure, province)).collect();
        let rows = self.rows.iter().filter(|row| !self.procedures.contains_key(&row.code));
        entries.extend(rows.map(|row| Entry::of_row(row, province)));
        entries.sort_by(|a, b| a.code.cmp(&b.code));
        entries
    }

    /// Reads `procedures/` of a campaign; a folder without it knows nothing about procedures.
    ///
    /// # Errors
    /// [`KeptError`] for the first file that cannot be read.
    pub fn read(campaign: &Path) -> Result<Self, KeptError> {
        let folder = campaign.join(FOLDER);
        let mut kept = Self::default();
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(kept),
            Err(source) => return Err(KeptError::Io { path: folder, source }),
        };
        let mut paths = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|source| KeptError::Io { path: folder.clone(), source })?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.ends_with(".json") && !name.starts_with('.') {
                paths.push((entry.path(), name == ROWS));
            }
        }
        paths.sort();
        for (path, is_rows) in paths {
            if is_rows {
                kept.rows = file::<RowsFile>(&path)?.rows;
            } else {
                let procedure = file::<RecordFile<Procedure>>(&path)?.procedure;
                kept.procedures.insert(procedure.code.clone(), procedure);
            }
        }
        Ok(kept)
    }
}

fn file<T: DeserializeOwned>(path: &Path) -> Result<T, KeptError> {
    let text = fs::read(path).map_err(|source| KeptError::Io { path: path.to_owned(), source })?;
    let form = |source| KeptError::Form { path: path.to_owned(), source };
    let Format { format } = serde_json::from_slice(&text).map_err(form)?;
    if format > FORMAT {
        return Err(KeptError::Format { path: path.to_owned(), found: format });
    }
    serde_json::from_slice(&text).map_err(form)
}
