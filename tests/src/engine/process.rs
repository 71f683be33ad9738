//! Programs that end with the tests, however the tests end.

use std::ffi::OsStr;
use std::io;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};

/// Waits until its input closes, which the system does even when the tests are killed; then ends its whole group.
const GUARD: &str = r#"
"$@" </dev/null &
cat
trap '' TERM
kill -TERM 0
tries=0
while [ $tries -lt 20 ] && kill -0 $! 2>/dev/null; do tries=$((tries + 1)); sleep 0.1; done
kill -KILL 0
"#;

/// A running program with everything it started.
pub(super) struct Process {
    guard: Child,
    input: Option<ChildStdin>,
}

impl Process {
    /// Starts a program in a process group of its own, silent.
    pub(super) fn start(
        program: &Path,
        arguments: &[impl AsRef<OsStr>],
        environment: &[(&str, &str)],
    ) -> io::Result<Self> {
        let mut command = Command::new("sh");
        command.args(["-c", GUARD, "loa-e2e"]).arg(program).args(arguments);
        command.envs(environment.iter().copied());
        command.process_group(0);
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut guard = command.spawn()?;
        let input = guard.stdin.take();
        Ok(Self { guard, input })
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.input.take());
        drop(self.guard.wait());
    }
}

/// A port on the loopback that nobody listens on.
pub(super) fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_started_ends_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let pid = folder.path().join("pid");
        let script = format!("sleep 600 & echo $! > {}; wait", pid.display());
        let process = Process::start(Path::new("/bin/sh"), &["-c", &script], &[]).unwrap();
        let child = loop {
            match std::fs::read_to_string(&pid) {
                Ok(text) if text.ends_with('\n') => break text.trim().to_owned(),
                _ => std::thread::yield_now(),
            }
        };
        let alive = || Command::new("kill").args(["-0", &child]).stderr(Stdio::null()).status().unwrap().success();
        assert!(alive());
        drop(process);
        // Its parent is gone, so that the system takes it away a moment after it ended.
        while alive() {
            std::thread::yield_now();
        }
    }
}
