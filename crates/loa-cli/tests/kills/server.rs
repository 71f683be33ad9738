//! `loa serve` with the campaign of the service's tests.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

pub(crate) struct Server {
    child: Child,
    pub port: u16,
    output: BufReader<ChildStdout>,
}

fn campaign() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../loa-server/tests/campaign")
}

impl Server {
    pub(crate) fn start(database: &str) -> Self {
        let mut serve = Command::new(env!("CARGO_BIN_EXE_loa"));
        serve.arg("serve").arg(campaign()).args(["--listen", "127.0.0.1:0", "--database", database]);
        Self::run(serve)
    }

    /// No file may grow beyond about half a megabyte.
    #[cfg(unix)]
    pub(crate) fn start_with_small_files(database: &str) -> Self {
        let mut shell = Command::new("sh");
        shell.args(["-c", "trap '' XFSZ; ulimit -f 1000; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_loa"), "serve"]);
        shell.arg(campaign()).args(["--listen", "127.0.0.1:0", "--database", database]);
        Self::run(shell)
    }

    fn run(mut command: Command) -> Self {
        command.env("LOA_LOG", "off").stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        let port = line.trim_end().trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap();
        Self { child, port, output }
    }

    /// The number of its process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// SIGKILL: nothing is tidied up.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Told to stop as a service manager does, it ends by itself and well.
    pub(crate) fn stop(mut self) {
        let told = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(told.success());
        assert!(self.child.wait().unwrap().success());
        let mut rest = String::new();
        self.output.read_to_string(&mut rest).unwrap();
        assert!(rest.starts_with("feedback in "), "{rest}");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
