//! A display for WebKit, which cannot run without one.

use std::env;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use super::on_path;
use super::process::Process;

/// A display that lasts as long as this value.
pub(super) struct Display {
    name: String,
    _server: Option<Process>,
}

impl Display {
    /// The display of the session, or a virtual one that nobody uses.
    pub(super) fn ready() -> Result<Self, String> {
        if let Ok(name) = env::var("DISPLAY") {
            return Ok(Self { name, _server: None });
        }
        let xvfb = on_path("Xvfb").ok_or("there is no display and no Xvfb; install `xvfb`")?;
        let number = (90..200)
            .find(|number| !fs::exists(format!("/tmp/.X{number}-lock")).unwrap_or(true))
            .ok_or("no display number is free between 90 and 199")?;
        let name = format!(":{number}");
        let arguments = [name.as_str(), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"];
        let server = Process::start(&xvfb, &arguments, &[]).map_err(|error| format!("Xvfb does not start: {error}"))?;
        let socket = format!("/tmp/.X11-unix/X{number}");
        let began = Instant::now();
        while !Path::new(&socket).exists() {
            if began.elapsed() > Duration::from_secs(10) {
                return Err(format!("Xvfb did not open display {name} within 10 s"));
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        Ok(Self { name, _server: Some(server) })
    }

    /// For the environment variable `DISPLAY`.
    pub(super) fn name(&self) -> &str {
        &self.name
    }
}
