//! Answers: pages of the test, files of the bundle, and a few files of the harness.

use std::path::{Component, Path};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::bundle::{BUNDLE, FOLDER};
use super::fault::Answer;
use super::service::Service;
use super::{Inside, lock};

/// What pages of the harness are made of.
const OWN: &[(&str, &str)] = &[
    ("/probe.js", include_str!("own/probe.js")),
    ("/old-browser.js", include_str!("own/old-browser.js")),
    ("/clock.js", include_str!("own/clock.js")),
    ("/early-properties.js", include_str!("own/early-properties.js")),
    ("/trap.js", include_str!("own/trap.js")),
    ("/page.css", include_str!("own/page.css")),
    ("/text-200.css", include_str!("own/text-200.css")),
    ("/unset.css", include_str!("own/unset.css")),
    ("/bootstrap.css", include_str!("own/bootstrap.css")),
    ("/small-root.css", include_str!("own/small-root.css")),
    ("/stacked.css", include_str!("own/stacked.css")),
    ("/no-storage.js", include_str!("own/no-storage.js")),
    ("/dark.css", include_str!("own/dark.css")),
];

pub(super) fn router(inside: Arc<Inside>) -> Router {
    Router::new().fallback(answer).with_state(inside)
}

/// Where the loader of another version is.
const OTHER_VERSION: &str = "/another-version/";

async fn answer(State(inside): State<Arc<Inside>>, request: Request) -> Response {
    let uri = request.uri().clone();
    let path = uri.path();
    lock(&inside.requests).push(path.to_owned());
    if let Some(page) = lock(&inside.pages).get(path) {
        let policy = page.policy.as_ref().map(super::Policy::headers).unwrap_or_default();
        return with(policy, typed("text/html; charset=utf-8", page.html()));
    }
    if let Some((name, text)) = OWN.iter().find(|(name, _)| *name == path) {
        return typed(kind(name), *text);
    }
    if let Some(file) = path.strip_prefix(OTHER_VERSION) {
        // The same file, as a later release would have it.
        let Ok(text) = std::fs::read_to_string(FOLDER.join("loa/hanoi-2025").join(file)) else {
            return StatusCode::NOT_FOUND.into_response();
        };
        return typed(kind(file), text.replace(env!("CARGO_PKG_VERSION"), "another-version"));
    }
    if let Some(json) = lock(&inside.answers).get(path) {
        return typed("application/json", json.clone());
    }
    if let Some(service) = inside.service.as_ref().filter(|_| Service::has(path)) {
        return service.answer(request).await;
    }
    if let Some(office) = inside.office.as_ref().filter(|_| Service::has(path)) {
        let mut answer = office.answer(request).await;
        if inside.framed.load(Ordering::Relaxed) {
            let_frame(&mut answer);
        }
        return answer;
    }
    let own = inside.service.as_ref().and_then(Service::bundle).zip(path.strip_prefix(BUNDLE));
    let own = own.and_then(|(bundle, file)| std::fs::read(bundle.join(file)).ok());
    if let Some(bytes) = own {
        return typed(kind(path), bytes);
    }
    let relative = Path::new(path.trim_start_matches('/'));
    if !relative.components().all(|part| matches!(part, Component::Normal(_))) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let mut file = FOLDER.join(relative);
    if path.ends_with('/') {
        file.push("index.html");
    }
    let Ok(bytes) = std::fs::read(&file) else { return StatusCode::NOT_FOUND.into_response() };
    if path.ends_with(".bin") {
        // An error means that the site is gone; the answer then interests nobody.
        drop(inside.gate.subscribe().wait_for(|open| *open).await);
    }
    let mut policy = super::policy::headers_of_site(path);
    if inside.is_scriptless.load(Ordering::Relaxed) {
        policy.push(("Content-Security-Policy".to_owned(), "script-src 'none'".to_owned()));
    }
    match inside.fault.answer(path, bytes) {
        Answer::Bytes(bytes) => with(policy, typed(kind(&file.to_string_lossy()), bytes)),
        Answer::Text(bytes) => typed("text/plain; charset=utf-8", bytes),
        Answer::NotFound => StatusCode::NOT_FOUND.into_response(),
    }
}

fn let_frame(answer: &mut Response) {
    let headers = answer.headers_mut();
    headers.remove(header::X_FRAME_OPTIONS);
    let policy = headers.get(header::CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok());
    let policy = policy.map(|policy| policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
    if let Some(policy) = policy.and_then(|policy| HeaderValue::try_from(policy).ok()) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
}

/// As a server does that knows nothing newer than scripts and pictures.
pub(crate) fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("jpg") => "image/jpeg",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

fn typed(kind: &'static str, body: impl IntoResponse) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// Several policies hold at once.
fn with(policy: Vec<(String, String)>, mut response: Response) -> Response {
    for (name, value) in policy {
        let name = HeaderName::try_from(name).expect("a header of a policy has a name");
        let value = HeaderValue::try_from(value).expect("a policy is one line");
        if name == header::CONTENT_SECURITY_POLICY {
            response.headers_mut().append(name, value);
        } else {
            response.headers_mut().insert(name, value);
        }
    }
    response
}
