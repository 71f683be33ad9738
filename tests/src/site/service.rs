//! The feedback service behind the site: the real `loa serve`, reached through a proxy on which the network can be cut.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
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
            _database: database,
        }
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
        ["/api/", "/gui"].iter().any(|start| path.starts_with(start))
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
