//! The feedback service behind the site: the real `loa serve`, reached through a proxy on which the network can be cut.

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;

use axum::body::Body;
use axum::extract::Request;
use axum::http::uri::{Authority, Scheme};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
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
    /// What the service was sent and answered: the status of each feedback.
    taken: Mutex<Vec<u16>>,
    loa: PathBuf,
    url: String,
    _database: TempDir,
}

impl Service {
    /// Starts it for the campaign of the examples, with a database of its own.
    pub(super) fn start() -> Self {
        let loa = env::var_os("LOA_BIN").map_or_else(|| crate::target().join("debug/loa"), PathBuf::from);
        let campaign = crate::repository().join("examples/campaigns/hanoi-2025");
        let database = tempfile::tempdir().expect("a folder for the database");
        let url = format!("sqlite://{}", database.path().join("loa.db").display());
        let mut serve = Command::new(&loa);
        serve.arg("serve").arg(&campaign).args(["--listen", "127.0.0.1:0", "--database", &url]);
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
            _database: database,
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

    pub(super) fn set(&self, line: Line) {
        *lock(&self.line) = line;
    }

    pub(super) fn taken(&self) -> Vec<u16> {
        lock(&self.taken).clone()
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
        let is_feedback = request.method() == Method::POST && request.uri().path() == "/api/feedback";
        let mut parts = request.uri().clone().into_parts();
        parts.scheme = Some(Scheme::HTTP);
        parts.authority = Some(self.authority.clone());
        *request.uri_mut() = parts.try_into().expect("a path of the service");
        let answer = self.client.request(request).await.expect("the service answers");
        if is_feedback {
            lock(&self.taken).push(answer.status().as_u16());
        }
        answer.map(Body::new)
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
