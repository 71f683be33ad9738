//! Answers that browsers and proxies keep and ask for again.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

/// How long an answer holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fresh {
    /// It is asked for each time; unchanged, it is a short answer.
    Never,
    /// For half a minute: many look at one board.
    HalfAMinute,
    /// For an hour.
    AnHour,
}

impl Fresh {
    pub(crate) fn policy(self) -> &'static str {
        match self {
            Self::Never => "no-cache",
            Self::HalfAMinute => "public, max-age=30",
            Self::AnHour => "public, max-age=3600",
        }
    }
}

/// A body with its tag, or 304 when whoever asks has it.
pub(crate) fn cached(headers: &HeaderMap, kind: &'static str, fresh: Fresh, body: String) -> Response {
    let tag: String = Sha256::digest(&body).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    let tag = format!("\"{tag}\"");
    let has_it = headers.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok()).any(|value| {
        value.split(',').map(|one| one.trim().trim_start_matches("W/")).any(|one| one == tag || one == "*")
    });
    let mut response =
        if has_it { StatusCode::NOT_MODIFIED.into_response() } else { ([(CONTENT_TYPE, kind)], body).into_response() };
    let own = response.headers_mut();
    own.insert(CACHE_CONTROL, HeaderValue::from_static(fresh.policy()));
    own.insert("x-content-type-options", HeaderValue::from_static("nosniff"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        own.insert(ETAG, tag);
    }
    response
}

pub(super) const JSON: &str = "application/json; charset=utf-8";

/// The same for what is sent as JSON.
pub(super) fn json<T: serde::Serialize>(headers: &HeaderMap, fresh: Fresh, value: &T) -> Response {
    match serde_json::to_string(value) {
        Ok(body) => cached(headers, JSON, fresh, body),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
