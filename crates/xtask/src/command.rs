//! Running other programs: found on the path, started, and their failure said in one line.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::workspace;

/// The Cargo that runs this task, in the workspace's folder.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(workspace::root());
    if is_ci() {
        // A machine that builds once gains nothing from it and pays in time and space.
        command.env("CARGO_INCREMENTAL", "0");
    }
    command
}

/// With CI=true in the environment nothing may be skipped.
pub(crate) fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}

/// Runs to the end, showing everything the program prints.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start `{}`", line(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// Runs to the end and gives what the program printed.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("cannot start `{}`", line(command)))?;
    if !output.status.success() {
        bail!("`{}` failed ({})\n{}", line(command), output.status, String::from_utf8_lossy(&output.stderr).trim());
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{}` printed something that is not text", line(command)))
}

/// What a test runner ended with.
pub(crate) struct Ending {
    /// The runner's own summary lines, word for word.
    pub summaries: Vec<String>,
    /// Why the runner failed, if it did.
    pub failure: Option<String>,
}

/// Runs a test runner, showing what it prints, and keeps its summary lines.
pub(crate) fn run_tests(command: &mut Command) -> Result<Ending> {
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start `{}`", line(command)))?;
    let mut summaries = Vec::new();
    if let Some(stdout) = child.stdout.take() {
        for text in BufReader::new(stdout).split(b'\n') {
            let text = String::from_utf8_lossy(&text?).into_owned();
            println!("{text}");
            if is_summary(&text) {
                summaries.push(text.trim().to_owned());
            }
        }
    }
    let status = child.wait()?;
    let failure = (!status.success()).then(|| format!("`{}` failed ({status})", line(command)));
    Ok(Ending { summaries, failure })
}

/// An empty runner's summary says nothing, so it is left out of the end.
fn is_summary(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with("test result:") && !text.contains(" 0 passed; 0 failed; 0 ignored")
}

/// The first of these programs that is on the path.
pub(crate) fn find(names: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    let files: Vec<String> = names.iter().flat_map(|name| file_names(name, std::env::consts::EXE_EXTENSION)).collect();
    files.iter().find_map(|file| folders.iter().map(|folder| folder.join(file)).find(|path| path.is_file()))
}

/// The files that a program may be in; on Windows some are scripts, such as npm.
fn file_names(program: &str, executable: &str) -> Vec<String> {
    if executable.is_empty() {
        return vec![program.to_owned()];
    }
    [executable, "cmd"].map(|ending| format!("{program}.{ending}")).to_vec()
}

/// The command as a person would type it.
fn line(command: &Command) -> String {
    let words: Vec<_> =
        std::iter::once(command.get_program()).chain(command.get_args()).map(OsStr::to_string_lossy).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_command_is_named() {
        let error = run(Command::new("cargo").args(["no-such-verb-in-cargo"]).stderr(Stdio::null())).unwrap_err();
        assert!(error.to_string().starts_with("`cargo no-such-verb-in-cargo` failed"), "{error}");
    }

    #[test]
    fn on_windows_a_program_may_be_a_script() {
        assert_eq!(file_names("npm", ""), ["npm"]);
        assert_eq!(file_names("npm", "exe"), ["npm.exe", "npm.cmd"]);
    }

    #[test]
    fn a_runner_that_ran_nothing_has_no_summary() {
        assert!(is_summary("test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out"));
        assert!(!is_summary("test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out"));
        assert!(!is_summary("test a_test ... ok"));
    }
}
