//! `loa serve`: a bundle or a folder of static files on this machine.

use anyhow::Result;

use crate::Outcome;
use crate::arguments::Serve;
use crate::site;

pub(super) fn run(arguments: &Serve) -> Result<Outcome> {
    site::serve(&arguments.dir, arguments.widgets.as_deref(), &arguments.listen)?;
    Ok(Outcome::Fine)
}
