//! Reading the files of a campaign that the service needs.

use std::path::{Path, PathBuf};
use std::sync::RwLock;
use std::{fs, io};

use loa_feedback::calendar::{Calendar, HolidayYear, WorkingClock};
use loa_feedback::{calendar, consent, routes};
use loa_plan::Plan;
use loa_plan::read::{Document, ReadError, text};

use super::{Campaign, Settings, settings};

/// Why a campaign cannot be served.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CampaignError {
    /// A file without which no feedback is taken in is missing.
    #[error("`{}` is missing, and without it no feedback can be taken in; write it, and `loa check` says what it lacks", .0.display())]
    Missing(PathBuf),
    /// A file cannot be opened.
    #[error("`{}` cannot be read; see that it is a file and may be opened", .path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// Files say something that is not understood: every problem, with its place and one way out.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Problems(Vec<ReadError>),
}

/// Reads file after file and gathers what is wrong.
struct Reading<'f> {
    folder: &'f Path,
    problems: Vec<ReadError>,
}

pub(super) fn read(folder: &Path) -> Result<Campaign, CampaignError> {
    let mut reading = Reading { folder, problems: Vec::new() };
    let plan = reading.file("plan.toml", |_, text| Plan::from_toml(text))?;
    let routes = reading.file("routes.toml", |file, text| routes::read(file, text).map(value))?;
    let consents = reading.file("consents.toml", |file, text| consent::read(file, text).map(value))?;
    let years = reading.holidays()?;
    let settings = if folder.join("service.toml").exists() {
        reading.file("service.toml", settings::read)?
    } else {
        Some(Settings::default())
    };
    match (plan, routes, consents, settings) {
        (Some(plan), Some(routes), Some(consents), Some(settings)) if reading.problems.is_empty() => {
            let working = WorkingClock::new(&routes.hours, Calendar::new(&years), plan.zone);
            Ok(Campaign { plan, routes, consents, working, settings, rules: RwLock::new(None) })
        }
        _ => Err(CampaignError::Problems(reading.problems)),
    }
}

fn value<T>(document: Document<T>) -> T {
    document.value
}

impl Reading<'_> {
    fn file<T>(
        &mut self,
        name: &str,
        parse: impl FnOnce(&str, &str) -> Result<T, ReadError>,
    ) -> Result<Option<T>, CampaignError> {
        let path = self.folder.join(name);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(CampaignError::Missing(path)),
            Err(source) => return Err(CampaignError::File { path, source }),
        };
        match text(name, &bytes).and_then(|text| parse(name, text)) {
            Ok(value) => Ok(Some(value)),
            Err(error) => {
                self.problems.push(error);
                Ok(None)
            }
        }
    }

    /// In the order of their names; a campaign without any has no working days that are known.
    fn holidays(&mut self) -> Result<Vec<HolidayYear>, CampaignError> {
        let folder = self.folder.join("holidays");
        let mut names = Vec::new();
        match fs::read_dir(&folder) {
            Ok(entries) => {
                for entry in entries {
                    let entry = entry.map_err(|source| CampaignError::File { path: folder.clone(), source })?;
                    names.extend(entry.file_name().to_str().filter(|name| name.ends_with(".toml")).map(str::to_owned));
                }
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(source) => return Err(CampaignError::File { path: folder, source }),
        }
        names.sort_unstable();
        let mut years = Vec::new();
        for name in names {
            years.extend(self.file(&format!("holidays/{name}"), |file, text| calendar::read(file, text).map(value))?);
        }
        Ok(years)
    }
}
