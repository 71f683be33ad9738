//! Which address leads where: one list, from which the router is made and to which the description is held.

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_METHOD, VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};

use crate::service::Service;
use crate::visitor::{Site, site};
use crate::{desk, intake, openapi, page, public};

/// A route: method, path, and what answers.
pub struct Route {
    /// The method.
    pub method: Method,
    /// The path, with `{…}` for what varies.
    pub path: &'static str,
    answer: MethodRouter<Service>,
}

/// Every route of the service but those of the desk, which is for people.
#[must_use]
pub fn routes() -> Vec<Route> {
    let read = |path, answer| Route { method: Method::GET, path, answer };
    let send = |path, answer| Route { method: Method::POST, path, answer };
    vec![
        send("/api/feedback", post(intake::post)),
        read("/api/feedback/{code}", get(public::lookup)),
        read("/api/board", get(public::board)),
        read("/api/board.atom", get(public::feed)),
        send("/api/ratings", post(public::rate)),
        read("/api/ratings", get(public::ratings)),
        send("/api/counts", post(public::count)),
        read("/api/counts", get(public::counts)),
        read("/api/openapi.json", get(openapi::get)),
        read("/gui", get(page::gui)),
        read("/gui/bang", get(page::board)),
        read("/gui/tra-cuu", get(page::track)),
        read("/gui/danh-gia", get(page::rated)),
        read("/gui/style.css", get(page::style)),
        read("/healthz", get(public::health)),
    ]
}

/// The service as a router, to be merged with others: it answers its own paths and no others.
pub fn router(service: Service) -> Router {
    let mut router = Router::new();
    for Route { path, answer, .. } in routes() {
        router = router.route(path, answer);
    }
    router.merge(desk::router()).layer(from_fn_with_state(service.clone(), across_sites)).with_state(service)
}

/// Pages of other sites: everybody may read what is public, and those that the campaign names may send.
async fn across_sites(State(service): State<Service>, request: Request, next: Next) -> Response {
    if !request.uri().path().starts_with("/api/") {
        return next.run(request).await;
    }
    let named = match site(request.headers(), service.campaign().settings()) {
        Site::Named(origin) => HeaderValue::from_str(origin).ok(),
        Site::Unsaid | Site::Same | Site::Foreign => None,
    };
    let asked = request.headers().get(ACCESS_CONTROL_REQUEST_METHOD).filter(|_| request.method() == Method::OPTIONS);
    if let Some(method) = asked {
        let is_read = method == "GET" || method == "HEAD";
        return preflight(if is_read { Some(HeaderValue::from_static("*")) } else { named });
    }
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let mut response = next.run(request).await;
    if response.status().is_server_error() {
        tracing::warn!(status = response.status().as_u16(), "a request was not met");
    }
    if is_read {
        response.headers_mut().insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        response.headers_mut().insert(ACCESS_CONTROL_EXPOSE_HEADERS, WAIT);
    } else {
        allow(response.headers_mut(), named);
    }
    response
}

fn preflight(allowed: Option<HeaderValue>) -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    let is_allowed = allowed.is_some();
    let headers = response.headers_mut();
    allow(headers, allowed);
    if is_allowed {
        headers.insert(ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, POST"));
        headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("content-type"));
        headers.insert(ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("7200"));
    } else {
        *response.status_mut() = StatusCode::FORBIDDEN;
    }
    response
}

fn allow(headers: &mut HeaderMap, origin: Option<HeaderValue>) {
    headers.append(VARY, HeaderValue::from_static("origin"));
    if let Some(origin) = origin {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, WAIT);
    }
}

/// Scripts of other sites may read after how long they may try again.
const WAIT: HeaderValue = HeaderValue::from_static("retry-after");
