//! The files that a page loads, made elsewhere and taken over as they are.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::contents::Content;
use crate::manifest::{BundlePath, MAX_FILE_SIZE, Role};

/// The widgets' files; none when a bundle has content alone.
#[derive(Debug, Default)]
pub(super) struct WidgetFiles {
    files: Vec<Content>,
}

/// What every build of the widgets has.
const NEEDED: [&str; 4] = ["loa.css", "loa.js", "loa-widgets.bin", "loa-widgets.js"];

/// Why the widgets' files could not be taken over.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WidgetFilesError {
    /// Some or all of them are not there.
    #[error(
        "the folder `{}` has no {}; `cargo xtask build-widgets` makes the widgets' files, and prints their folder",
        .folder.display(), names(.missing)
    )]
    Missing {
        /// The folder.
        folder: PathBuf,
        /// What is not there.
        missing: Vec<String>,
    },
    /// A file cannot be read.
    #[error("the widgets' file `{}` cannot be read; `cargo xtask build-widgets` makes a new one", .path.display())]
    Read {
        /// The file or the folder.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// A file is too large to be a widget's.
    #[error(
        "the widgets' file `{}` has {size} bytes, expected at most {MAX_FILE_SIZE}; `cargo xtask build-widgets` makes a smaller one",
        .path.display()
    )]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size.
        size: u64,
    },
}

impl WidgetFiles {
    /// Reads the scripts, stylesheets and modules in `folder`; other files are left alone.
    ///
    /// # Errors
    /// [`WidgetFilesError`] when one that every page needs or that the loader names is missing, or one cannot be read.
    pub(super) fn read(folder: &Path) -> Result<Self, WidgetFilesError> {
        let unreadable = |path: &Path| {
            let path = path.to_owned();
            |source| WidgetFilesError::Read { path, source }
        };
        let mut files = Vec::new();
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries.collect::<Result<Vec<_>, _>>().map_err(unreadable(folder))?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(unreadable(folder)(error)),
        };
        for entry in entries {
            let name = entry.file_name().to_string_lossy().into_owned();
            let (Some(role), Ok(path)) = (role(&name), BundlePath::new(&*name)) else { continue };
            let file = entry.path();
            let size = fs::metadata(&file).map_err(unreadable(&file))?.len();
            if size > MAX_FILE_SIZE {
                return Err(WidgetFilesError::TooLarge { path: file, size });
            }
            let bytes = fs::read(&file).map_err(unreadable(&file))?;
            files.push(Content { path, role, bytes });
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let here: BTreeSet<String> = files.iter().map(|file| without_hash(file.path.as_str())).collect();
        let mut missing: Vec<String> =
            NEEDED.into_iter().filter(|name| !here.contains(*name)).map(str::to_owned).collect();
        for name in files.iter().filter(|file| file.role == Role::Loader).flat_map(|file| named(&file.bytes)) {
            let is_there = files.iter().any(|file| file.path.as_str() == name);
            if !is_there && !missing.contains(&without_hash(&name)) {
                missing.push(name);
            }
        }
        if missing.is_empty() {
            Ok(Self { files })
        } else {
            Err(WidgetFilesError::Missing { folder: folder.to_owned(), missing })
        }
    }

    pub(super) fn files(&self) -> &[Content] {
        &self.files
    }

    pub(super) fn into_files(self) -> Vec<Content> {
        self.files
    }
}

/// The names of the widgets' files in `folder`, for whoever serves them from there.
///
/// # Errors
/// [`WidgetFilesError`] when one that every page needs or that the loader names is missing, or one cannot be read.
pub fn widget_files(folder: &Path) -> Result<Vec<BundlePath>, WidgetFilesError> {
    Ok(WidgetFiles::read(folder)?.files.into_iter().map(|file| file.path).collect())
}

/// What a file is for, by its name; none for files that a page does not load.
fn role(name: &str) -> Option<Role> {
    if name == "loa.js" {
        return Some(Role::Loader);
    }
    // A module brings its own brotli, which holds the module itself and not its gzip.
    let (ending, role) =
        [(".bin.br", Role::Precompressed), (".bin", Role::Module), (".js", Role::Glue), (".css", Role::Style)]
            .into_iter()
            .find(|(ending, _)| name.ends_with(ending))?;
    (name.len() > ending.len()).then_some(role)
}

/// `loa-widgets.bin` of `loa-widgets.0a1b2c3d.bin`, as `cargo xtask dist` names it. Pages name `loa.css` and `loa.js`
/// themselves, so these are needed as they are.
fn without_hash(name: &str) -> String {
    let is_hash = |part: &str| part.len() == 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    match name.split('.').collect::<Vec<_>>()[..] {
        [stem, hash, ending] if stem != "loa" && is_hash(hash) => format!("{stem}.{ending}"),
        _ => name.to_owned(),
    }
}

/// The files of the modules that a loader names: `"loa-guide."` in its list means a script and a module.
fn named(loader: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(loader);
    let is_name = |part: &&str| {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
        part.starts_with("loa-") && part.ends_with('.') && part.chars().all(fits)
    };
    let names = text.split(['"', '\'']).filter(is_name);
    names.flat_map(|name| ["bin", "js"].map(|kind| format!("{name}{kind}"))).collect()
}

fn names(missing: &[String]) -> String {
    missing.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_with_the_way_to_get_it() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("widgets");
        let message =
            |error: WidgetFilesError| error.to_string().replace(&folder.display().to_string(), "target/widgets");
        assert_eq!(
            message(WidgetFiles::read(&folder).unwrap_err()),
            "the folder `target/widgets` has no `loa.css`, `loa.js`, `loa-widgets.bin`, `loa-widgets.js`; `cargo xtask build-widgets` makes the widgets' files, and prints their folder"
        );
        fs::create_dir(&folder).unwrap();
        for name in ["loa.css", "loa.js", "loa-widgets.bin"] {
            fs::write(folder.join(name), name).unwrap();
        }
        assert_eq!(
            message(WidgetFiles::read(&folder).unwrap_err()),
            "the folder `target/widgets` has no `loa-widgets.js`; `cargo xtask build-widgets` makes the widgets' files, and prints their folder"
        );
    }

    #[test]
    fn a_file_that_cannot_be_taken_over_is_named_with_the_way_to_get_another() {
        let root = tempfile::tempdir().unwrap();
        let message = |folder: &Path| {
            let error = WidgetFiles::read(folder).unwrap_err().to_string();
            error.replace(&root.path().display().to_string(), "target")
        };
        let folder = root.path().join("widgets");
        fs::create_dir_all(folder.join("loa.js")).unwrap();
        assert_eq!(
            message(&folder),
            "the widgets' file `target/widgets/loa.js` cannot be read; `cargo xtask build-widgets` makes a new one"
        );
        fs::remove_dir(folder.join("loa.js")).unwrap();
        // Without content it takes no room on the disk.
        fs::File::create(folder.join("loa.js")).unwrap().set_len(MAX_FILE_SIZE + 1).unwrap();
        assert_eq!(
            message(&folder),
            "the widgets' file `target/widgets/loa.js` has 67108865 bytes, expected at most 67108864; `cargo xtask build-widgets` makes a smaller one"
        );
    }

    #[test]
    fn files_with_a_hash_in_their_names_are_taken_over_too() {
        let folder = tempfile::tempdir().unwrap();
        for name in
            ["loa.css", "loa.js", "loa-widgets.4e5f6071.bin", "loa-widgets.4e5f6071.js", "loa.js.br", "loa.js.gz"]
        {
            fs::write(folder.path().join(name), name).unwrap();
        }
        let files = widget_files(folder.path()).unwrap();
        let names: Vec<&str> = files.iter().map(BundlePath::as_str).collect();
        // Compressed copies of text are made anew.
        assert_eq!(names, ["loa-widgets.4e5f6071.bin", "loa-widgets.4e5f6071.js", "loa.css", "loa.js"]);
        fs::rename(folder.path().join("loa-widgets.4e5f6071.js"), folder.path().join("loa-widgets.min.js")).unwrap();
        assert!(matches!(
            widget_files(folder.path()),
            Err(WidgetFilesError::Missing { missing, .. }) if missing == ["loa-widgets.js"]
        ));
    }

    #[test]
    fn a_module_that_the_loader_names_is_needed() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["loa.css", "loa-widgets.0a1b2c3d.bin", "loa-widgets.0a1b2c3d.js", "loa-guide.4e5f6071.bin"] {
            fs::write(folder.path().join(name), name).unwrap();
        }
        let loader = "const M=[[\"loa-guide.4e5f6071.\",\"loa-guide\"],['loa-widgets.0a1b2c3d.']];";
        fs::write(folder.path().join("loa.js"), loader).unwrap();
        assert!(matches!(
            widget_files(folder.path()),
            Err(WidgetFilesError::Missing { missing, .. }) if missing == ["loa-guide.4e5f6071.js"]
        ));
        fs::write(folder.path().join("loa-guide.4e5f6071.js"), "").unwrap();
        assert_eq!(widget_files(folder.path()).unwrap().len(), 6);
    }

    #[test]
    fn only_files_that_a_page_loads_are_taken_over() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["loa.css", "loa.js", "loa-widgets.bin", "loa-widgets.bin.br", "loa-widgets.js", ".stamp", "x.md"] {
            fs::write(folder.path().join(name), name).unwrap();
        }
        let files = WidgetFiles::read(folder.path()).unwrap();
        let roles: Vec<_> = files.files().iter().map(|file| format!("{} {}", file.path, file.role)).collect();
        assert_eq!(
            roles,
            [
                "loa-widgets.bin module",
                "loa-widgets.bin.br precompressed",
                "loa-widgets.js glue",
                "loa.css style",
                "loa.js loader"
            ]
        );
    }
}
