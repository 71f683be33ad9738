//! How a module is compiled: as it is published, or as a twin that tells what went wrong.

use std::path::PathBuf;

use anyhow::Result;

use crate::workspace;

/// A recipe for the modules; scripts and styles are the same in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Recipe {
    /// As small as it gets: a standard library built for size, whose panics stop at once and carry no text. Where the
    /// library's sources cannot be had, with the ready-made one.
    Published,
    /// The ready-made standard library of the stable compiler, names of functions, and a sentence in the console for
    /// each panic. For finding out on a real page what a trap of the published module was about.
    Diagnostic,
}

impl Recipe {
    /// The recipe, and the arguments that are left when it was asked for.
    pub(crate) fn take(arguments: &[String]) -> (Self, Vec<String>) {
        let rest: Vec<String> = arguments.iter().filter(|argument| *argument != OPTION).cloned().collect();
        (if rest.len() < arguments.len() { Self::Diagnostic } else { Self::Published }, rest)
    }

    /// Where a build of the widgets, or the site with it, goes.
    pub(crate) fn folder(self, name: &str) -> Result<PathBuf> {
        Ok(workspace::target()?.join(match self {
            Self::Published => name.to_owned(),
            Self::Diagnostic => format!("{name}-diagnostic"),
        }))
    }
}

/// What asks for the twin on the command line.
const OPTION: &str = "--diagnostic";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_twin_is_asked_for_by_an_option_anywhere() {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        assert_eq!(Recipe::take(&words(&["guide"])), (Recipe::Published, words(&["guide"])));
        assert_eq!(Recipe::take(&words(&["guide", OPTION])), (Recipe::Diagnostic, words(&["guide"])));
    }

    #[test]
    fn the_twin_has_folders_of_its_own() {
        assert!(Recipe::Published.folder("site").unwrap().ends_with("site"));
        assert!(Recipe::Diagnostic.folder("site").unwrap().ends_with("site-diagnostic"));
    }
}
