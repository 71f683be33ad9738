//! What each engine is asked for: no window, no network of its own, Vietnamese.

use std::path::Path;

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

use super::{Engine, Found};

/// The capabilities of a new session, with a profile that is thrown away.
pub(super) fn capabilities(engine: Engine, found: &Found, profile: &Path) -> Capabilities {
    let own = match engine {
        Engine::Chromium => json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "args": chromium(profile), "prefs": { "intl.accept_languages": "vi" } },
        }),
        Engine::Firefox => json!({
            "browserName": "firefox",
            "moz:firefoxOptions": { "args": ["-headless"], "prefs": firefox() },
        }),
        Engine::WebKit => json!({
            "browserName": "MiniBrowser",
            "webkitgtk:browserOptions": { "binary": found.browser, "args": ["--automation"] },
        }),
    };
    let mut capabilities = own.as_object().cloned().unwrap_or_default();
    capabilities.insert("pageLoadStrategy".to_owned(), json!("normal"));
    capabilities
}

fn chromium(profile: &Path) -> Vec<String> {
    let mut arguments: Vec<String> = [
        "--headless=new",
        // Chromium refuses to run as root otherwise; every page it sees is ours.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-extensions",
        "--disable-search-engine-choice-screen",
        "--window-size=1400,1000",
        "--lang=vi",
    ]
    .map(str::to_owned)
    .into();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    arguments
}

/// Firefox asks its makers about many things at the start; offline, each question costs time.
fn firefox() -> Value {
    json!({
        "intl.accept_languages": "vi",
        "app.update.enabled": false,
        "app.normandy.enabled": false,
        "browser.safebrowsing.malware.enabled": false,
        "browser.safebrowsing.phishing.enabled": false,
        "browser.shell.checkDefaultBrowser": false,
        "browser.startup.page": 0,
        "captivedetect.canonicalURL": "",
        "datareporting.healthreport.uploadEnabled": false,
        "datareporting.policy.dataSubmissionEnabled": false,
        "dom.disable_open_during_load": false,
        "extensions.getAddons.cache.enabled": false,
        "extensions.update.enabled": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "network.dns.disablePrefetch": true,
        "network.prefetch-next": false,
        "services.settings.server": "data:,#remote-settings-dummy/v1",
        "toolkit.telemetry.enabled": false,
        "ui.prefersReducedMotion": 1,
    })
}
