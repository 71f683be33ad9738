//! The bundles under test: the site that `cargo xtask` put together, or one built here by the `loa` command.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// The address of the bundle of which the examples are made.
pub const BUNDLE: &str = "/loa/hanoi-2025/";

/// The folder that is served.
pub(super) static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = env::var_os("LOA_SITE").map_or_else(build, PathBuf::from);
    let loader = folder.join(BUNDLE.trim_start_matches('/')).join("loa.js");
    assert!(loader.is_file(), "`{}` is missing; `cargo xtask e2e` builds everything first", loader.display());
    folder
});

/// The folder that is served: the demonstration site, or the bundles alone.
#[must_use]
pub fn folder() -> &'static Path {
    &FOLDER
}

/// An element with its static HTML: `loa-guide/khai-sinh`.
#[must_use]
pub fn fragment(name: &str) -> String {
    let file = FOLDER.join(BUNDLE.trim_start_matches('/')).join(format!("fragments/{name}.html"));
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("cannot read `{}`: {error}", file.display()))
}

/// Builds the campaigns of the examples.
fn build() -> PathBuf {
    let target = crate::target();
    let loa = env::var_os("LOA_BIN").map_or_else(|| target.join("debug/loa"), PathBuf::from);
    let widgets = env::var_os("LOA_WIDGETS").map_or_else(|| target.join("widgets"), PathBuf::from);
    for (path, what) in [(&loa, "the `loa` command"), (&widgets, "the widgets")] {
        assert!(path.exists(), "{what} is not at `{}`; `cargo xtask e2e` builds everything first", path.display());
    }
    let folder = target.join("e2e-site");
    let campaigns = crate::repository().join("examples/campaigns");
    for campaign in fs::read_dir(&campaigns).expect("examples/campaigns is a folder").flatten() {
        build_one(&loa, &widgets, &campaign.path(), &folder);
    }
    folder
}

fn build_one(loa: &Path, widgets: &Path, campaign: &Path, folder: &Path) {
    let name = campaign.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut command = Command::new(loa);
    command.arg("build").arg(campaign).arg("--out").arg(folder.join("loa").join(&name));
    command.arg("--widgets").arg(widgets).args(["--src", &format!("/loa/{name}/")]);
    let output = command.output().unwrap_or_else(|error| panic!("cannot run `{}`: {error}", loa.display()));
    assert!(output.status.success(), "`loa build {name}` failed:\n{}", String::from_utf8_lossy(&output.stderr));
}
