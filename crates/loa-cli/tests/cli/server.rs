//! `loa serve`, running.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use super::run::command;

/// A server on a free port of this machine; it ends with the test.
pub(crate) struct Server {
    child: Child,
    pub port: u16,
    /// The first line that it prints, which comes when it can be asked.
    pub line: String,
    output: BufReader<ChildStdout>,
}

impl Server {
    pub(crate) fn start(root: &Path, arguments: &[&str]) -> Self {
        let arguments = [&["serve", "--listen", "127.0.0.1:0"], arguments].concat();
        let mut serve = Command::new(command(root, &[]).get_program());
        let mut child = serve.args(arguments).current_dir(root).stdout(Stdio::piped()).spawn().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        let port = line.trim_end().trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap();
        Self { child, port, line, output }
    }

    /// Ends it and gives the rest of what it has printed.
    pub(crate) fn end(mut self) -> String {
        self.child.kill().unwrap();
        let mut rest = String::new();
        self.output.read_to_string(&mut rest).unwrap();
        rest
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
