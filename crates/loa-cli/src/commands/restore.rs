//! `loa restore`: a saved database back into its place.

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use loa_server::backup::{Replace, Restored, restore};

use crate::Outcome;
use crate::database::{Database, now};
use crate::findings;
use crate::site::runtime;

fn count(number: u64, noun: &str) -> String {
    usize::try_from(number).map_or_else(|_| format!("{number} {noun}s"), |number| findings::count(number, noun))
}

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
    let Restored { feedbacks, users } = runtime()?.block_on(restore(&url, file, replace, now()))?;
    let mut out = io::stdout();
    writeln!(out, "{} is as it was in {}; everybody has to sign in again", url, file.display())?;
    if feedbacks > 0 {
        let verb = if feedbacks == 1 { "stays" } else { "stay" };
        writeln!(out, "{} {verb} erased or withdrawn, as was asked for since then", count(feedbacks, "feedback"))?;
    }
    if users > 0 {
        writeln!(out, "{} still may not sign in", count(users, "user"))?;
    }
    Ok(Outcome::Fine)
}
