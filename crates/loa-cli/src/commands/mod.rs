//! One command, one file.

mod build;
mod check;
mod duties;
mod new;
mod pull;
mod serve;

use crate::Outcome;
use crate::arguments::Command;

/// Runs a command.
pub(crate) fn run(command: Command) -> anyhow::Result<Outcome> {
    match command {
        Command::New(arguments) => new::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Build(arguments) => build::run(arguments),
        Command::Duties(arguments) => duties::run(&arguments),
        Command::Pull(arguments) => pull::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
    }
}
