//! `loa serve`: a bundle or a folder of static files on this machine, and the feedback service beside it.

use anyhow::Result;

use crate::Outcome;
use crate::arguments::Serve;
use crate::feedback;
use crate::site;

pub(super) fn run(arguments: &Serve) -> Result<Outcome> {
    let Serve { dir, widgets, listen, campaign, database } = arguments;
    match feedback::wanted(dir, campaign.as_deref(), database.as_ref())? {
        Some(wanted) => feedback::serve(dir, widgets.as_deref(), listen, &wanted)?,
        None => site::serve(dir, widgets.as_deref(), listen)?,
    }
    Ok(Outcome::Fine)
}
