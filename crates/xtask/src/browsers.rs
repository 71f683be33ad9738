//! The three engines and their drivers: found, or installed where that can be done without asking.

use std::path::{Path, PathBuf};

use crate::{cargo_tool, command, debian};

/// One engine's driver, or one line on what to install.
pub(crate) type Found = Result<PathBuf, String>;

/// What journeys and component tests run in.
pub(crate) struct Browsers {
    pub chromedriver: Found,
    pub geckodriver: Found,
    pub webkitdriver: Found,
}

/// Letters for Vietnamese come with the first; a page in boxes would pass every test but the eye's.
const PACKAGES: [(&str, &str); 7] = [
    ("fonts-noto-core", ""),
    ("chromium", "chromium"),
    ("chromium-driver", "chromedriver"),
    ("firefox-esr", "firefox-esr"),
    ("webkit2gtk-driver", "WebKitWebDriver"),
    ("xvfb", "Xvfb"),
    ("nodejs", "node"),
];

impl Browsers {
    /// Finds the engines, and installs what is missing on a Debian machine that lets us.
    pub(crate) fn ready() -> Self {
        install_packages();
        Self { chromedriver: chromedriver(), geckodriver: geckodriver(), webkitdriver: webkitdriver() }
    }

    /// Name, environment variable and driver of each engine.
    pub(crate) fn each(&self) -> [(&'static str, &'static str, &Found); 3] {
        [
            ("Chromium", "LOA_CHROMEDRIVER", &self.chromedriver),
            ("Firefox", "LOA_GECKODRIVER", &self.geckodriver),
            ("WebKit", "LOA_WEBKITDRIVER", &self.webkitdriver),
        ]
    }
}

fn chromedriver() -> Found {
    let browser = command::find(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]);
    let driver = command::find(&["chromedriver"]);
    match (browser, driver) {
        (Some(_), Some(driver)) => Ok(driver),
        (None, _) => Err("Chromium is missing; install `chromium` and `chromium-driver`".to_owned()),
        (_, None) => Err("chromedriver is missing; install `chromium-driver`".to_owned()),
    }
}

fn geckodriver() -> Found {
    if command::find(&["firefox", "firefox-esr"]).is_none() {
        return Err("Firefox is missing; install `firefox-esr` or `firefox`".to_owned());
    }
    cargo_tool::ready("geckodriver")
}

/// Its small browser comes with it on Debian; the journeys look for that one, and for a display.
fn webkitdriver() -> Found {
    command::find(&["WebKitWebDriver"])
        .ok_or_else(|| "WebKit's driver is missing; install `webkit2gtk-driver` and `xvfb` (Linux only)".to_owned())
}

fn install_packages() {
    let is_missing = |(package, program): &&(&str, &str)| {
        if program.is_empty() { !has_fonts(package) } else { command::find(&[program]).is_none() }
    };
    let missing: Vec<&str> = PACKAGES.iter().filter(is_missing).map(|(package, _)| *package).collect();
    debian::install(&missing);
}

fn has_fonts(package: &str) -> bool {
    Path::new("/usr/share/doc").join(package).is_dir() || Path::new("/usr/share/fonts/truetype/noto").is_dir()
}
