//! Where a file stands inside a bundle.

use std::fmt;
use std::path::{Path, PathBuf};

use super::shown::shown;

/// A path inside a bundle that is safe in an address and on every system: `guide/khai-sinh.json`.
///
/// A list of files may come from elsewhere, so nothing that is not one of these is ever joined to a folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct BundlePath(String);

/// The longest path, in characters.
pub const MAX_PATH_LENGTH: usize = 200;

/// How many folders may stand inside each other, the file included.
pub const MAX_PATH_PARTS: usize = 8;

/// Why a text is not a path inside a bundle.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidPath {
    /// It is over [`MAX_PATH_LENGTH`] or [`MAX_PATH_PARTS`].
    #[error(
        "the path `{}` is too long, expected at most {MAX_PATH_LENGTH} characters and {MAX_PATH_PARTS} parts", shown(.0)
    )]
    TooLong(String),
    /// A part that leaves the folder, is hidden, or has characters that an address must not have.
    #[error(
        "the path `{}` has the part `{}`, expected letters a–z, digits, hyphens, underscores and dots, not beginning or ending with a dot",
        shown(.path), shown(.part)
    )]
    Part {
        /// The whole path.
        path: String,
        /// The part that is wrong.
        part: String,
    },
    /// A name that Windows keeps for its devices.
    #[error("the path `{path}` has the part `{part}`, which Windows keeps for a device; give it another name")]
    Device {
        /// The whole path.
        path: String,
        /// The part that is wrong.
        part: String,
    },
}

impl BundlePath {
    /// Makes a path, its parts separated by `/`.
    ///
    /// # Errors
    /// [`InvalidPath`] when it would leave the bundle or not work everywhere.
    pub fn new(path: impl Into<String>) -> Result<Self, InvalidPath> {
        let path = path.into();
        if path.chars().count() > MAX_PATH_LENGTH || path.split('/').count() > MAX_PATH_PARTS {
            return Err(InvalidPath::TooLong(path));
        }
        for part in path.split('/') {
            let plain = part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'));
            if part.is_empty() || !plain || part.starts_with('.') || part.ends_with('.') {
                return Err(InvalidPath::Part { part: part.to_owned(), path: path.clone() });
            }
            if is_device(part) {
                return Err(InvalidPath::Device { part: part.to_owned(), path: path.clone() });
            }
        }
        Ok(Self(path))
    }

    /// The place of the list of files itself.
    #[must_use]
    pub fn of_manifest() -> Self {
        Self(super::MANIFEST_FILE.to_owned())
    }

    /// The path as text, `/` between its parts.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same path below `folder`.
    #[must_use]
    pub fn below(&self, folder: &Path) -> PathBuf {
        folder.join(self.0.split('/').collect::<PathBuf>())
    }
}

fn is_device(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let numbered = |name: &str| {
        stem.strip_prefix(name).is_some_and(|n| n.len() == 1 && n.bytes().all(|b| (b'1'..=b'9').contains(&b)))
    };
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

impl TryFrom<String> for BundlePath {
    type Error = InvalidPath;

    fn try_from(path: String) -> Result<Self, InvalidPath> {
        Self::new(path)
    }
}

impl From<BundlePath> for String {
    fn from(path: BundlePath) -> Self {
        path.0
    }
}

impl fmt::Display for BundlePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(path: &str) -> String {
        BundlePath::new(path).map_or_else(|error| error.to_string(), |_| "fine".to_owned())
    }

    #[test]
    fn a_path_stays_inside_and_works_everywhere() {
        for fine in ["bundle.json", "guide/khai-sinh.json", "loa-widgets.bin.br", "fragments/loa-guide/a_b.html"] {
            assert_eq!(message(fine), "fine", "{fine}");
        }
        for wrong in ["", "/etc/passwd", "../a", "a/../b", "a//b", "a/", ".htaccess", "C:\\a", "a\\b", "tờ.svg", "a b"]
        {
            assert_ne!(message(wrong), "fine", "{wrong}");
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert_eq!(
            message("guide/../../x"),
            "the path `guide/../../x` has the part `..`, expected letters a–z, digits, hyphens, underscores and dots, not beginning or ending with a dot"
        );
        assert_eq!(
            message("pictures/aux.svg"),
            "the path `pictures/aux.svg` has the part `aux.svg`, which Windows keeps for a device; give it another name"
        );
        assert_eq!(
            message("\u{1b}[2J"),
            "the path `\\u{1b}[2J` has the part `\\u{1b}[2J`, expected letters a–z, digits, hyphens, underscores and dots, not beginning or ending with a dot"
        );
        assert_eq!(
            message(&"a".repeat(201)),
            format!("the path `{}…` is too long, expected at most 200 characters and 8 parts", "a".repeat(80))
        );
        assert_eq!(
            message("a/b/c/d/e/f/g/h/i"),
            "the path `a/b/c/d/e/f/g/h/i` is too long, expected at most 200 characters and 8 parts"
        );
    }
}
