//! The feedback service behind the site: the real `loa serve`, reached through a proxy on which the network can be cut.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;

use axum::body::Body;
use axum::extract::Request;
use axum::http::uri::{Authority, Scheme};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use http_body_util::channel::Channel;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use tempfile::TempDir;

use super::lock;
use super::office::{PASSWORD, Worker};

/// What happens between a page and the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Line {
    /// Everything arrives.
    #[default]
    Open,
    /// Nothing arrives.
    Cut,
    /// Everything arrives, and no answer comes back.
    AnswersLost,
    /// Somebody else answers, with a page and status 200, as networks do that want a login.
    Portal,
    /// The service is busy, for so many seconds.
    Busy(u8),
}

/// The running service; it ends with this value.
pub(super) struct Service {
    process: Mutex<Child>,
    authority: Authority,
    client: Client<HttpConnector, Body>,
    line: Mutex<Line>,
    /// What the service was sent and answered: path and status.
    taken: Mutex<Vec<(String, u16)>>,
    /// The bundle of a campaign with settings of its own.
    bundle: Option<PathBuf>,
    loa: PathBuf,
    url: String,
    _folder: TempDir,
}

impl Service {
    /// Starts it for the campaign of the examples, with a database of its own.
    pub(super) fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the database");
        Self::of(&example(), None, folder)
    }

    /// The same with what the campaign decides about its service, and the bundle that is made of it.
    pub(super) fn with_settings(settings: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the campaign");
        let (campaign, bundle) = (folder.path().join("campaign"), folder.path().join("bundle"));
        copy(&example(), &campaign);
        fs::write(campaign.join("service.toml"), settings).expect("the settings are written");
        let mut build = Command::new(loa());
        build.arg("build").arg(&campaign).arg("--out").arg(&bundle).args(["--src", super::bundle::BUNDLE]);
        let built = build.output().expect("`loa build` runs");
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        Self::of(&campaign, Some(bundle), folder)
    }

    fn of(campaign: &Path, bundle: Option<PathBuf>, folder: TempDir) -> Self {
        let loa = loa();
        let url = format!("sqlite://{}", folder.path().join("loa.db").display());
        let mut serve = Command::new(&loa);
        serve.arg("serve").arg(campaign).args(["--listen", "127.0.0.1:0", "--database", &url]);
        serve.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = serve.spawn().unwrap_or_else(|error| panic!("cannot run `{}`: {error}", loa.display()));
        let mut lines = BufReader::new(process.stdout.take().expect("`loa serve` has an output")).lines();
        let address = lines.find_map(|line| Some(line.ok()?.split_once(" on http://")?.1.to_owned()));
        let address = address.expect("`loa serve` says where it is");
        let authority = address.split('/').next().and_then(|authority| authority.parse().ok());
        Self {
            process: Mutex::new(process),
            authority: authority.unwrap_or_else(|| panic!("`{address}` is an address")),
            client: Client::builder(TokioExecutor::new()).build_http(),
            line: Mutex::default(),
            taken: Mutex::default(),
            loa,
            url,
            bundle,
            _folder: folder,
        }
    }

    /// Adds somebody to the desk, while the service runs.
    pub(super) fn employ(&self, worker: Worker) {
        let mut add = Command::new(&self.loa);
        add.args(["user", "add", worker.name(), "--role", worker.role(), "--database", &self.url]);
        add.args(worker.unit().map_or(vec![], |unit| vec!["--unit", unit]));
        add.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::inherit());
        let mut process = add.spawn().unwrap_or_else(|error| panic!("cannot run `{}`: {error}", self.loa.display()));
        let mut input = process.stdin.take().expect("`loa user` reads a password");
        writeln!(input, "{PASSWORD}").expect("`loa user` reads a password");
        drop(input);
        let done = process.wait().expect("`loa user` ends");
        assert!(done.success(), "`loa user add {}` failed", worker.name());
    }

    /// The folder of the bundle, when the campaign has settings of its own.
    pub(super) fn bundle(&self) -> Option<&Path> {
        self.bundle.as_deref()
    }

    pub(super) fn set(&self, line: Line) {
        *lock(&self.line) = line;
    }

    /// The status of everything that was sent to a path.
    pub(super) fn taken(&self, path: &str) -> Vec<u16> {
        lock(&self.taken).iter().filter(|(sent, _)| sent == path).map(|(_, status)| *status).collect()
    }

    /// What the service itself says at a path, whatever the line is.
    pub(super) async fn says(&self, path: &str) -> String {
        let uri = format!("http://{}{path}", self.authority).parse().expect("a path of the service");
        let answer = self.client.get(uri).await.expect("the service answers");
        let body = answer.into_body().collect().await.expect("the answer is whole").to_bytes();
        String::from_utf8_lossy(&body).into_owned()
    }

    /// Whether a path is the service's.
    pub(super) fn has(path: &str) -> bool {
        ["/api/", "/gui", "/desk"].iter().any(|start| path.starts_with(start))
    }

    /// Hands a request on, as the line lets it.
    pub(super) async fn answer(&self, request: Request) -> Response {
        let line = *lock(&self.line);
        match line {
            Line::Open => self.pass(request).await,
            Line::Cut => broken(),
            Line::AnswersLost => {
                drop(self.pass(request).await);
                broken()
            }
            Line::Portal => {
                ([(header::CONTENT_TYPE, "text/html")], "<!doctype html><title>Wi-Fi</title>").into_response()
            }
            Line::Busy(seconds) => {
                let wait = [(header::RETRY_AFTER, HeaderValue::from(u16::from(seconds)))];
                (StatusCode::SERVICE_UNAVAILABLE, wait, r#"{"errors":[]}"#).into_response()
            }
        }
    }

    async fn pass(&self, mut request: Request) -> Response {
        let sent = (request.method() == Method::POST).then(|| request.uri().path().to_owned());
        let mut parts = request.uri().clone().into_parts();
        parts.scheme = Some(Scheme::HTTP);
        parts.authority = Some(self.authority.clone());
        *request.uri_mut() = parts.try_into().expect("a path of the service");
        let answer = self.client.request(request).await.expect("the service answers");
        if let Some(path) = sent {
            lock(&self.taken).push((path, answer.status().as_u16()));
        }
        answer.map(Body::new)
    }
}

/// The `loa` command.
fn loa() -> PathBuf {
    env::var_os("LOA_BIN").map_or_else(|| crate::target().join("debug/loa"), PathBuf::from)
}

/// The campaign of the examples.
fn example() -> PathBuf {
    crate::repository().join("examples/campaigns/hanoi-2025")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder for a copy");
    for entry in fs::read_dir(from).expect("a folder of the campaign").flatten() {
        let (path, copied) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &copied);
        } else {
            fs::copy(&path, &copied).expect("a file of the campaign is copied");
        }
    }
}

/// An answer that breaks off, so that the browser has none.
fn broken() -> Response {
    let (sender, body) = Channel::<axum::body::Bytes, std::io::Error>::new(1);
    sender.abort(std::io::ErrorKind::ConnectionReset.into());
    Response::new(Body::new(body))
}

impl Drop for Service {
    fn drop(&mut self) {
        let mut process = lock(&self.process);
        // It may have ended by itself.
        drop(process.kill());
        drop(process.wait());
    }
}
