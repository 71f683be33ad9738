//! The command, run to its end.

use std::path::Path;

use expect_test::Expect;

/// What a run came to.
pub(crate) struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// The command with its arguments, in the folder `root`, without colours.
pub(crate) fn command(root: &Path, arguments: &[&str]) -> assert_cmd::Command {
    let mut command = assert_cmd::Command::cargo_bin("loa").unwrap();
    command.current_dir(root).env("NO_COLOR", "1").args(arguments);
    command
}

/// Runs it to the end; the name of `root` is `ROOT` in what it prints.
pub(crate) fn run(root: &Path, arguments: &[&str]) -> Run {
    let output = command(root, arguments).output().unwrap();
    let named = [root.to_owned(), root.canonicalize().unwrap()];
    let text = |bytes| {
        let text = String::from_utf8(bytes).unwrap();
        named.iter().fold(text, |text, name| text.replace(&name.display().to_string(), "ROOT"))
    };
    Run { code: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

impl Run {
    /// It could run and everything is fine; only the result is printed.
    pub(crate) fn is_fine(&self, stdout: Expect) {
        stdout.assert_eq(&self.stdout);
        assert_eq!((self.code, self.stderr.as_str()), (0, ""));
    }

    /// It could not run; standard output stays empty, so that nobody takes a part of a result for all of it.
    pub(crate) fn could_not_run(&self, stderr: Expect) {
        stderr.assert_eq(&self.stderr);
        assert_eq!((self.code, self.stdout.as_str()), (2, ""));
    }
}
