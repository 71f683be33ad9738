//! The `loa` command: start, check, build, pull and serve communication campaigns.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

mod arguments;
mod clock;
mod commands;
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
    /// Exit code 1: errors or warnings about a campaign.
    Findings,
}

/// Exit code 2.
const COULD_NOT_RUN: u8 = 2;

fn main() -> ExitCode {
    match commands::run(Arguments::parse().command) {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::FAILURE,
        // Whoever read the output has seen enough, `loa check … | head` for example.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            terminal::error(&error);
            ExitCode::from(COULD_NOT_RUN)
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
