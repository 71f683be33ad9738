//! From a request to a file with its headers.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use loa_bundle::manifest::MANIFEST_FILE;
use loa_bundle::{WidgetFilesError, widget_files};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use tower_http::services::ServeDir;

use super::header_rules::{HEADERS_FILE, HeaderRules};
use super::preview::Preview;
use super::whereabouts::{Whereabouts, whereabouts};

/// A folder with everything that is served around it.
pub(crate) struct Site {
    folder: PathBuf,
    files: ServeDir,
    rules: HeaderRules,
    preview: Option<Preview>,
    widgets: Option<Widgets>,
}

/// The widgets' files, for bundles that lack them.
struct Widgets {
    names: Vec<String>,
    files: ServeDir,
}

const NO_INDEX: &str = "this folder has no `index.html`; ask for a file in it by its name\n";

/// What answers a request.
enum Found {
    Page(String),
    /// By its path below the folder.
    File(String),
    /// By its path below the widgets' folder.
    Widget(String),
    /// A folder in which no page stands.
    Folder,
    Nothing,
}

impl Site {
    pub(super) fn new(folder: &Path, widgets: Option<&Path>, rules: HeaderRules) -> Result<Self, WidgetFilesError> {
        let widgets = widgets.map(Widgets::of).transpose()?;
        let preview = Preview::of(folder, widgets.is_some());
        // A bundle has no pages in its folders, and nothing to lead to there.
        let files = files(folder).append_index_html_on_directories(preview.is_none());
        Ok(Self { folder: folder.to_owned(), files, rules, preview, widgets })
    }

    pub(super) fn preview(&self) -> Option<&Preview> {
        self.preview.as_ref()
    }

    fn find(&self, path: &str) -> Found {
        if let Some(page) = self.preview.as_ref().and_then(|preview| preview.page(path)) {
            return Found::Page(page);
        }
        let path = self.preview.as_ref().and_then(|preview| preview.below(path)).unwrap_or(path);
        match whereabouts(&self.folder, path) {
            Whereabouts::Inside if self.is_bare_folder(path) => Found::Folder,
            Whereabouts::Inside => Found::File(path.to_owned()),
            Whereabouts::Nowhere => self.widget(path).map_or(Found::Nothing, Found::Widget),
            Whereabouts::Outside => Found::Nothing,
        }
    }

    /// Whether a folder is asked for that has no page; a bundle's folders are not for visitors.
    fn is_bare_folder(&self, path: &str) -> bool {
        let folder = self.folder.join(path.trim_start_matches('/'));
        let is_folder = path.is_empty() || path.ends_with('/');
        is_folder && self.preview.is_none() && folder.is_dir() && !folder.join("index.html").is_file()
    }

    /// Where the widgets' file is that a bundle in the folder lacks at this path.
    fn widget(&self, path: &str) -> Option<String> {
        let (bundle, name) = path.rsplit_once('/')?;
        let is_bundle = whereabouts(&self.folder, &format!("{bundle}/{MANIFEST_FILE}")) == Whereabouts::Inside;
        let is_widget = self.widgets.as_ref()?.names.iter().any(|known| known == name);
        (is_bundle && is_widget).then(|| format!("/{name}"))
    }

    async fn send(&self, found: Found, request: Request) -> Response {
        let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
        let (files, path) = match (found, &self.widgets) {
            (Found::Page(page), _) if is_read => return Html(page).into_response(),
            (Found::Page(_), _) => return StatusCode::METHOD_NOT_ALLOWED.into_response(),
            (Found::File(path), _) => (&self.files, path),
            (Found::Widget(path), Some(widgets)) => (&widgets.files, path),
            (Found::Folder, _) => return (StatusCode::NOT_FOUND, NO_INDEX).into_response(),
            (Found::Widget(_), None) | (Found::Nothing, _) => return StatusCode::NOT_FOUND.into_response(),
        };
        // Written anew from what was looked at, so that no other spelling leads elsewhere.
        let path = utf8_percent_encode(&path, IN_PATHS);
        let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
        let (mut parts, body) = request.into_parts();
        let Ok(uri) = format!("{path}{query}").parse() else { return StatusCode::NOT_FOUND.into_response() };
        parts.uri = uri;
        match files.clone().try_call(Request::from_parts(parts, body)).await {
            Ok(response) => response.map(Body::new),
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }
}

/// What is not written as it is in the path of an address.
const IN_PATHS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'.').remove(b'-').remove(b'_').remove(b'~');

impl Widgets {
    fn of(folder: &Path) -> Result<Self, WidgetFilesError> {
        let names = widget_files(folder)?.into_iter().map(String::from).collect();
        Ok(Self { names, files: files(folder) })
    }
}

/// The compressed copy of a file where there is one and the browser takes it.
///
/// `loa-widgets.bin` holds gzip under a name that no server knows, `loa-widgets.bin.br` holds the module itself:
/// so the first goes out without, the second with its encoding, like all other files and their copies.
fn files(folder: &Path) -> ServeDir {
    ServeDir::new(folder).precompressed_br().precompressed_gzip()
}

/// Serves the site: `index.html` for a folder, or generated pages for a bundle by itself.
pub(super) fn router(site: Site) -> Router {
    Router::new().fallback(answer).with_state(Arc::new(site))
}

async fn answer(State(site): State<Arc<Site>>, request: Request) -> Response {
    let path = percent_decode_str(request.uri().path()).decode_utf8_lossy().into_owned();
    let found = if is_refused(&path) {
        Found::Nothing
    } else {
        let (site, path) = (Arc::clone(&site), path.clone());
        // A disk may make one wait, and the others must not.
        tokio::task::spawn_blocking(move || site.find(&path)).await.unwrap_or(Found::Nothing)
    };
    let is_bare_folder = matches!(found, Found::Folder);
    let mut response = site.send(found, request).await;
    if response.status() == StatusCode::NOT_FOUND && !is_bare_folder {
        response = (StatusCode::NOT_FOUND, "there is no such file\n").into_response();
    }
    let headers = response.headers_mut();
    name_charset(headers);
    // The names of files stay when their content changes, so a browser has to ask; an unchanged file is a short answer.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    site.rules.apply(&path, headers);
    response
}

/// Files that people do not mean to publish: `.git`, `.stamp`, and the rules for headers.
///
/// An empty part is dropped by the file system but not by the rules, so a file could be had without its headers.
fn is_refused(path: &str) -> bool {
    let is_hidden = |part: &str| part.starts_with('.') || part.eq_ignore_ascii_case(HEADERS_FILE);
    path.contains("//") || path.split(['/', '\\']).any(is_hidden)
}

/// All our text is UTF-8; without this some browsers guess otherwise.
fn name_charset(headers: &mut HeaderMap) {
    let with_charset = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).and_then(|kind| {
        let is_text = kind.starts_with("text/") || kind == "application/json";
        (is_text && !kind.contains("charset")).then(|| format!("{kind}; charset=utf-8"))
    });
    if let Some(kind) = with_charset.and_then(|kind| HeaderValue::from_str(&kind).ok()) {
        headers.insert(CONTENT_TYPE, kind);
    }
}
