//! `GET /api/openapi.json`: the description of the service. A test holds it to the routes, both ways.

use axum::http::HeaderMap;
use axum::response::Response;

use crate::public::{Fresh, cached};

/// The description, as it is sent.
pub const OPENAPI: &str = include_str!("openapi.json");

pub(crate) async fn get(headers: HeaderMap) -> Response {
    cached(&headers, "application/json; charset=utf-8", Fresh::AnHour, OPENAPI.to_owned())
}
