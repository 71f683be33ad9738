//! Entries of the national catalogue are taken into a campaign: what is new, what has changed, what was refused.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use loa_procedure::Procedure;
use loa_procedure::catalogue::{self, Change, Contents, Problem, Repair, Row, changes};
use loa_procedure::procedure::CatalogueCode;

use super::file::{self, FOLDER, ROWS};
use super::kept::{Kept, KeptError};

/// Whether files are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take {
    /// They are.
    In,
    /// Only what would happen is said.
    Look,
}

/// What is imported, and where to.
#[derive(Debug, Clone, Copy)]
pub struct Import<'a> {
    /// The files of the catalogue; of a folder, all that end in `.json` and `.jsonl`.
    pub files: &'a [PathBuf],
    /// The folder of the campaign.
    pub into: &'a Path,
    /// The day of the snapshot for entries that do not say when they were fetched.
    pub snapshot: NaiveDate,
    /// Whether files are written.
    pub take: Take,
}

/// A procedure that differs from what the campaign had.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Changed {
    /// Its code.
    pub code: CatalogueCode,
    /// What differs, fees, times and documents first.
    pub changes: Vec<Change>,
}

/// An entry, or a whole file, that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct RejectedEntry {
    /// The file, as it was named.
    pub file: String,
    /// The line where it begins, from 1.
    pub line: usize,
    /// Its code as found, when it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Why.
    pub why: String,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Imported {
    /// How many entries were accepted.
    pub accepted: usize,
    /// How many of them the campaign did not have.
    pub new: usize,
    /// How many it had just so.
    pub unchanged: usize,
    /// Records that differ from what it had.
    pub changed: Vec<Changed>,
    /// Rows of lists that differ from what it had.
    pub changed_rows: Vec<CatalogueCode>,
    /// Entries of an older snapshot than what it has, which it keeps.
    pub older: Vec<CatalogueCode>,
    /// What was tidied.
    pub repaired: Vec<Repair>,
    /// What was not taken, and why.
    pub rejected: Vec<RejectedEntry>,
}

/// Why nothing could be imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// There is no such folder.
    #[error("there is no folder `{}`; `loa new` makes one to start from", .0.display())]
    NoFolder(PathBuf),
    /// There is no such file.
    #[error("`{}` cannot be read", .path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// A folder without any of them.
    #[error("there is no file that ends in `.json` or `.jsonl` in `{}`; name the files of the catalogue", .0.display())]
    Empty(PathBuf),
    /// What the campaign has cannot be read.
    #[error(transparent)]
    Kept(#[from] KeptError),
    /// The disk says no.
    #[error("`{}` cannot be written; what was there before is unchanged", .path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
}

/// Takes entries in. Nothing is written before all files are read; then each file is replaced in one step.
///
/// # Errors
/// [`ImportError`] when a file or the campaign cannot be read or written. What is wrong inside a file is no error:
/// it is in [`Imported::rejected`], and the rest is taken.
pub fn import(import: Import<'_>) -> Result<Imported, ImportError> {
    if !import.into.is_dir() {
        return Err(ImportError::NoFolder(import.into.to_owned()));
    }
    let kept = Kept::read(import.into)?;
    let mut plan = Plan {
        kept,
        imported: Imported::default(),
        records: BTreeMap::new(),
        rows: BTreeMap::new(),
        are_rows_new: false,
    };
    for row in &plan.kept.rows {
        plan.rows.insert(key(row), row.clone());
    }
    for path in expand(import.files)? {
        let bytes = fs::read(&path).map_err(|source| ImportError::Read { path: path.clone(), source })?;
        let name = path.display().to_string();
        match String::from_utf8(bytes) {
            Ok(text) => plan.take(&name, catalogue::read(&text, import.snapshot)),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                plan.reject(
                    &name,
                    1,
                    None,
                    format!("it is not UTF-8 from byte {at} on; save it as UTF-8, and import it again"),
                );
            }
        }
    }
    if import.take == Take::In {
        plan.write(&import.into.join(FOLDER))?;
    }
    Ok(plan.imported)
}

/// What will be written, and what was said about it.
struct Plan {
    kept: Kept,
    imported: Imported,
    records: BTreeMap<CatalogueCode, Procedure>,
    rows: BTreeMap<(CatalogueCode, String), Row>,
    are_rows_new: bool,
}

/// Two rows of a catalogue had the same code, so the record's id is part of the key.
fn key(row: &Row) -> (CatalogueCode, String) {
    (row.code.clone(), row.id.clone())
}

impl Plan {
    fn take(&mut self, file: &str, contents: Contents) {
        let Contents { procedures, rows, repairs, rejected } = contents;
        for procedure in procedures {
            self.record(file, procedure);
        }
        for row in rows {
            self.row(row);
        }
        self.imported.repaired.extend(repairs);
        for entry in rejected {
            let why = entry.problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("; ");
            self.reject(file, entry.line, entry.code, why);
        }
    }

    fn reject(&mut self, file: &str, line: usize, code: Option<String>, why: String) {
        self.imported.rejected.push(RejectedEntry { file: file.to_owned(), line, code, why });
    }

    fn record(&mut self, file: &str, procedure: Procedure) {
        let code = procedure.code.clone();
        if let Some(other) = self.records.get(&code) {
            if *other != procedure {
                let why = "another entry of this import has the same code and says something else; keep one of the two"
                    .to_owned();
                self.reject(file, 1, Some(code.to_string()), why);
                return;
            }
            self.imported.accepted += 1;
            self.imported.unchanged += 1;
            return;
        }
        self.imported.accepted += 1;
        match self.kept.procedures.get(&code) {
            None => self.imported.new += 1,
            Some(before) if *before == procedure => self.imported.unchanged += 1,
            Some(before) if before.origin.snapshot > procedure.origin.snapshot => {
                self.imported.older.push(code);
                return;
            }
            Some(before) => {
                let changes = changes(before, &procedure);
                self.imported.changed.push(Changed { code: code.clone(), changes });
            }
        }
        self.records.insert(code, procedure);
    }

    fn row(&mut self, row: Row) {
        self.imported.accepted += 1;
        match self.rows.get(&key(&row)) {
            None => self.imported.new += 1,
            Some(before) if *before == row => {
                self.imported.unchanged += 1;
                return;
            }
            Some(before) if before.snapshot > row.snapshot => {
                self.imported.older.push(row.code);
                return;
            }
            Some(before) if (Row { snapshot: row.snapshot, ..before.clone() }) == row => self.imported.unchanged += 1,
            Some(_) => self.imported.changed_rows.push(row.code.clone()),
        }
        self.are_rows_new = true;
        self.rows.insert(key(&row), row);
    }

    fn write(&self, folder: &Path) -> Result<(), ImportError> {
        let is_as_it_was =
            |code: &CatalogueCode, procedure: &Procedure| self.kept.procedures.get(code) == Some(procedure);
        let records = self.records.iter().filter(|(code, procedure)| !is_as_it_was(code, procedure));
        for (code, procedure) in records {
            put(folder, &file::name(code), file::record(procedure))?;
        }
        if self.are_rows_new {
            let rows: Vec<Row> = self.rows.values().cloned().collect();
            put(folder, ROWS, file::rows(&rows))?;
        }
        Ok(())
    }
}

/// Writes a file beside its place and puts it there in one step.
fn put(folder: &Path, name: &str, text: serde_json::Result<String>) -> Result<(), ImportError> {
    let path = folder.join(name);
    let failed = |source| ImportError::Write { path: path.clone(), source };
    let text = text.map_err(|error| failed(error.into()))?;
    fs::create_dir_all(folder).map_err(failed)?;
    let beside = folder.join(format!(".{name}.new"));
    let write = || {
        let mut file = fs::File::create(&beside)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, &path)
    };
    write().map_err(|source| {
        // What could not be finished is of no use; that it could not be removed either changes nothing.
        let _ = fs::remove_file(&beside);
        failed(source)
    })
}

/// The files, with folders as the files in them.
fn expand(files: &[PathBuf]) -> Result<Vec<PathBuf>, ImportError> {
    let mut all = Vec::new();
    for path in files {
        if !path.is_dir() {
            all.push(path.clone());
            continue;
        }
        let failed = |source| ImportError::Read { path: path.clone(), source };
        let mut found = Vec::new();
        for entry in fs::read_dir(path).map_err(failed)? {
            let entry = entry.map_err(failed)?.path();
            if entry.extension().is_some_and(|ending| ending == "json" || ending == "jsonl") {
                found.push(entry);
            }
        }
        if found.is_empty() {
            return Err(ImportError::Empty(path.clone()));
        }
        found.sort();
        all.extend(found);
    }
    Ok(all)
}
