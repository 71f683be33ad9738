//! A display for WebKit, which cannot run without one.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

use crate::command;

/// A display that lasts as long as this value.
#[must_use]
pub(crate) struct Display {
    name: String,
    /// Absent when the person has a display of their own.
    server: Option<Child>,
}

impl Display {
    /// The display of the session, or a virtual one with a number that the X server picks itself.
    ///
    /// # Errors
    ///
    /// When there is none and `Xvfb` is missing or does not start.
    pub(crate) fn ready() -> Result<Self> {
        if let Some(name) = std::env::var("DISPLAY").ok().filter(|name| !name.is_empty()) {
            return Ok(Self { name, server: None });
        }
        let xvfb = command::find(&["Xvfb"]).context("there is no display and no Xvfb; install `xvfb`")?;
        let arguments = ["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"];
        let mut server = Command::new(xvfb)
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb does not start")?;
        let mut number = String::new();
        if let Some(stdout) = server.stdout.take() {
            BufReader::new(stdout).read_line(&mut number)?;
        }
        let display = Self { name: format!(":{}", number.trim()), server: Some(server) };
        anyhow::ensure!(!number.trim().is_empty(), "Xvfb ended without a display");
        Ok(display)
    }

    /// For the environment variable `DISPLAY`.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        if let Some(server) = &mut self.server {
            drop(server.kill());
            drop(server.wait());
        }
    }
}
