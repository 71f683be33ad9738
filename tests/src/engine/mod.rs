//! The three engines: where their drivers are, how they are started, and the one session of each.

mod capabilities;
mod display;
mod process;
mod session;

use std::env;
use std::fmt;
use std::path::{Path, PathBuf};

pub(crate) use session::{Session, lane};

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, driven by chromedriver.
    Chromium,
    /// Firefox, driven by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, driven by WebKitWebDriver.
    WebKit,
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

impl Engine {
    fn driver(self) -> (&'static str, &'static str) {
        match self {
            Self::Chromium => ("LOA_CHROMEDRIVER", "chromedriver"),
            Self::Firefox => ("LOA_GECKODRIVER", "geckodriver"),
            Self::WebKit => ("LOA_WEBKITDRIVER", "WebKitWebDriver"),
        }
    }

    /// Everything that is needed to start it, or what is missing.
    pub(crate) fn find(self) -> Result<Found, String> {
        let (variable, name) = self.driver();
        let driver = env::var_os(variable)
            .map(PathBuf::from)
            .or_else(|| on_path(name))
            .ok_or_else(|| format!("{name} is missing; install it, or name it in {variable}"))?;
        let browser = match self {
            Self::WebKit => Some(mini_browser().ok_or("MiniBrowser is missing; name it in LOA_MINIBROWSER")?),
            Self::Chromium | Self::Firefox => None,
        };
        if self == Self::WebKit && env::var_os("DISPLAY").is_none() && on_path("Xvfb").is_none() {
            return Err("there is no display and no Xvfb; install `xvfb`".to_owned());
        }
        Ok(Found { driver, browser })
    }
}

/// An engine that is installed.
pub(crate) struct Found {
    driver: PathBuf,
    browser: Option<PathBuf>,
}

/// A program on the path, or in the folder to which Cargo installs.
fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    env::split_paths(&path).chain(cargo.map(|cargo| cargo.join("bin"))).map(|f| f.join(name)).find(|p| p.is_file())
}

/// WebKit's small browser, which has no fixed place, since it is not meant for people.
fn mini_browser() -> Option<PathBuf> {
    if let Some(named) = env::var_os("LOA_MINIBROWSER") {
        return Some(PathBuf::from(named));
    }
    ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/libexec", "/usr/lib"]
        .iter()
        .flat_map(|folder| ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"].map(|v| Path::new(folder).join(v)))
        .map(|folder| folder.join("MiniBrowser"))
        .find(|path| path.is_file())
}
