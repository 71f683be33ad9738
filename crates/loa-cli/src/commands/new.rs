//! `loa new`: a small campaign to start from.

use std::io::{self, Write};

use anyhow::Result;
use loa_plan::Zone;

use crate::Outcome;
use crate::arguments::New;
use crate::clock;
use crate::starter;

pub(super) fn run(arguments: &New) -> Result<Outcome> {
    let starts = arguments.at.unwrap_or_else(|| clock::today(Zone::VIETNAM));
    let files = starter::write(&arguments.dir, starts)?;
    let dir = arguments.dir.display();
    let mut out = io::stdout().lock();
    writeln!(out, "A small campaign is in {dir}:")?;
    for file in files {
        writeln!(out, "  {file}")?;
    }
    writeln!(out, "Change what it says, then: loa check {dir}")?;
    out.flush()?;
    Ok(Outcome::Fine)
}
