//! One session for each engine, kept from journey to journey, since starting a browser takes seconds.

use std::env;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use fantoccini::wd::TimeoutConfiguration;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use tempfile::TempDir;

use super::capabilities::capabilities;
use super::display::Display;
use super::process::{Process, free_port};
use super::{Engine, Found};

/// A browser under our hands; it ends with this value.
pub(crate) struct Session {
    pub(crate) client: Client,
    pub(crate) zone: &'static str,
    // In this order they end: the driver with its browser, its profile, the display.
    _driver: Process,
    _profile: TempDir,
    _display: Option<Display>,
}

/// The place of an engine's session: who holds it has the engine for themselves.
pub(crate) fn lane(engine: Engine) -> MutexGuard<'static, Option<Session>> {
    static CHROMIUM: Mutex<Option<Session>> = Mutex::new(None);
    static FIREFOX: Mutex<Option<Session>> = Mutex::new(None);
    static WEBKIT: Mutex<Option<Session>> = Mutex::new(None);
    let lane = match engine {
        Engine::Chromium => &CHROMIUM,
        Engine::Firefox => &FIREFOX,
        Engine::WebKit => &WEBKIT,
    };
    // A journey that failed has closed its session; nothing else can be left half done.
    lane.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Session {
    /// Starts the engine with its clock in a time zone, or says why it does not start.
    pub(crate) async fn start(engine: Engine, found: &Found, zone: &'static str) -> Result<Self, String> {
        let display = if engine == Engine::WebKit { Some(Display::ready()?) } else { None };
        let profile = tempfile::tempdir().map_err(|error| format!("no folder for a profile: {error}"))?;
        let port = free_port().map_err(|error| format!("no free port: {error}"))?;
        let mut arguments = vec![match engine {
            Engine::Firefox => "--port".to_owned(),
            Engine::Chromium | Engine::WebKit => format!("--port={port}"),
        }];
        if engine == Engine::Firefox {
            // Left alone, every geckodriver of the machine would want the same second port.
            arguments.extend([port.to_string(), "--websocket-port".to_owned(), "0".to_owned()]);
        }
        let mut environment = vec![("TZ", zone), ("LANG", "vi_VN.UTF-8"), ("LANGUAGE", "vi"), ("MOZ_HEADLESS", "1")];
        // Without these WebKit looks for services of a desktop, and waits for each.
        environment.extend([("NO_AT_BRIDGE", "1"), ("GTK_A11Y", "none"), ("GIO_USE_VFS", "local")]);
        environment.extend([("LIBGL_ALWAYS_SOFTWARE", "1"), ("WEBKIT_DISABLE_COMPOSITING_MODE", "1")]);
        if let Some(display) = &display {
            environment.push(("DISPLAY", display.name()));
        }
        if env::var_os("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS").is_none() && engine == Engine::WebKit {
            // The sandbox of WebKit needs user namespaces, which containers often lack; every page it sees is ours.
            environment.push(("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"));
        }
        let driver = Process::start(&found.driver, &arguments, &environment)
            .map_err(|error| format!("{} does not start: {error}", found.driver.display()))?;
        let wanted = capabilities(engine, found, profile.path());
        let address = format!("http://127.0.0.1:{port}");
        let began = Instant::now();
        let client = loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            match builder.capabilities(wanted.clone()).connect(&address).await {
                Ok(client) => break client,
                Err(error) if began.elapsed() > Duration::from_secs(45) => {
                    return Err(format!("{engine} gave no session within 45 s: {error}"));
                }
                // The driver does not listen yet, or the browser was slow to start.
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        };
        // Longer than any script of a journey takes; a shorter one would be the first to fail on a busy machine.
        let timeouts = TimeoutConfiguration::new(
            Some(Duration::from_secs(120)),
            Some(Duration::from_secs(60)),
            Some(Duration::ZERO),
        );
        client.update_timeouts(timeouts).await.map_err(|error| format!("{engine} takes no timeouts: {error}"))?;
        Ok(Self { client, zone, _driver: driver, _profile: profile, _display: display })
    }
}
