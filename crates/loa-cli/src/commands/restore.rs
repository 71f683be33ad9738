//! `loa restore`: a saved database back into its place.

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use loa_server::backup::{Replace, restore};

use crate::Outcome;
use crate::database::{Database, now};
use crate::site::runtime;

#[derive(Debug, Args)]
pub(crate) struct Restore {
    /// The file that `loa backup` has made
    file: PathBuf,
    #[command(flatten)]
    database: Database,
    /// Lose what is in the database now
    #[arg(long)]
    replace: bool,
}

pub(super) fn run(arguments: &Restore) -> Result<Outcome> {
    let Restore { file, database, replace } = arguments;
    let replace = if *replace { Replace::Yes } else { Replace::No };
    let url = database.url()?;
    runtime()?.block_on(restore(&url, file, replace, now()))?;
    writeln!(io::stdout(), "{} is as it was in {}; everybody has to sign in again", url, file.display())?;
    Ok(Outcome::Fine)
}
