//! Opening a database, or saying clearly why not.

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io};

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use super::schema::{self, Future, SCHEMA};
use super::url::Place;
use super::{DatabaseUrl, Engine, StoreError};

/// Why a database could not be opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The folder of the file is missing.
    #[error("the folder `{}` for the database is missing; make it, or name another file with `--database sqlite://PATH`", .0.display())]
    NoFolder(PathBuf),
    /// A folder stands where the file should.
    #[error("`{}` is a folder, expected the file of the database; name a file in it", .0.display())]
    IsFolder(PathBuf),
    /// The file or its folder may not be written.
    #[error("`{}` cannot be written; see that this user may write the file and its folder, and that the disk is not read-only", .path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// Another program holds it.
    #[error("`{}` is locked by another program; stop that one, or wait until it is done", .0.display())]
    Locked(PathBuf),
    /// It is another kind of file, or it is damaged.
    #[error("`{}` is not a database of this service, or it is damaged; name another file, or restore a backup", .0.display())]
    NotADatabase(PathBuf),
    /// A newer program has made it.
    #[error(
        "the database `{url}` was made by a newer version of loa (schema {found}, this one knows {known}); use that version"
    )]
    Future {
        /// Where it is.
        url: String,
        /// Its number.
        found: i64,
        /// The last number that is known.
        known: i64,
    },
    /// PostgreSQL cannot be reached or refuses.
    #[error(
        "the database `{url}` does not let us in ({reason}); see that it runs, and that user, password and database are right"
    )]
    Connect {
        /// Where it is.
        url: String,
        /// What it said.
        reason: String,
    },
    /// Something else.
    #[error("the database `{url}` cannot be opened")]
    Other {
        /// Where it is.
        url: String,
        /// What happened.
        #[source]
        source: StoreError,
    },
}

/// How long a start waits for another program to let go of the file.
const START_PATIENCE: Duration = Duration::from_secs(2);

/// How long a write or a read waits for a backup or another program.
const PATIENCE: Duration = Duration::from_secs(5);

/// After how many pages the log is taken back into the file: 32 MB. Codes and keys are random, so that a group touches many
/// pages; the more groups there are between two times, the more of them touch the same ones.
const LOG_PAGES: &str = "8192";

/// How much the connection that writes keeps in memory, in KiB as SQLite wants it: the upper part of all indexes.
const WRITER_CACHE: &str = "-16384";

/// How many readers there are at most.
const READERS: u32 = 8;

pub(super) async fn open(url: &DatabaseUrl) -> Result<Engine, OpenError> {
    match &url.0 {
        Place::Sqlite(path) => open_file(url, path).await,
        Place::Postgres { options, .. } => open_postgres(url, options).await,
    }
}

async fn open_file(url: &DatabaseUrl, path: &Path) -> Result<Engine, OpenError> {
    writable(path)?;
    let options = |patience| {
        SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(false)
            // What is erased is written over, and not only forgotten.
            .pragma("secure_delete", "ON")
            .pragma("wal_autocheckpoint", LOG_PAGES)
            .busy_timeout(patience)
    };
    let explained = |error: StoreError| explained(url, path, error);
    let first = SqlitePoolOptions::new().max_connections(1).connect_lazy_with(options(START_PATIENCE));
    let engine = Engine::Sqlite { writer: first.clone(), readers: first.clone() };
    migrated(url, &engine).await.map_err(|error| match error {
        Migrated::Failed(error) => explained(error),
        Migrated::Future(error) => error,
    })?;
    first.close().await;
    private(path).map_err(|source| OpenError::Unwritable { path: path.to_owned(), source })?;
    let pool = |size| SqlitePoolOptions::new().min_connections(1).max_connections(size).acquire_timeout(PATIENCE * 2);
    let for_writing = options(PATIENCE).pragma("cache_size", WRITER_CACHE).pragma("temp_store", "MEMORY");
    let writer = pool(1).connect_with(for_writing).await.map_err(|error| explained(error.into()))?;
    let readers =
        pool(READERS).connect_with(options(PATIENCE).read_only(true)).await.map_err(|error| explained(error.into()))?;
    Ok(Engine::Sqlite { writer, readers })
}

/// Asks the system before SQLite does: its own message says neither what nor why.
fn writable(path: &Path) -> Result<(), OpenError> {
    if path.is_dir() {
        return Err(OpenError::IsFolder(path.to_owned()));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(OpenError::NoFolder(folder.to_owned()));
    }
    let mut options = fs::OpenOptions::new();
    options.append(true).create(true);
    // Personal data is for the service alone, from the first moment; SQLite gives its other files the same mode.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop).map_err(|source| OpenError::Unwritable { path: path.to_owned(), source })
}

#[cfg(unix)]
fn private(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(path)?.permissions().mode();
    // What an administrator has narrowed or opened to a group by hand stays.
    if mode & 0o007 == 0 { Ok(()) } else { fs::set_permissions(path, fs::Permissions::from_mode(mode & !0o007)) }
}

#[cfg(not(unix))]
fn private(_: &Path) -> io::Result<()> {
    Ok(())
}

fn explained(url: &DatabaseUrl, path: &Path, error: StoreError) -> OpenError {
    let code = match &error {
        StoreError::Unavailable(reason) | StoreError::Refused(reason) => reason.code(),
        StoreError::Stale | StoreError::Unknown | StoreError::Held | StoreError::Stopping => None,
    };
    match code.and_then(|code| code.parse::<i64>().ok()).map(|code| code & 0xff) {
        Some(5 | 6) => OpenError::Locked(path.to_owned()),
        Some(8 | 10 | 13 | 14) => {
            let source = io::Error::from(io::ErrorKind::PermissionDenied);
            OpenError::Unwritable { path: path.to_owned(), source }
        }
        Some(11 | 26) => OpenError::NotADatabase(path.to_owned()),
        _ => OpenError::Other { url: url.to_string(), source: error },
    }
}

async fn open_postgres(url: &DatabaseUrl, options: &PgConnectOptions) -> Result<Engine, OpenError> {
    // A server may have been told to answer before its disk has; what we acknowledge must be there.
    let options = options.clone().application_name("loa").options([("synchronous_commit", "on")]);
    let pool = PgPoolOptions::new().max_connections(READERS).acquire_timeout(PATIENCE);
    let refused = |error: sqlx::Error| {
        let reason = match &error {
            sqlx::Error::Database(error) => error.message().to_owned(),
            sqlx::Error::Io(error) => error.to_string(),
            sqlx::Error::Tls(error) => format!("TLS: {error}"),
            _ => "no answer".to_owned(),
        };
        OpenError::Connect { url: url.to_string(), reason }
    };
    let readers = pool.clone().connect_with(options.clone()).await.map_err(refused)?;
    let writer = pool.max_connections(1).connect_with(options).await.map_err(refused)?;
    let engine = Engine::Postgres { writer, readers };
    migrated(url, &engine).await.map_err(|error| match error {
        Migrated::Failed(source) => OpenError::Other { url: url.to_string(), source },
        Migrated::Future(error) => error,
    })?;
    Ok(engine)
}

enum Migrated {
    Failed(StoreError),
    Future(OpenError),
}

async fn migrated(url: &DatabaseUrl, engine: &Engine) -> Result<(), Migrated> {
    let mut link = engine.link().await.map_err(Migrated::Failed)?;
    match schema::migrate(&mut link).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(Future(found))) => {
            Err(Migrated::Future(OpenError::Future { url: url.to_string(), found, known: SCHEMA }))
        }
        Err(error) => {
            link.discard();
            Err(Migrated::Failed(error))
        }
    }
}
