//! Colours, progress and errors, as far as a terminal is there to show them.

use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// How a piece of text is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Error,
    Warning,
    Info,
    Strong,
    Faint,
}

/// Whether to print colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Colours {
    On,
    Off,
}

/// Text with its style, where colours are on.
pub(crate) struct Styled<T> {
    colours: Colours,
    style: Style,
    text: T,
}

impl Colours {
    /// For standard output: on a terminal only, and not when `NO_COLOR` is set.
    pub(crate) fn of_output() -> Self {
        Self::of(io::stdout().is_terminal())
    }

    fn of(is_terminal: bool) -> Self {
        let is_refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        if is_terminal && !is_refused { Self::On } else { Self::Off }
    }

    pub(crate) fn style<T: Display>(self, style: Style, text: T) -> Styled<T> {
        Styled { colours: self, style, text }
    }
}

impl<T: Display> Display for Styled<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let code = match self.style {
            Style::Error => "1;31",
            Style::Warning => "1;33",
            Style::Info => "1;36",
            Style::Strong => "1",
            Style::Faint => "2",
        };
        match self.colours {
            Colours::On => write!(f, "\x1b[{code}m{}\x1b[0m", self.text),
            Colours::Off => self.text.fmt(f),
        }
    }
}

/// Prints why the command could not run, and what was behind it.
pub(crate) fn error(error: &anyhow::Error) {
    let colours = Colours::of(io::stderr().is_terminal());
    let mut text = format!("{}: {}\n", colours.style(Style::Error, "error"), harmless(&error.to_string()));
    for cause in error.chain().skip(1) {
        text.push_str(&format!("  because: {}\n", harmless(&cause.to_string())));
    }
    // With standard error gone there is nobody left to tell.
    drop(io::stderr().write_all(text.as_bytes()));
}

/// Messages quote files and servers, which must not steer the terminal; a message may have several lines.
fn harmless(message: &str) -> String {
    let mut text = String::with_capacity(message.len());
    for c in message.chars() {
        if c.is_control() && c != '\n' { text.extend(c.escape_default()) } else { text.push(c) }
    }
    text
}

/// One line on standard error that says how far long work is; nothing when nobody watches.
pub(crate) struct Progress {
    last: Option<Mutex<Instant>>,
}

/// How often the line is written at most.
const PAUSE: Duration = Duration::from_millis(80);

impl Progress {
    pub(crate) fn new() -> Self {
        let start = Instant::now();
        Self { last: io::stderr().is_terminal().then(|| Mutex::new(start)) }
    }

    /// Shows `step` in the place of the one before.
    pub(crate) fn show(&self, step: impl Display) {
        let Some(Ok(mut last)) = self.last.as_ref().map(Mutex::lock) else { return };
        if last.elapsed() >= PAUSE {
            *last = Instant::now();
            drop(write!(io::stderr(), "\r\x1b[2K{step}"));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.last.is_some() {
            drop(write!(io::stderr(), "\r\x1b[2K"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_does_not_steer_the_terminal() {
        assert_eq!(harmless("giấy\u{1b}[2J\n  help: \r"), "giấy\\u{1b}[2J\n  help: \\r");
    }
}
