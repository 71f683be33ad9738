//! The campaign that `loa new` writes.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{Datelike, Days, NaiveDate};
use loa_plan::{MAX_ID_LENGTH, words};

/// The files: where each goes, and what it says.
const FILES: [(&str, &str); 3] = [
    ("plan.toml", include_str!("../starter/plan.toml")),
    ("guides/vi-du.md", include_str!("../starter/guides/vi-du.md")),
    ("pictures/mo-cong.svg", include_str!("../starter/pictures/mo-cong.svg")),
];

/// How long each of the two phases is.
const PHASE: Days = Days::new(90);

/// A plan's dates have four digits for the year.
const LAST_YEAR: i32 = 9999;

/// Why no campaign was written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StarterError {
    #[error("`{}` is not empty; choose a new folder, so that nothing is overwritten", .0.display())]
    NotEmpty(PathBuf),
    #[error("`{}` is a file; choose a new folder", .0.display())]
    File(PathBuf),
    #[error("the plan would end after the last day that can be written; choose an earlier one than {0}")]
    TooLate(NaiveDate),
    #[error("`{}` cannot be written; see that the folder it is in may be written, or choose another place", .path.display())]
    Write {
        path: PathBuf,
        #[source]
        source: io::Error,
    },
}

/// Writes the campaign, which begins on `starts`, and gives the names of its files.
pub(crate) fn write(folder: &Path, starts: NaiveDate) -> Result<Vec<&'static str>, StarterError> {
    match fs::read_dir(folder) {
        Ok(mut entries) => {
            if entries.next().is_some() {
                return Err(StarterError::NotEmpty(folder.to_owned()));
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(StarterError::File(folder.to_owned()));
        }
        Err(source) => return Err(StarterError::Write { path: folder.to_owned(), source }),
    }
    let phase = |day: NaiveDate| day.checked_add_days(PHASE).ok_or(StarterError::TooLate(starts));
    let second = phase(starts)?;
    let after = phase(second)?;
    let before = |day: NaiveDate| day.pred_opt().unwrap_or(day);
    if before(after).year() > LAST_YEAR {
        return Err(StarterError::TooLate(starts));
    }
    let values = [
        ("{id}", id(folder)),
        ("{starts}", starts.to_string()),
        ("{first-ends}", before(second).to_string()),
        ("{second-starts}", second.to_string()),
        ("{ends}", before(after).to_string()),
    ];
    for (name, text) in FILES {
        let text = values.iter().fold(text.to_owned(), |text, (mark, value)| text.replace(mark, value));
        let path = folder.join(name);
        let failed = |source| StarterError::Write { path: path.clone(), source };
        fs::create_dir_all(path.parent().unwrap_or(folder)).map_err(failed)?;
        fs::write(&path, text).map_err(failed)?;
    }
    Ok(FILES.map(|(name, _)| name).to_vec())
}

/// An id from the name of the folder.
fn id(folder: &Path) -> String {
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let name = absolute.file_name().unwrap_or_default().to_string_lossy();
    let id: String = words::slug(&name).chars().take(MAX_ID_LENGTH).collect();
    let id = id.trim_end_matches('-');
    if id.is_empty() { "chien-dich".to_owned() } else { id.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_is_the_name_of_the_folder_in_plain_letters() {
        assert_eq!(id(Path::new("/tmp/Chiến dịch 2025")), "chien-dich-2025");
        assert_eq!(id(Path::new("/")), "chien-dich");
        assert_eq!(id(Path::new(&format!("/{}", "a".repeat(100)))).len(), MAX_ID_LENGTH);
    }
}
