//! Saving a database into a file and bringing it back, while the service runs.
//!
//! SQLite writes a whole copy of one moment by itself; a copy is brought back in one transaction, so that a service that
//! runs sees the one or the other and nothing between. PostgreSQL has programs of its own for both.

mod standing;

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io};

use loa_feedback::Moment;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor, SqliteConnection};

use crate::store::{DatabaseUrl, OpenError, Store, StoreError};

/// Whether what is in a database may be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replace {
    /// Only an empty one is filled.
    No,
    /// What is in it is lost.
    Yes,
}

pub use standing::Restored;

/// Why a database could not be saved or brought back.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BackupError {
    /// PostgreSQL.
    #[error(
        "`{0}` is a PostgreSQL database, which its own programs save and bring back: `pg_dump --format=custom --file=FILE URL` and `pg_restore --dbname=URL FILE`"
    )]
    Postgres(String),
    /// There is no database.
    #[error("the database `{}` is missing; name the one that `loa serve` uses with `--database sqlite://PATH`", .0.display())]
    Missing(PathBuf),
    /// The file to write is there already.
    #[error("`{}` is there already and is not written over; name another file, for example with the day in it", .0.display())]
    Exists(PathBuf),
    /// The file to read is no copy of a database of ours.
    #[error("`{}` is not a file that `loa backup` has made; name one", .0.display())]
    NotABackup(PathBuf),
    /// There is something in the database already.
    #[error("the database `{}` is not empty, and restoring would lose what is in it; save it with `loa backup`, then say `--replace`", .0.display())]
    NotEmpty(PathBuf),
    /// A file cannot be read or written.
    #[error("`{}` cannot be read or written; see that its folder is there and has room, and that this user may write it", .path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// The database cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The engine cannot do it now.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sqlx::Error> for BackupError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

/// How long is waited for a service that is writing.
const PATIENCE: Duration = Duration::from_secs(30);

/// Saves a database, as it is at one moment, into a new file that only this user can read.
///
/// # Errors
/// [`BackupError`] when there is no such file then.
pub async fn backup(url: &DatabaseUrl, file: &Path) -> Result<(), BackupError> {
    let path = path(url)?;
    if !path.is_file() {
        return Err(BackupError::Missing(path.to_owned()));
    }
    if file.exists() {
        return Err(BackupError::Exists(file.to_owned()));
    }
    let failed = |source| BackupError::File { path: file.to_owned(), source };
    let unfinished = beside(file, "unfinished");
    // Made first, so that nobody else can read it at any time; an older try is written over.
    private(&unfinished).map_err(failed)?;
    let mut link = connect(path).await?;
    let vacuumed = sqlx::query("VACUUM INTO $1").bind(unfinished.display().to_string()).execute(&mut link).await;
    link.close().await?;
    if let Err(error) = vacuumed {
        drop(fs::remove_file(&unfinished));
        return Err(error.into());
    }
    fs::File::open(&unfinished).and_then(|file| file.sync_all()).map_err(failed)?;
    fs::rename(&unfinished, file).map_err(failed)
}

/// Brings a saved database back. Who was signed in has to sign in again, and that it was done is recorded.
///
/// What the present database knows to be erased or withdrawn since the copy was made stays so, and whoever may not sign in
/// any more still may not.
///
/// # Errors
/// [`BackupError`] when nothing was changed; [`StoreError::Held`] when all was, and only the log still has what was before.
pub async fn restore(url: &DatabaseUrl, file: &Path, replace: Replace, now: Moment) -> Result<Restored, BackupError> {
    let path = path(url)?;
    if !is_backup(file).await {
        return Err(BackupError::NotABackup(file.to_owned()));
    }
    let copy = beside(path, "restore");
    let failed = |source| BackupError::File { path: copy.clone(), source };
    private(&copy).map_err(failed)?;
    fs::copy(file, &copy).map_err(failed)?;
    let result = copy_over(url, path, &copy, replace, now).await;
    for ending in ["", "-wal", "-shm"] {
        drop(fs::remove_file(format!("{}{ending}", copy.display())));
    }
    result
}

async fn copy_over(
    url: &DatabaseUrl,
    path: &Path,
    copy: &Path,
    replace: Replace,
    now: Moment,
) -> Result<Restored, BackupError> {
    // Both get the shape that this program knows.
    Store::open(&DatabaseUrl::file(copy)).await?.close().await;
    Store::open(url).await?.close().await;
    let mut link = connect(path).await?;
    sqlx::query("ATTACH DATABASE $1 AS saved").bind(copy.display().to_string()).execute(&mut link).await?;
    link.execute("BEGIN IMMEDIATE").await?;
    // Without a commit nothing has happened.
    let result = fill(&mut link, path, replace, now).await;
    link.execute(if result.is_ok() { "COMMIT" } else { "ROLLBACK" }).await?;
    link.close().await?;
    let restored = result?;
    let store = Store::open(url).await?;
    let forgotten = store.forget().await;
    store.close().await;
    forgotten?;
    Ok(restored)
}

const TABLES: &str = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";

const TRIGGERS: &str = "SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger'";

const IN_USE: &str = "SELECT (SELECT count(*) FROM main.feedback) + (SELECT count(*) FROM main.event) \
    + (SELECT count(*) FROM main.act) + (SELECT count(*) FROM main.desk_user) + (SELECT count(*) FROM main.rating) \
    + (SELECT count(*) FROM main.deed)";

async fn fill(
    link: &mut SqliteConnection,
    path: &Path,
    replace: Replace,
    now: Moment,
) -> Result<Restored, BackupError> {
    let (in_use,): (i64,) = sqlx::query_as(IN_USE).fetch_one(&mut *link).await?;
    if in_use > 0 && replace == Replace::No {
        return Err(BackupError::NotEmpty(path.to_owned()));
    }
    let tables: Vec<(String,)> = sqlx::query_as(TABLES).fetch_all(&mut *link).await?;
    let triggers: Vec<(String, String)> = sqlx::query_as(TRIGGERS).fetch_all(&mut *link).await?;
    standing::remember(link).await?;
    let mut statements: Vec<String> =
        triggers.iter().map(|(name, _)| format!("DROP TRIGGER main.\"{name}\"")).collect();
    for (table,) in tables {
        statements.push(format!("DELETE FROM main.\"{table}\""));
        statements.push(format!("INSERT INTO main.\"{table}\" SELECT * FROM saved.\"{table}\""));
    }
    for statement in statements {
        // Names come from our own migrations.
        link.execute(sqlx::raw_sql(AssertSqlSafe(statement))).await?;
    }
    let restored = standing::apply(link).await?;
    for (_, sql) in triggers {
        link.execute(sqlx::raw_sql(AssertSqlSafe(sql))).await?;
    }
    link.execute("DELETE FROM main.desk_session").await?;
    let recorded = sqlx::query("INSERT INTO main.act (at, what) VALUES ($1, 'restore')").bind(now.unix());
    recorded.execute(&mut *link).await?;
    Ok(restored)
}

/// Whether a file has the table that every database of ours has.
async fn is_backup(file: &Path) -> bool {
    let options = SqliteConnectOptions::new().filename(file).read_only(true).immutable(true);
    let Ok(mut link) = options.connect().await else { return false };
    let asked = sqlx::query_as("SELECT count(*) FROM loa_schema").fetch_one(&mut link).await;
    asked.is_ok_and(|(steps,): (i64,)| steps > 0)
}

async fn connect(path: &Path) -> Result<SqliteConnection, BackupError> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(false)
        // As for the service itself: what is replaced is written over, and nothing goes into other files meanwhile.
        .pragma("secure_delete", "ON")
        .pragma("temp_store", "MEMORY")
        .busy_timeout(PATIENCE);
    Ok(options.connect().await?)
}

fn path(url: &DatabaseUrl) -> Result<&Path, BackupError> {
    url.as_file().ok_or_else(|| BackupError::Postgres(url.to_string()))
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

/// An empty file that only this user can read.
fn private(path: &Path) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}
