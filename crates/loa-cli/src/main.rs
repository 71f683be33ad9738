//! The `loa` command: start, check, build, pull and serve communication campaigns.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

mod arguments;
mod campaign;
mod clock;
mod commands;
mod database;
mod feedback;
mod findings;
mod remote;
mod site;
mod starter;
mod terminal;

use std::io;
use std::process::ExitCode;

use clap::Parser;

use crate::arguments::Arguments;

/// What a command comes to when it could run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Exit code 0.
    Fine,
    /// Exit code 1: errors or warnings about a campaign, or nothing found.
    Findings,
}

/// Exit code 2.
const COULD_NOT_RUN: u8 = 2;

fn main() -> ExitCode {
    match commands::run(Arguments::parse().command) {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::FAILURE,
        Err(error) => match broken_output(&error) {
            // Whoever read the output has seen enough, `loa check … | head` for example.
            Some(io::ErrorKind::BrokenPipe) => ExitCode::SUCCESS,
            broken => {
                let error = if broken.is_some() { error.context(OUTPUT) } else { error };
                terminal::error(&error);
                ExitCode::from(COULD_NOT_RUN)
            }
        },
    }
}

const OUTPUT: &str = "the result cannot be written to standard output; see that it leads somewhere with room";

/// How writing to standard output failed: all other errors from outside come with the name of what they are about.
fn broken_output(error: &anyhow::Error) -> Option<io::ErrorKind> {
    error.downcast_ref::<io::Error>().map(io::Error::kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pipe_that_broke_elsewhere_is_no_reason_to_be_silent() {
        let broken = || io::Error::from(io::ErrorKind::BrokenPipe);
        assert_eq!(broken_output(&broken().into()), Some(io::ErrorKind::BrokenPipe));
        let fetched = remote::FetchError::BreaksOff { address: "https://a.vn/".to_owned(), source: broken() };
        assert_eq!(broken_output(&fetched.into()), None);
    }
}
