//! How a bundle is to be built.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use loa_widgets::publish::Service;

use super::Src;

/// How a bundle is to be built.
#[derive(Clone)]
#[non_exhaustive]
pub struct BuildOptions {
    /// The folder with the widgets' files; without it the bundle has content alone.
    pub widgets: Option<PathBuf>,
    /// Where the bundle will live; `/loa/<campaign>/` when left out.
    pub src: Option<Src>,
    /// What the service of the campaign offers; as without `service.toml` when left alone.
    pub service: Service,
    /// The day for the checks; it decides nothing about the bundle's bytes.
    pub today: NaiveDate,
    /// Is told what is being done, from any thread.
    pub watch: Option<Arc<dyn Fn(Step) + Send + Sync>>,
}

/// What a build is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Step {
    /// The rules are run.
    Checking,
    /// Slices and static HTML are made.
    Rendering,
    /// Files are compressed.
    Compressing {
        /// How many are done.
        done: usize,
        /// How many there are.
        of: usize,
    },
    /// Files are written.
    Writing {
        /// How many there are.
        files: usize,
    },
}

impl BuildOptions {
    /// Content alone, at the usual place, checked as on the day `today`.
    #[must_use]
    pub fn new(today: NaiveDate) -> Self {
        Self { widgets: None, src: None, service: Service::default(), today, watch: None }
    }

    pub(super) fn step(&self, step: Step) {
        if let Some(watch) = &self.watch {
            watch(step);
        }
    }
}

impl fmt::Debug for BuildOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { widgets, src, service, today, watch } = self;
        f.debug_struct("BuildOptions")
            .field("widgets", widgets)
            .field("src", src)
            .field("service", service)
            .field("today", today)
            .field("watched", &watch.is_some())
            .finish()
    }
}

/// What is being done, for people: `compressing 12 of 80 files`.
impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Checking => f.write_str("checking"),
            Self::Rendering => f.write_str("rendering"),
            Self::Compressing { done, of } => write!(f, "compressing {done} of {of} files"),
            Self::Writing { files } => write!(f, "writing {files} files"),
        }
    }
}
