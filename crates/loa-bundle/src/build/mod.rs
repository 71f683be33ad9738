//! From a campaign to a bundle.

mod address;
mod compressed;
mod contents;
mod id;
mod include;
mod options;
mod widget_files;

use std::path::Path;

use loa_plan::Severity;
use loa_widgets::publish::PublishError;

pub use address::{InvalidAddress, Src};
pub use include::{IncludeLines, include_lines};
pub use loa_widgets::publish::{Offered, Service};
pub use options::{BuildOptions, Step};
use widget_files::WidgetFiles;
pub use widget_files::{WidgetFilesError, widget_files};

use crate::campaign::Campaign;
use crate::checks::Located;
use crate::folder::{FolderError, Staging};
use crate::manifest::{BundlePath, InvalidManifest, InvalidPath, MANIFEST_FORMAT, Manifest, ManifestFile};

/// A bundle that was built.
#[derive(Debug)]
pub struct Built {
    /// Its list of files.
    pub manifest: Manifest,
    /// What the checks had to say; no errors, since those stop a build.
    pub findings: Vec<Located>,
}

/// Why no bundle was built. What was there before is as it was.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// The campaign contradicts itself; all findings, warnings included.
    #[error("the campaign has {}, so no bundle was built", errors(.0))]
    Findings(Vec<Located>),
    /// The widgets' files are not what they should be.
    #[error(transparent)]
    Widgets(#[from] WidgetFilesError),
    /// The content could not be rendered.
    #[error(transparent)]
    Publish(#[from] PublishError),
    /// A file would get a name that cannot be a part of an address.
    #[error(transparent)]
    Path(#[from] InvalidPath),
    /// A file could not be compressed.
    #[error("`{path}` could not be compressed")]
    Compress {
        /// The file.
        path: BundlePath,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The bundle would be one that no `loa` takes.
    #[error(
        "no bundle was built, since no `loa` would take it; rename what stands there twice, or make the campaign smaller"
    )]
    List(#[source] InvalidManifest),
    /// The folder of the bundle could not be written.
    #[error(transparent)]
    Folder(#[from] FolderError),
}

/// Builds the bundle of `campaign` in the folder `out`; the same input gives the same bytes.
///
/// Everything is written beside `out` first and put in its place in one step.
///
/// # Errors
/// [`BuildError`]; whatever it is, an older bundle in `out` is untouched.
pub fn build(campaign: &Campaign, options: &BuildOptions, out: &Path) -> Result<Built, BuildError> {
    options.step(Step::Checking);
    let findings = campaign.check(options.today);
    if findings.iter().any(|found| found.finding.severity == Severity::Error) {
        return Err(BuildError::Findings(findings));
    }
    let widgets = options.widgets.as_deref().map(WidgetFiles::read).transpose()?.unwrap_or_default();
    let src = options.src.clone().unwrap_or_else(|| Src::of(&campaign.plan().id));
    let staging = Staging::beside(out, &campaign.plan().id)?;
    options.step(Step::Rendering);
    let build = id::build_id(campaign, &widgets, &src, options.service)?;
    let mut contents = contents::contents(campaign, &src, options.service, build.as_str())?;
    contents.extend(widgets.into_files());
    let contents = compressed::with_compressed(contents, &|step| options.step(step))?;
    options.step(Step::Writing { files: contents.len() });
    let mut files = Vec::with_capacity(contents.len());
    for content in contents {
        staging.write(&content.path, &content.bytes)?;
        files.push(ManifestFile::of(content.path, &content.bytes, content.role));
    }
    let manifest = Manifest { format: MANIFEST_FORMAT, campaign: campaign.plan().id.clone(), build, files };
    let list = manifest.to_json();
    // Read as everybody else will read it, while the old bundle still stands.
    Manifest::from_json(list.as_bytes()).map_err(BuildError::List)?;
    staging.write(&BundlePath::of_manifest(), list.as_bytes())?;
    staging.swap()?;
    Ok(Built { manifest, findings })
}

/// `1 error` or `2 errors`.
fn errors(findings: &[Located]) -> String {
    match findings.iter().filter(|found| found.finding.severity == Severity::Error).count() {
        1 => "1 error".to_owned(),
        errors => format!("{errors} errors"),
    }
}

#[cfg(test)]
mod tests;
