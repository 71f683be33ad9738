//! `loa pull`: a copy of a published bundle, brought up to date.

use std::io::{self, Write};

use anyhow::Result;
use loa_bundle::{Update, update};

use crate::Outcome;
use crate::arguments::Pull;
use crate::findings::count;
use crate::remote::HttpBundle;
use crate::terminal::Progress;

pub(super) fn run(arguments: &Pull) -> Result<Outcome> {
    let remote = HttpBundle::at(&arguments.url)?;
    let progress = Progress::new();
    let update =
        update(&remote, &arguments.into, &|done, of| progress.show(format_args!("fetching {done} of {of} files")))?;
    drop(progress);
    let into = arguments.into.display();
    let mut out = io::stdout().lock();
    match update {
        Update::Unchanged { build, files } => {
            writeln!(out, "{into} is up to date: build {build}, {}; nothing was written", count(files, "file"))?;
        }
        Update::Changed { build, fetched, kept } => {
            writeln!(out, "{into} has build {build}: {} fetched, {kept} kept", count(fetched, "file"))?;
        }
    }
    out.flush()?;
    Ok(Outcome::Fine)
}
