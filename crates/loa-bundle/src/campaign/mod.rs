//! A campaign: the folder with one plan and its content.

pub(crate) mod board;
pub(crate) mod feedback;
mod picture;
mod reading;

use chrono::NaiveDate;
use loa_plan::Plan;
use loa_plan::read::{Places, Position, ReadError};
use loa_procedure::Guide;
use sha2::{Digest, Sha384};

pub use feedback::Feedback;
pub use picture::{MAX_PICTURE_BYTES, PICTURE_ENDINGS, Picture};
pub use reading::{CampaignError, MAX_CONTENT_FILES};

/// A campaign as it was read from its folder.
#[derive(Debug)]
pub struct Campaign {
    plan: Plan,
    plan_file: TextFile,
    guides: Vec<Guide>,
    guide_files: Vec<TextFile>,
    pictures: Vec<Picture>,
    feedback: Feedback,
}

/// A text file of a campaign: its name, and where its parts stand.
#[derive(Debug)]
pub struct TextFile {
    name: String,
    places: Places,
    sum: [u8; 48],
}

impl Campaign {
    /// Reads the folder: `plan.toml` or `plan.json`, `guides/*.md`, `pictures/`, and about feedback `routes.toml`,
    /// `consents.toml`, `holidays/*.toml` and `board.json`. Other files are left alone.
    ///
    /// # Errors
    /// [`CampaignError`] with all problems of all files.
    pub fn read(folder: &std::path::Path) -> Result<Self, CampaignError> {
        reading::read(folder)
    }

    /// The plan.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The file of the plan.
    #[must_use]
    pub fn plan_file(&self) -> &TextFile {
        &self.plan_file
    }

    /// The guides, in the order of their file names.
    #[must_use]
    pub fn guides(&self) -> &[Guide] {
        &self.guides
    }

    /// The guides with their files.
    pub fn guides_with_files(&self) -> impl Iterator<Item = (&Guide, &TextFile)> {
        self.guides.iter().zip(&self.guide_files)
    }

    /// The pictures, in the order of their file names.
    #[must_use]
    pub fn pictures(&self) -> &[Picture] {
        &self.pictures
    }

    /// What it says about feedback.
    #[must_use]
    pub fn feedback(&self) -> &Feedback {
        &self.feedback
    }

    /// How many files were read.
    #[must_use]
    pub fn file_count(&self) -> usize {
        1 + self.guide_files.len()
            + self.pictures.len()
            + self.feedback.files().count()
            + usize::from(self.feedback.board.is_some())
    }

    /// The day on which somebody last went through the plan or one of its guides.
    #[must_use]
    pub fn updated(&self) -> NaiveDate {
        self.guides.iter().map(|guide| guide.updated).fold(self.plan.updated, NaiveDate::max)
    }

    /// The names of all files with the SHA-384 of their bytes.
    pub(crate) fn sums(&self) -> impl Iterator<Item = (&str, [u8; 48])> {
        let texts = std::iter::once(&self.plan_file).chain(&self.guide_files).chain(self.feedback.files());
        texts
            .map(|file| (file.name.as_str(), file.sum))
            .chain(self.feedback.board_sum())
            .chain(self.pictures.iter().map(|picture| (picture.path(), sum(picture.bytes()))))
    }
}

fn sum(bytes: &[u8]) -> [u8; 48] {
    Sha384::digest(bytes).into()
}

impl TextFile {
    fn new(name: String, places: Places, text: &str) -> Self {
        Self { name, places, sum: sum(text.as_bytes()) }
    }

    /// The name below the campaign: `guides/khai-sinh.md`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where a part of it stands; the first line when it is not known.
    #[must_use]
    pub fn locate(&self, path: &str) -> Position {
        self.places.locate(path).unwrap_or(Position { line: 1, column: 1 })
    }
}

/// Width and height of the pictures, for the widgets.
impl loa_widgets::publish::Pictures for Campaign {
    fn size(&self, path: &str) -> Option<(u32, u32)> {
        let found = self.pictures.binary_search_by(|picture| picture.path().cmp(path)).ok()?;
        self.pictures.get(found)?.size()
    }
}

/// Every problem of every file.
impl std::fmt::Display for Problems {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (i, error) in self.errors.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            error.fmt(f)?;
        }
        Ok(())
    }
}

/// What keeps a campaign from being read.
#[derive(Debug)]
pub struct Problems {
    /// One entry for each file that could not be read, in the order of their names; the plan first.
    pub errors: Vec<ReadError>,
    /// How many files were looked at.
    pub files: usize,
    /// What could be read, when the plan was: it can be judged all the same, by [`Campaign::check_each`].
    pub readable: Option<Box<Campaign>>,
}

#[cfg(test)]
mod tests;
