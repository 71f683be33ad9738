//! What a campaign says about feedback: `routes.toml`, `consents.toml`, `holidays/*.toml` and `board.json`, each of which may
//! be absent.

use std::path::Path;

use loa_feedback::calendar::{self, Calendar, HolidayYear};
use loa_feedback::consent::{self, Consents};
use loa_feedback::routes;
use loa_feedback::{BoardPage, Routes};
use loa_plan::read::{self, Document, MAX_FILE_BYTES, ReadError};

use super::reading::bytes;
use super::{TextFile, board};

/// The file of the doors.
pub(crate) const ROUTES: &str = "routes.toml";

/// The file of the consents.
pub(crate) const CONSENTS: &str = "consents.toml";

/// The folder of the holidays.
pub(crate) const HOLIDAYS: &str = "holidays";

/// What a campaign says about feedback.
#[derive(Debug, Default)]
pub struct Feedback {
    pub(super) routes: Option<(Routes, TextFile)>,
    pub(super) consents: Option<(Consents, TextFile)>,
    pub(super) years: Vec<(HolidayYear, TextFile)>,
    pub(super) board: Option<board::Kept>,
}

impl Feedback {
    /// The doors, with their file.
    #[must_use]
    pub fn routes(&self) -> Option<&(Routes, TextFile)> {
        self.routes.as_ref()
    }

    /// The consents, with their file.
    #[must_use]
    pub fn consents(&self) -> Option<&(Consents, TextFile)> {
        self.consents.as_ref()
    }

    /// The years of holidays with their files, in the order of the file names.
    #[must_use]
    pub fn years(&self) -> &[(HolidayYear, TextFile)] {
        &self.years
    }

    /// What is known about days off and make-up days.
    #[must_use]
    pub fn calendar(&self) -> Calendar {
        Calendar::new(self.years.iter().map(|(year, _)| year))
    }

    /// What was on the public board when somebody last looked.
    #[must_use]
    pub fn board(&self) -> Option<&BoardPage> {
        self.board.as_ref().map(|(page, _)| page)
    }

    /// The name and the sum of its file.
    pub(super) fn board_sum(&self) -> Option<(&str, [u8; 48])> {
        self.board.as_ref().map(|(_, sum)| (board::BOARD, *sum))
    }

    /// The files that people write.
    pub(super) fn files(&self) -> impl Iterator<Item = &TextFile> {
        let routes = self.routes.iter().map(|(_, file)| file);
        let consents = self.consents.iter().map(|(_, file)| file);
        routes.chain(consents).chain(self.years.iter().map(|(_, file)| file))
    }
}

/// Reads the files that are there; `years` are the names of files in the folder of the holidays.
pub(super) fn read(folder: &Path, years: &[String], mut keep: impl FnMut(ReadError)) -> Feedback {
    let mut feedback = Feedback::default();
    if folder.join(ROUTES).exists() {
        feedback.routes = file(folder, ROUTES, routes::read).map_err(&mut keep).ok();
    }
    if folder.join(CONSENTS).exists() {
        feedback.consents = file(folder, CONSENTS, consent::read).map_err(&mut keep).ok();
    }
    for name in years {
        let year = file(folder, &format!("{HOLIDAYS}/{name}"), calendar::read);
        feedback.years.extend(year.map_err(&mut keep));
    }
    feedback.board = board::read(folder).map_err(&mut keep).ok().flatten();
    feedback
}

fn file<T>(
    folder: &Path,
    name: &str,
    read_text: impl Fn(&str, &str) -> Result<Document<T>, ReadError>,
) -> Result<(T, TextFile), ReadError> {
    let bytes = bytes(folder, name, MAX_FILE_BYTES)?;
    let text = read::text(name, &bytes)?;
    let Document { value, places } = read_text(name, text)?;
    Ok((value, TextFile::new(name.to_owned(), places, text)))
}
