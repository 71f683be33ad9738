//! `loa retention`: what is due by time, now.

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use loa_server::{Clock, Retained, retain};

use crate::Outcome;
use crate::campaign;
use crate::database::Database;
use crate::site::runtime;

#[derive(Debug, Args)]
pub(crate) struct Retention {
    /// The folder of the campaign, whose `service.toml` says how long senders are kept
    dir: PathBuf,
    #[command(flatten)]
    database: Database,
}

pub(super) fn run(arguments: &Retention) -> Result<Outcome> {
    let campaign = campaign::to_serve(&arguments.dir)?;
    let Retained { closed, erased } = runtime()?.block_on(async {
        let store = arguments.database.open().await?;
        let done = retain(&campaign, &store, Clock::system().now(campaign.zone())).await?;
        store.close().await;
        anyhow::Ok(done)
    })?;
    let erased = match erased {
        Some(count) => format!("{count} senders erased"),
        None => "no sender erased, since `service.toml` has no `keep_days`".to_owned(),
    };
    writeln!(io::stdout(), "{closed} answered feedbacks closed, {erased}")?;
    Ok(Outcome::Fine)
}
