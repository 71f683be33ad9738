//! From a campaign folder to a static bundle that any web server serves.
//!
//! ```no_run
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use loa_bundle::{BuildOptions, Campaign, build};
//!
//! let campaign = Campaign::read("examples/campaigns/hanoi-2025".as_ref())?;
//! let today = loa_plan::date::parse("2025-06-15").ok_or("not a date")?;
//! for found in campaign.check(today) {
//!     println!("{found}");
//! }
//! let built = build(&campaign, &BuildOptions::new(today), "out".as_ref())?;
//! println!("{} files", built.manifest.files.len());
//! # Ok(())
//! # }
//! ```
//!
//! - A [`Campaign`] is a folder: one plan, guides, pictures. All problems of all files come in one run.
//! - [`Campaign::check`] judges the plan, each guide, and what no file alone can know: [`checks`].
//! - [`build`](build()) writes slices, static HTML, pictures and compressed copies; the same input gives the same bytes.
//! - A [`Manifest`] lists every file with its size and SHA-384, so that a copy can be compared.
//! - [`procedures::import`] takes in what the national catalogue serves, and says what it has changed.
//! - [`update`](update()) makes a folder a copy of a published bundle, and writes nothing when nothing has changed.
//!
//! A bundle is written beside the old one and put in its place in one step; whatever fails, the old one stays.
//! It does not serve anything, and it does not reach the network: [`Remote`] is implemented by its caller.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod build;
pub mod campaign;
pub mod checks;
mod folder;
pub mod manifest;
pub mod procedures;
mod update;

pub use build::{
    BuildError, BuildOptions, Built, IncludeLines, InvalidAddress, Offered, Service, Src, Step, WidgetFilesError,
    build, include_lines, widget_files,
};
pub use campaign::{Campaign, CampaignError};
pub use checks::Located;
pub use folder::{FolderError, NotOurs};
pub use manifest::Manifest;
pub use update::{Remote, Update, UpdateError, update};
