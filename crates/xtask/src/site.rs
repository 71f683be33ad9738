//! The demo's site: the campaigns as bundles, the pages around them, with their include lines resolved.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::build_widgets::{self, Recipe};
use crate::{command, dist, progress, results, workspace};

/// Where the site is, and the command that serves it.
pub(crate) struct Site {
    pub folder: PathBuf,
    pub loa: PathBuf,
    pub widgets: PathBuf,
}

/// Builds the widgets, the `loa` command and every campaign, and puts the site together.
///
/// # Errors
///
/// When any part does not build, or a page includes a file that no campaign has made.
pub(crate) fn build(recipe: Recipe) -> Result<Site> {
    let widgets = build_widgets::build(recipe)?;
    let loa = loa_command()?;
    let folder = recipe.folder("site")?;
    for campaign in campaigns()? {
        let name = campaign.file_name().unwrap_or_default().to_string_lossy().into_owned();
        progress::step(format!("building the campaign {name}"));
        let mut build = std::process::Command::new(&loa);
        build.arg("build").arg(&campaign).arg("--out").arg(folder.join(BUNDLES).join(&name));
        build.arg("--widgets").arg(&widgets).args(["--src", &format!("/loa/{name}/")]);
        // What a task prints on standard output may be meant for a program.
        command::run(build.stdout(std::io::stderr()))?;
    }
    progress::step("putting the site together");
    let root = workspace::root();
    let parts = [(root.join("www"), folder.clone()), (root.join("examples/hosts"), folder.join("hosts"))];
    clear(&folder)?;
    // As on a site whose agency has unpacked the zip into its root.
    dist::write_folder(&widgets, &folder.join(BUNDLES))?;
    // Copied first and resolved after, since a page may include a part of another folder.
    for (from, to) in &parts {
        copy(from, to)?;
    }
    workspace::write(&folder.join("_parts/results.html"), results::sections()?)?;
    for file in workspace::files_below(&folder)?.iter().filter(|path| is_page(path, &folder)) {
        let page = fs::read_to_string(file).with_context(|| format!("cannot read `{}`", file.display()))?;
        let resolved = include(&page, |path| fs::read_to_string(folder.join(path.trim_start_matches('/'))).ok());
        workspace::write(file, resolved.with_context(|| format!("in `{}`", file.display()))?)?;
    }
    Ok(Site { folder, loa, widgets })
}

/// Compiles the `loa` command and gives its place.
pub(crate) fn loa_command() -> Result<PathBuf> {
    progress::step("compiling the loa command");
    command::run(command::cargo().args(["build", "--package", "loa-cli", "--bin", "loa"]))?;
    Ok(workspace::target()?.join("debug").join("loa").with_extension(std::env::consts::EXE_EXTENSION))
}

/// The example campaigns, in name order.
fn campaigns() -> Result<Vec<PathBuf>> {
    let folder = workspace::root().join("examples/campaigns");
    let entries = fs::read_dir(&folder).with_context(|| format!("cannot read the folder `{}`", folder.display()))?;
    let mut campaigns: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    campaigns.retain(|path| path.join("plan.toml").is_file());
    campaigns.sort();
    ensure!(!campaigns.is_empty(), "no campaign with a `plan.toml` in `{}`", folder.display());
    Ok(campaigns)
}

const BUNDLES: &str = "loa";

/// Takes away what an earlier run has put around the bundles, so that what is gone is gone.
fn clear(site: &Path) -> Result<()> {
    let bundles = site.join(BUNDLES);
    for folder in [site, &bundles] {
        for entry in fs::read_dir(folder).with_context(|| format!("cannot read the folder `{}`", folder.display()))? {
            let path = entry?.path();
            if path.is_file() {
                fs::remove_file(&path)?;
            } else if folder == site && path != bundles {
                fs::remove_dir_all(&path)?;
            }
        }
    }
    Ok(())
}

/// Copies what visitors get: everything but the notes for developers.
fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in workspace::files_below(from)?.iter().filter(|path| path.extension().is_none_or(|kind| kind != "md")) {
        let bytes = fs::read(file).with_context(|| format!("cannot read `{}`", file.display()))?;
        workspace::write(&to.join(file.strip_prefix(from)?), bytes)?;
    }
    Ok(())
}

/// The bundles are left as `loa build` has made them.
fn is_page(path: &Path, site: &Path) -> bool {
    path.extension().is_some_and(|kind| kind == "html") && !path.starts_with(site.join(BUNDLES))
}

const INCLUDE: &str = "<!--#include virtual=\"";

/// Puts the named file in the place of each server-side include line, as the portal's own server would.
fn include(page: &str, read: impl Fn(&str) -> Option<String>) -> Result<String> {
    let mut output = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(INCLUDE) {
        let (path, after) = after.split_once("\" -->").context("an include line does not end with `\" -->`")?;
        output += before;
        output += &read(path).with_context(|| format!("the page includes `{path}`, which is not in the site"))?;
        rest = after;
    }
    Ok(output + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bundles_alone_outlive_the_next_build() {
        let site = crate::scratch::folder("site");
        for file in ["index.html", "old/page.html", "loa/loa.0a1b2c3d.js", "loa/hanoi-2025/bundle.json"] {
            workspace::write(&site.join(file), "").unwrap();
        }
        clear(&site).unwrap();
        assert_eq!(workspace::files_below(&site).unwrap(), [site.join("loa/hanoi-2025/bundle.json")]);
    }

    fn fragment(path: &str) -> Option<String> {
        (path == "/loa/a/fragments/guide.html").then(|| "<ol></ol>".to_owned())
    }

    #[test]
    fn an_include_line_gives_way_to_the_file_it_names() {
        let page = "<main><!--#include virtual=\"/loa/a/fragments/guide.html\" --></main>";
        assert_eq!(include(page, fragment).unwrap(), "<main><ol></ol></main>");
    }

    #[test]
    fn an_include_of_a_missing_file_is_named() {
        let error = include("<!--#include virtual=\"/loa/b.html\" -->", fragment).unwrap_err();
        assert_eq!(error.to_string(), "the page includes `/loa/b.html`, which is not in the site");
    }

    #[test]
    fn an_include_line_without_its_end_is_said() {
        let error = include("<!--#include virtual=\"/loa/b.html\">", fragment).unwrap_err();
        assert_eq!(error.to_string(), "an include line does not end with `\" -->`");
    }
}
