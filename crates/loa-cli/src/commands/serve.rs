//! `loa serve`: a folder of static files on this machine.

use anyhow::Result;

use crate::Outcome;
use crate::arguments::Serve;
use crate::site;

pub(super) fn run(arguments: &Serve) -> Result<Outcome> {
    site::serve(&arguments.dir, &arguments.listen)?;
    Ok(Outcome::Fine)
}
