//! Both engines, each with an empty database of its own.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use loa_server::store::DatabaseUrl;

/// An empty database; it is gone when this is dropped, or with the cluster.
pub(crate) struct Database {
    pub url: String,
    pub engine: &'static str,
    _folder: Option<tempfile::TempDir>,
}

impl Database {
    pub(crate) fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("loa.db").display());
        Self { url, engine: "SQLite", _folder: Some(folder) }
    }

    /// None, with the reason printed, on a machine without PostgreSQL; with `CI=true` that fails.
    pub(crate) fn postgres() -> Option<Self> {
        let cluster = cluster()?;
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!("loa_{}", NUMBER.fetch_add(1, Ordering::Relaxed));
        cluster.sql(&format!("CREATE DATABASE {name}"));
        Some(Self { url: cluster.url(&name), engine: "PostgreSQL", _folder: None })
    }

    pub(crate) fn both() -> Vec<Self> {
        std::iter::once(Self::sqlite()).chain(Self::postgres()).collect()
    }

    pub(crate) fn url(&self) -> DatabaseUrl {
        self.url.parse().unwrap()
    }
}

/// A PostgreSQL of our own: its files in a temporary folder, on a free port of this machine.
pub(crate) struct Cluster {
    programs: PathBuf,
    folder: PathBuf,
    port: u16,
}

/// The one of this test run. It ends with the run: a guard process waits for our end of its pipe to close.
pub(crate) fn cluster() -> Option<&'static Cluster> {
    static CLUSTER: OnceLock<Result<Cluster, String>> = OnceLock::new();
    match CLUSTER.get_or_init(Cluster::start) {
        Ok(cluster) => Some(cluster),
        Err(reason) => {
            let is_ci = std::env::var("CI").is_ok_and(|value| value == "true");
            assert!(!is_ci, "PostgreSQL is not there: {reason}");
            eprintln!("skipped on PostgreSQL: {reason}");
            None
        }
    }
}

impl Cluster {
    fn start() -> Result<Self, String> {
        let programs = programs().ok_or("install Debian's package `postgresql`, or put `initdb` on the path")?;
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?.keep();
        let port = std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).unwrap().port();
        let cluster = Self { programs, folder, port };
        if is_root() {
            cluster.run("chown", &["postgres", &cluster.folder.display().to_string()])?;
        }
        let data = cluster.data();
        cluster.as_user("initdb", &["-D", &data, "-U", "loa", "-A", "trust", "-E", "UTF8", "--no-sync"])?;
        cluster.serve()?;
        cluster.guard();
        Ok(cluster)
    }

    fn serve(&self) -> Result<(), String> {
        let options = format!("-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''", self.port);
        let log = self.folder.join("log").display().to_string();
        self.as_user("pg_ctl", &["-D", &self.data(), "-l", &log, "-o", &options, "-w", "start"])
    }

    /// Ends the server with the test run, however that ends.
    fn guard(&self) {
        let stop = self.user_command("pg_ctl", &["-D", &self.data(), "-m", "immediate", "stop"]);
        let words: Vec<String> = std::iter::once(stop.get_program())
            .chain(stop.get_args())
            .map(|word| quoted(&word.to_string_lossy()))
            .collect();
        let script = format!("cat >/dev/null; {} >/dev/null 2>&1; rm -rf {}", words.join(" "), self.folder.display());
        let mut guard = Command::new("sh");
        guard.args(["-c", &script]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut guard = guard.spawn().unwrap();
        // The pipe stays open until this process is gone.
        static PIPE: Mutex<Option<std::process::ChildStdin>> = Mutex::new(None);
        let mut pipe = PIPE.lock().unwrap_or_else(PoisonError::into_inner);
        *pipe = guard.stdin.take();
        drop(pipe.as_mut().map(|pipe| pipe.flush()));
    }

    /// Runs a statement as the owner of everything.
    pub(crate) fn sql(&self, sql: &str) {
        let url = self.url("postgres");
        let psql = Command::new(self.programs.join("psql")).args([&url, "-qc", sql]).output().unwrap();
        assert!(psql.status.success(), "{}", String::from_utf8_lossy(&psql.stderr));
    }

    pub(crate) fn url(&self, database: &str) -> String {
        format!("postgres://loa@127.0.0.1:{}/{database}", self.port)
    }

    fn data(&self) -> String {
        self.folder.join("data").display().to_string()
    }

    /// PostgreSQL refuses to run as root.
    fn user_command(&self, program: &str, arguments: &[&str]) -> Command {
        let program = self.programs.join(program);
        if !is_root() {
            let mut command = Command::new(program);
            command.args(arguments);
            return command;
        }
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]).arg(program).args(arguments);
        command
    }

    fn as_user(&self, program: &str, arguments: &[&str]) -> Result<(), String> {
        let mut command = self.user_command(program, arguments);
        finish(command.current_dir(&self.folder), program)
    }

    fn run(&self, program: &str, arguments: &[&str]) -> Result<(), String> {
        finish(Command::new(program).args(arguments), program)
    }
}

/// The output goes to a file: a server would keep a pipe open.
fn finish(command: &mut Command, program: &str) -> Result<(), String> {
    let said = tempfile::NamedTempFile::new().map_err(|error| error.to_string())?;
    let file = || said.reopen().map_err(|error| error.to_string());
    let status = command.stdout(file()?).stderr(file()?).stdin(Stdio::null()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(format!("`{program}` failed: {}", fs::read_to_string(said.path()).unwrap_or_default().trim())),
        Err(error) => Err(format!("`{program}`: {error}")),
    }
}

fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "'\\''"))
}

fn is_root() -> bool {
    let user = Command::new("id").arg("-u").output();
    user.is_ok_and(|user| user.stdout.starts_with(b"0\n"))
}

/// The newest of Debian's versions, or what is on the path.
fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut versions: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    versions.sort_by_key(|path| {
        let version = path.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        version.and_then(|version| version.parse::<u32>().ok()).unwrap_or_default()
    });
    let path = std::env::var_os("PATH").unwrap_or_default();
    versions
        .into_iter()
        .rev()
        .chain(std::env::split_paths(&path))
        .find(|folder| ["initdb", "pg_ctl", "psql"].iter().all(|program| folder.join(program).is_file()))
}
