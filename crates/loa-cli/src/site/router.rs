//! From a request to a file with its headers.

use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use tower_http::services::ServeDir;

use super::header_rules::{HEADERS_FILE, HeaderRules};

/// Serves `folder`: `index.html` for a folder, the compressed copy where there is one and the browser takes it.
///
/// `loa-widgets.bin` holds gzip under a name that no server knows, `loa-widgets.bin.br` holds the module itself:
/// so the first goes out without, the second with its encoding, like all other files and their copies.
pub(super) fn router(folder: &Path, rules: HeaderRules) -> Router {
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    Router::new().fallback_service(files).layer(from_fn_with_state(Arc::new(rules), dress))
}

async fn dress(State(rules): State<Arc<HeaderRules>>, request: Request, next: Next) -> Response {
    let path = percent_decode_str(request.uri().path()).decode_utf8_lossy().into_owned();
    let mut response = if is_hidden(&path) { StatusCode::NOT_FOUND.into_response() } else { next.run(request).await };
    if response.status() == StatusCode::NOT_FOUND {
        response = (StatusCode::NOT_FOUND, "there is no such file\n").into_response();
    }
    let headers = response.headers_mut();
    name_charset(headers);
    // The names of files stay when their content changes, so a browser has to ask; an unchanged file is a short answer.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    rules.apply(&path, headers);
    response
}

/// Files that people do not mean to publish: `.git`, `.stamp`, and the rules for headers.
fn is_hidden(path: &str) -> bool {
    path.split(['/', '\\']).any(|part| part.starts_with('.') || part == HEADERS_FILE)
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
