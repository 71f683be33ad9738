//! The feedback service, beside a site or by itself.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use axum::Router;
use axum::response::Redirect;
use axum::routing::get;
use loa_server::store::{DatabaseUrl, InvalidDatabaseUrl, OpenError};
use loa_server::{Clock, Service, Store};

use crate::campaign::{self, ServiceError};
use crate::site::{self, ListenAddress, SiteError};

/// A service that is wanted.
pub(crate) struct Wanted {
    campaign: PathBuf,
    database: DatabaseUrl,
}

/// Why the service cannot run.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FeedbackError {
    #[error(
        "`--database` is for feedback, and `{}` is no campaign; name the campaign with `--campaign DIR`", .0.display()
    )]
    NoCampaign(PathBuf),
    #[error("the database `{}` is inside of `{}`, which everybody may read; name another place with `--database`", .file.display(), .folder.display())]
    Exposed { file: PathBuf, folder: PathBuf },
    #[error(transparent)]
    Database(#[from] InvalidDatabaseUrl),
    #[error(transparent)]
    Campaign(#[from] ServiceError),
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Site(#[from] SiteError),
}

/// The file in which feedback is kept when nothing else is said.
pub(crate) const DATABASE: &str = "loa.db";

/// Whether feedback is to be taken in: for the campaign that is named, or for a folder that is one and has its doors.
pub(crate) fn wanted(
    folder: &Path,
    campaign: Option<&Path>,
    database: Option<&str>,
) -> Result<Option<Wanted>, FeedbackError> {
    let has = |name: &str| folder.join(name).is_file();
    let campaign = match campaign {
        Some(campaign) => campaign,
        None if (has("plan.toml") || site::is_campaign(folder))
            && (database.is_some() || (has("routes.toml") && has("consents.toml"))) =>
        {
            folder
        }
        None if database.is_some() => return Err(FeedbackError::NoCampaign(folder.to_owned())),
        None => return Ok(None),
    };
    // Read here and not by the parser of arguments, which would repeat the password in its complaint.
    let database = database.map(str::parse).transpose()?.unwrap_or_else(|| DatabaseUrl::file(DATABASE));
    Ok(Some(Wanted { campaign: campaign.to_owned(), database }))
}

/// Serves the folder, when it is a site, and takes feedback in, until the process is told to stop.
pub(crate) fn serve(
    folder: &Path,
    widgets: Option<&Path>,
    address: &ListenAddress,
    wanted: &Wanted,
) -> Result<(), FeedbackError> {
    let campaign = campaign::to_serve(&wanted.campaign)?;
    let is_site = wanted.campaign != folder || !site::is_campaign(folder);
    let site = if is_site { Some(site::read(folder, widgets)?) } else { None };
    if let Some(file) = wanted.database.as_file().filter(|file| is_site && is_inside(file, folder)) {
        return Err(FeedbackError::Exposed { file: file.to_owned(), folder: folder.to_owned() });
    }
    site::runtime()?.block_on(async {
        let listener = site::listen(address).await?;
        let store = Store::open(&wanted.database).await?;
        loa_server::log::begin();
        let hint = site.as_ref().map_or("", |site| site.hint());
        let here = site::address(&listener)?;
        // As with a site by itself: this line is waited for, and when it cannot be written nobody waits.
        let mut out = io::stdout();
        let line = format!(
            "serving {} on http://{here}/{hint}\nfeedback in {} by http://{here}/gui",
            folder.display(),
            wanted.database
        );
        drop(writeln!(out, "{line}").and_then(|()| out.flush()));
        let others = match site {
            Some(site) => site.router(),
            None => Router::new().route("/", get(|| async { Redirect::to("gui") })),
        };
        let service = Service::new(campaign, store, Clock::system());
        loa_server::run(service, listener, others, site::told_to_stop()).await;
        Ok(())
    })
}

/// Whether a file is, or would be, below a folder.
fn is_inside(file: &Path, folder: &Path) -> bool {
    let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match (fs::canonicalize(parent), fs::canonicalize(folder)) {
        (Ok(parent), Ok(folder)) => parent.starts_with(folder),
        _ => false,
    }
}
