//! A campaign with what it decides about its service: read once, for checking it and for serving it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use loa_bundle::campaign::{CampaignError, Problems};
use loa_bundle::{Campaign, Offered, Service};
use loa_plan::read::{self, Problem, ReadError};
use loa_server::campaign::{Settings, Switch};

/// The file of what a campaign decides about its service.
const SERVICE: &str = "service.toml";

/// Why a campaign cannot take feedback in.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ServiceError {
    #[error("`{}` is missing, and without it no feedback can be taken in; write it, and `loa check` says what it lacks", .0.display())]
    Missing(PathBuf),
    #[error(transparent)]
    Campaign(#[from] CampaignError),
}

/// A campaign, and what its `service.toml` says when it has one.
pub(crate) fn read(dir: &Path) -> Result<(Campaign, Option<Settings>), CampaignError> {
    let campaign = Campaign::read(dir);
    let settings = settings(dir);
    let more = usize::from(!matches!(settings, Ok(None)));
    match (campaign, settings) {
        (Ok(campaign), Ok(settings)) => Ok((campaign, settings)),
        (Ok(campaign), Err(error)) => {
            let files = campaign.file_count() + more;
            Err(CampaignError::Problems(Problems { errors: vec![error], files, readable: Some(Box::new(campaign)) }))
        }
        (Err(CampaignError::Problems(mut problems)), settings) => {
            problems.files += more;
            problems.errors.extend(settings.err());
            Err(CampaignError::Problems(problems))
        }
        (Err(error), _) => Err(error),
    }
}

/// The same as the service needs it. Guides and pictures that cannot be read keep nobody from sending feedback.
pub(crate) fn to_serve(dir: &Path) -> Result<loa_server::Campaign, ServiceError> {
    let (campaign, settings) = match read(dir) {
        Err(CampaignError::Problems(Problems { errors, readable: Some(campaign), .. }))
            if errors.iter().all(is_of_content) =>
        {
            // The settings were read, or their problem would be among these.
            (*campaign, settings(dir).ok().flatten())
        }
        campaign => campaign?,
    };
    let feedback = campaign.feedback();
    let missing = |name| ServiceError::Missing(dir.join(name));
    let (routes, _) = feedback.routes().ok_or_else(|| missing("routes.toml"))?;
    let (consents, _) = feedback.consents().ok_or_else(|| missing("consents.toml"))?;
    let years = feedback.years().iter().map(|(year, _)| year);
    let settings = settings.unwrap_or_default();
    let served = loa_server::Campaign::new(campaign.plan().clone(), routes.clone(), consents.clone(), years, settings);
    Ok(served.with_guides(campaign.guides().iter().map(|guide| guide.id.clone())))
}

/// What the service offers to the pages of a bundle.
pub(crate) fn offered(settings: &Settings) -> Service {
    let of = |switch| match switch {
        Switch::On => Offered::Yes,
        Switch::Off => Offered::No,
    };
    Service { ratings: of(settings.ratings), counts: of(settings.counts) }
}

fn is_of_content(error: &ReadError) -> bool {
    error.problems.iter().all(|problem| problem.file.starts_with("guides/") || problem.file.starts_with("pictures/"))
}

fn settings(dir: &Path) -> Result<Option<Settings>, ReadError> {
    let bytes = match fs::read(dir.join(SERVICE)) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => {
            return Err(ReadError::new(vec![Problem {
                file: SERVICE.to_owned(),
                line: 1,
                column: 1,
                path: String::new(),
                message: format!("the file cannot be read: {error}"),
                help: "see that it is a file and may be opened".to_owned(),
            }]));
        }
    };
    Settings::read(SERVICE, read::text(SERVICE, &bytes)?).map(Some)
}
