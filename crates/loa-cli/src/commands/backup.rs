//! `loa backup`: the database into a file.

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use loa_server::backup::{BackupError, backup};
use loa_server::store::Act;

use crate::Outcome;
use crate::database::{Database, now};
use crate::site::runtime;

#[derive(Debug, Args)]
pub(crate) struct Backup {
    /// The file to make
    file: PathBuf,
    #[command(flatten)]
    database: Database,
}

pub(super) fn run(arguments: &Backup) -> Result<Outcome> {
    let Backup { file, database } = arguments;
    let url = database.url()?;
    runtime()?.block_on(async {
        backup(&url, file).await?;
        let store = database.open().await?;
        store.record(&Act::by_nobody(now(), "backup", None)).await.map_err(BackupError::from)?;
        store.close().await;
        anyhow::Ok(())
    })?;
    writeln!(io::stdout(), "{} is saved in {}; it holds personal data", url, file.display())?;
    Ok(Outcome::Fine)
}
