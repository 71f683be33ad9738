//! One command, one file.

pub(crate) mod backup;
mod build;
mod check;
mod duties;
pub(crate) mod find;
pub(crate) mod import;
mod new;
pub(crate) mod person;
mod pull;
pub(crate) mod restore;
pub(crate) mod retention;
mod serve;
pub(crate) mod user;

use crate::Outcome;
use crate::arguments::Command;

/// Runs a command.
pub(crate) fn run(command: Command) -> anyhow::Result<Outcome> {
    match command {
        Command::New(arguments) => new::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Build(arguments) => build::run(arguments),
        Command::Duties(arguments) => duties::run(&arguments),
        Command::Find(arguments) => find::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Pull(arguments) => pull::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::User(arguments) => user::run(arguments),
        Command::Person(arguments) => person::run(arguments),
        Command::Retention(arguments) => retention::run(&arguments),
        Command::Backup(arguments) => backup::run(&arguments),
        Command::Restore(arguments) => restore::run(&arguments),
    }
}
