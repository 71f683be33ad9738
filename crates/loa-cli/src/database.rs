//! The database of the feedback service, for commands beside it.

use std::path::PathBuf;

use clap::Args;
use loa_feedback::Moment;
use loa_plan::Zone;
use loa_server::store::{DatabaseUrl, InvalidDatabaseUrl, OpenError};
use loa_server::{Clock, Store};

use crate::feedback::DATABASE;

/// Where feedback is kept.
#[derive(Debug, Args)]
pub(crate) struct Database {
    /// Where feedback is kept: `sqlite://PATH` or `postgres://…` [default: sqlite://loa.db]
    #[arg(long, value_name = "URL")]
    database: Option<String>,
}

/// Why there is no database to work with.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DatabaseError {
    #[error("the database `{}` is missing; name the one that `loa serve` uses with `--database sqlite://PATH`", .0.display())]
    Missing(PathBuf),
    #[error(transparent)]
    Url(#[from] InvalidDatabaseUrl),
    #[error(transparent)]
    Open(#[from] OpenError),
}

impl Database {
    /// Read here and not by the parser of arguments, which would repeat a password in its complaint.
    pub(crate) fn url(&self) -> Result<DatabaseUrl, DatabaseError> {
        Ok(self.database.as_deref().map(str::parse).transpose()?.unwrap_or_else(|| DatabaseUrl::file(DATABASE)))
    }

    /// Opens it, and makes it when it is a file that is missing.
    pub(crate) async fn open_or_make(&self) -> Result<Store, DatabaseError> {
        Ok(Store::open(&self.url()?).await?)
    }

    /// Opens one that is there.
    pub(crate) async fn open(&self) -> Result<Store, DatabaseError> {
        match self.url()?.as_file() {
            Some(file) if !file.exists() => Err(DatabaseError::Missing(file.to_owned())),
            _ => self.open_or_make().await,
        }
    }
}

/// Now, as Vietnam shows it.
pub(crate) fn now() -> Moment {
    Clock::system().now(Zone::VIETNAM)
}
