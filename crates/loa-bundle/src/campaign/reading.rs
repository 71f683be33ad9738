//! From a folder to a campaign, with all problems of all files in one run.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use loa_plan::Plan;
use loa_plan::read::{self, Document, MAX_FILE_BYTES, Problem, ReadError};
use loa_plan::words::slug;
use loa_procedure::guide::MAX_GUIDE_BYTES;

use super::{Campaign, MAX_PICTURE_BYTES, PICTURE_ENDINGS, Picture, Problems, TextFile, board, feedback};

/// How many guides, and how many pictures, a campaign may have.
pub const MAX_CONTENT_FILES: usize = 100_000;

/// Why a campaign could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CampaignError {
    /// There is no such folder.
    #[error("there is no folder `{}`; `loa new` makes one to start from", .0.display())]
    NoFolder(PathBuf),
    /// There is a file of this name.
    #[error("`{}` is a file, expected the folder with the plan", .0.display())]
    NotAFolder(PathBuf),
    /// The folder cannot be looked at.
    #[error("the folder `{}` cannot be read", .path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// Over [`MAX_CONTENT_FILES`].
    #[error("the folder `{}` holds more than {MAX_CONTENT_FILES} files", .0.display())]
    TooManyFiles(PathBuf),
    /// Files are missing, or not what they should be.
    #[error("{0}")]
    Problems(Problems),
}

pub(super) fn read(folder: &Path) -> Result<Campaign, CampaignError> {
    match fs::metadata(folder) {
        Ok(metadata) if metadata.is_dir() => {}
        Ok(_) => return Err(CampaignError::NotAFolder(folder.to_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(CampaignError::NoFolder(folder.to_owned()));
        }
        Err(source) => return Err(CampaignError::Folder { path: folder.to_owned(), source }),
    }
    let guide_names = list(&folder.join("guides"), |name| name.ends_with(".md"))?;
    let picture_names = list(&folder.join("pictures"), is_picture)?;
    let year_names = list(&folder.join(feedback::HOLIDAYS), |name| name.ends_with(".toml"))?;
    let mut errors = Vec::new();
    let mut keep = |error| errors.push(error);

    let plan = plan(folder).map_err(&mut keep).ok();
    let feedback = feedback::read(folder, &year_names, &mut keep);
    let (mut guides, mut guide_files) = (Vec::new(), Vec::new());
    for name in &guide_names {
        match guide(folder, &format!("guides/{name}")) {
            Ok((guide, file)) => {
                guides.push(guide);
                guide_files.push(file);
            }
            Err(error) => keep(error),
        }
    }
    let mut pictures = Vec::new();
    for name in &picture_names {
        match picture(folder, name) {
            Ok(picture) => pictures.push(picture),
            Err(error) => keep(error),
        }
    }
    let singles =
        [feedback::ROUTES, feedback::CONSENTS, board::BOARD].iter().filter(|name| folder.join(name).exists()).count();
    let files = 1 + guide_names.len() + picture_names.len() + year_names.len() + singles;
    let readable = plan.map(|(plan, plan_file)| Campaign { plan, plan_file, guides, guide_files, pictures, feedback });
    match readable {
        Some(campaign) if errors.is_empty() => Ok(campaign),
        readable => Err(CampaignError::Problems(Problems { errors, files, readable: readable.map(Box::new) })),
    }
}

/// The names of the files in `folder`, sorted; none when there is no such folder.
fn list(folder: &Path, wanted: impl Fn(&str) -> bool) -> Result<Vec<String>, CampaignError> {
    let failed = |source| CampaignError::Folder { path: folder.to_owned(), source };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(source) => return Err(failed(source)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        // Editors and file managers leave hidden files everywhere.
        if !name.starts_with('.') && wanted(&name) && entry.path().is_file() {
            names.push(name);
        }
        if names.len() > MAX_CONTENT_FILES {
            return Err(CampaignError::TooManyFiles(folder.to_owned()));
        }
    }
    names.sort();
    Ok(names)
}

fn is_picture(name: &str) -> bool {
    let ending = Path::new(name).extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
    PICTURE_ENDINGS.contains(&ending.as_str())
}

fn plan(folder: &Path) -> Result<(Plan, TextFile), ReadError> {
    let (toml, json) = ("plan.toml", "plan.json");
    let name = match (folder.join(toml).exists(), folder.join(json).exists()) {
        (true, false) => toml,
        (false, true) => json,
        (true, true) => {
            let message = "there are both `plan.toml` and `plan.json`, expected one of them";
            return Err(problem(json, message.to_owned(), "remove the one that is not kept up to date".to_owned()));
        }
        (false, false) => {
            if let Some(found) = misnamed(folder) {
                let message = format!("there is no `{toml}`, but a file `{found}`");
                let help = format!(
                    "rename it to `{toml}`; Windows shows the whole name once \"File name extensions\" is ticked"
                );
                return Err(problem(toml, message, help));
            }
            let message = "there is no plan, expected `plan.toml` in this folder".to_owned();
            return Err(problem(toml, message, "`loa new DIR` makes a folder with a plan to start from".to_owned()));
        }
    };
    let bytes = bytes(folder, name, MAX_FILE_BYTES)?;
    let text = read::text(name, &bytes)?;
    let Document { value, places } =
        if name == toml { read::toml::<Plan>(name, text)? } else { read::json::<Plan>(name, text)? };
    Ok((value, TextFile::new(name.to_owned(), places, text)))
}

/// The file that was probably meant as the plan: Windows hides the ending that its editor adds.
fn misnamed(folder: &Path) -> Option<String> {
    let names = fs::read_dir(folder).ok()?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let meant = ["plan.toml", "plan.toml.txt", "plan.txt", "plan.toml.toml", "plan.toml.doc", "plan.toml.docx"];
    names.filter(|name| meant.contains(&name.to_ascii_lowercase().as_str())).min()
}

fn guide(folder: &Path, name: &str) -> Result<(loa_procedure::Guide, TextFile), ReadError> {
    let bytes = bytes(folder, name, MAX_GUIDE_BYTES)?;
    let text = read::text(name, &bytes)?;
    let Document { value, places } = loa_procedure::guide::read(name, text)?;
    Ok((value, TextFile::new(name.to_owned(), places, text)))
}

fn picture(folder: &Path, name: &str) -> Result<Picture, ReadError> {
    let path = format!("pictures/{name}");
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let good = slug(stem);
    if good != stem || ending != ending.to_ascii_lowercase() {
        let good = if good.is_empty() { "buoc-1" } else { &good };
        let message =
            "the name of the picture cannot be a part of an address, expected small letters a–z, digits and hyphens";
        let help = format!("rename it to `{good}.{}`, also where a guide names it", ending.to_ascii_lowercase());
        return Err(problem(&path, message.to_owned(), help));
    }
    let bytes = bytes(folder, &path, MAX_PICTURE_BYTES)?;
    Ok(Picture::new(path, bytes))
}

/// The bytes of a file that is not over `limit`; a larger one is not read at all.
pub(super) fn bytes(folder: &Path, name: &str, limit: usize) -> Result<Vec<u8>, ReadError> {
    let path = folder.join(name);
    let unreadable = |error: io::Error| match error.kind() {
        io::ErrorKind::PermissionDenied => {
            let help = "allow yourself to read it, in the properties of the file".to_owned();
            problem(name, "the file may not be read".to_owned(), help)
        }
        _ => {
            let help = "see whether it can be opened in an editor".to_owned();
            problem(name, format!("the file cannot be read: {error}"), help)
        }
    };
    let metadata = fs::metadata(&path).map_err(unreadable)?;
    if metadata.is_dir() {
        let help = "give the folder another name, and put the text into a file of this name".to_owned();
        return Err(problem(name, format!("`{name}` is a folder, expected a file"), help));
    }
    let size = metadata.len();
    if size > limit as u64 {
        let message = format!("the file has {size} bytes, expected at most {limit}");
        return Err(problem(name, message, "divide it, or make it smaller".to_owned()));
    }
    fs::read(&path).map_err(unreadable)
}

/// One problem about a file as a whole.
fn problem(file: &str, message: String, help: String) -> ReadError {
    ReadError::new(vec![Problem { file: file.to_owned(), line: 1, column: 1, path: String::new(), message, help }])
}
