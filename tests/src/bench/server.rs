//! A server that compresses for everybody alike, or for nobody, and counts what it sends.

use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::site::serve::kind;

/// How a server sends its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sending {
    /// With the `.br` copy where a file has one, else in brotli 11 of its own.
    Compressed,
    /// As they lie on the disk.
    Plain,
}

/// A file that went out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// What was asked for.
    pub path: String,
    /// The bytes of the answer, without its headers.
    pub bytes: usize,
}

/// A running server on the loopback; it ends with this value.
///
/// It counts here and not in the browser, whose own counters leave out what a page asks for behind its back.
pub struct Server {
    address: String,
    inside: Arc<Inside>,
    task: JoinHandle<()>,
}

struct Inside {
    sending: Sending,
    /// Prefixes of addresses and their folders.
    folders: Vec<(String, PathBuf)>,
    pages: Mutex<HashMap<String, Page>>,
    compressed: Mutex<HashMap<String, Vec<u8>>>,
    sent: Mutex<Vec<Sent>>,
}

struct Page {
    html: String,
    headers: Vec<(String, String)>,
}

impl Server {
    /// Serves folders under prefixes such as `/peers/`.
    ///
    /// # Panics
    /// When there is no port.
    pub async fn start(sending: Sending, folders: &[(&str, &Path)]) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port on the loopback");
        let address = format!("http://{}", listener.local_addr().expect("a port has an address"));
        let folders = folders.iter().map(|(prefix, folder)| ((*prefix).to_owned(), (*folder).to_owned())).collect();
        let inside =
            Inside { sending, folders, pages: Mutex::default(), compressed: Mutex::default(), sent: Mutex::default() };
        let inside = Arc::new(inside);
        let app = Router::new().fallback(answer).with_state(Arc::clone(&inside));
        let task = tokio::spawn(async move {
            axum::serve(listener, app).await.expect("the server serves until it is dropped");
        });
        Self { address, inside, task }
    }

    /// Its origin, without a slash at the end.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Publishes a page with its headers.
    pub fn put(&self, path: &str, html: String, headers: Vec<(String, String)>) {
        lock(&self.inside.pages).insert(path.to_owned(), Page { html, headers });
    }

    /// Compresses what has no compressed copy, so that nobody waits for it.
    ///
    /// # Panics
    /// When a file is not there.
    pub fn prepare<'a>(&self, paths: impl IntoIterator<Item = &'a str>) {
        for path in paths {
            assert!(self.inside.body(path, true).is_some(), "the pages need `{path}`, which is not there");
        }
    }

    /// What went out since the last call.
    #[must_use]
    pub fn take_sent(&self) -> Vec<Sent> {
        std::mem::take(&mut *lock(&self.inside.sent))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Inside {
    /// The bytes to send, and whether they are brotli.
    fn body(&self, path: &str, takes_brotli: bool) -> Option<(Vec<u8>, bool)> {
        let page = lock(&self.pages).get(path).map(|page| page.html.clone().into_bytes());
        let file = if page.is_some() { None } else { self.file(path) };
        let plain = || page.clone().or_else(|| std::fs::read(file.as_ref()?).ok());
        let kind = kind(path);
        let packs = file.as_ref().is_some_and(|file| with_br(file).is_file())
            || !(kind.starts_with("application/octet-stream") || matches!(kind, "image/jpeg" | "image/png"));
        if self.sending == Sending::Plain || !takes_brotli || !packs {
            return Some((plain()?, false));
        }
        if let Some(copy) = file.as_ref().and_then(|file| std::fs::read(with_br(file)).ok()) {
            return Some((copy, true));
        }
        if let Some(bytes) = lock(&self.compressed).get(path) {
            return Some((bytes.clone(), true));
        }
        let bytes = brotli(&plain()?);
        lock(&self.compressed).insert(path.to_owned(), bytes.clone());
        Some((bytes, true))
    }

    fn file(&self, path: &str) -> Option<PathBuf> {
        let (prefix, folder) = self.folders.iter().find(|(prefix, _)| path.starts_with(prefix))?;
        let relative = Path::new(path.strip_prefix(prefix.as_str())?);
        let safe = relative.components().all(|part| matches!(part, Component::Normal(_)));
        let file = folder.join(relative);
        (safe && file.is_file()).then_some(file)
    }
}

fn with_br(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".br");
    PathBuf::from(name)
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters).expect("bytes in memory can be compressed");
    compressed
}

async fn answer(State(inside): State<Arc<Inside>>, uri: Uri, asked: HeaderMap) -> Response {
    let path = uri.path();
    // Every browser asks for one, whatever the page.
    if path == "/favicon.ico" {
        return StatusCode::NO_CONTENT.into_response();
    }
    let takes_brotli = asked
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.split(',').any(|coding| coding.trim() == "br"));
    let body = inside.body(path, takes_brotli);
    let bytes = body.as_ref().map_or(0, |(bytes, _)| bytes.len());
    lock(&inside.sent).push(Sent { path: path.to_owned(), bytes });
    let Some((bytes, is_brotli)) = body else { return StatusCode::NOT_FOUND.into_response() };
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    let is_page = lock(&inside.pages).contains_key(path);
    let kind = if is_page { "text/html; charset=utf-8" } else { kind(path) };
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("max-age=3600"));
    if is_brotli {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    if let Some(page) = lock(&inside.pages).get(path) {
        for (name, value) in &page.headers {
            let name = HeaderName::try_from(name.as_str()).expect("a header of a policy has a name");
            headers.insert(name, HeaderValue::try_from(value).expect("a policy is one line"));
        }
    }
    response
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(sending: Sending, folder: &Path) -> Inside {
        Inside {
            sending,
            folders: vec![("/peers/".to_owned(), folder.to_owned())],
            pages: Mutex::default(),
            compressed: Mutex::default(),
            sent: Mutex::default(),
        }
    }

    #[test]
    fn a_file_goes_out_as_its_compressed_copy_or_compressed_or_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in [("a.js", &b"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"[..]), ("m.bin", b"gzip"), ("m.bin.br", b"br")]
        {
            std::fs::write(folder.path().join(name), bytes).unwrap();
        }
        let compressed = inside(Sending::Compressed, folder.path());
        assert_eq!(compressed.body("/peers/m.bin", true), Some((b"br".to_vec(), true)));
        assert_eq!(compressed.body("/peers/m.bin", false), Some((b"gzip".to_vec(), false)));
        assert!(compressed.body("/peers/a.js", true).is_some_and(|(bytes, is_brotli)| bytes.len() < 20 && is_brotli));
        let plain = inside(Sending::Plain, folder.path());
        assert_eq!(plain.body("/peers/m.bin", true), Some((b"gzip".to_vec(), false)));
        assert_eq!(plain.body("/peers/a.js", true).map(|(bytes, _)| bytes.len()), Some(30));
    }

    #[test]
    fn nothing_outside_of_the_folders_is_sent() {
        let folder = tempfile::tempdir().unwrap();
        let inside = inside(Sending::Plain, folder.path());
        assert_eq!(inside.body("/peers/../Cargo.toml", false), None);
        assert_eq!(inside.body("/elsewhere", false), None);
    }
}
