//! What a file of a bundle is for.

use std::fmt;

/// What a file of a bundle is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Role {
    /// A small JSON file from which a widget draws.
    Slice,
    /// Static HTML to paste or include.
    Fragment,
    /// The whole plan as JSON.
    Plan,
    /// A picture of a guide.
    Picture,
    /// The script that defines the tags.
    Loader,
    /// The script that a module needs.
    Glue,
    /// A compiled module of the widgets.
    Module,
    /// A stylesheet for the page.
    Style,
    /// A compressed copy of the file whose name it bears.
    Precompressed,
}

impl Role {
    /// Its name in the list.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Slice => "slice",
            Self::Fragment => "fragment",
            Self::Plan => "plan",
            Self::Picture => "picture",
            Self::Loader => "loader",
            Self::Glue => "glue",
            Self::Module => "module",
            Self::Style => "style",
            Self::Precompressed => "precompressed",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
