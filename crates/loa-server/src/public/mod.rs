//! What everybody may ask: a feedback by its code, the board, its feed, ratings and counts.

mod board;
mod cache;
mod counts;
mod feed;
mod health;
mod lookup;
mod ratings;

pub(crate) use board::{asked, get as board, page};
pub(crate) use counts::{get as counts, post as count};
pub(crate) use feed::get as feed;
pub(crate) use health::get as health;
pub(crate) use lookup::get as lookup;
pub(crate) use ratings::{get as ratings, post as rate};

pub(crate) use cache::{Fresh, cached};

use std::time::Instant;

use axum::extract::Request;
use serde::de::DeserializeOwned;

use crate::refusal::Refusal;
use crate::service::Service;
use crate::throttle::Throttle;
use crate::{body, visitor};

/// The parameters of a request, decoded.
fn parameters(query: Option<&str>) -> Vec<(String, String)> {
    form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned().collect()
}

/// A small JSON message from a page that may send here, within the limits.
async fn message<T: DeserializeOwned>(service: &Service, throttle: &Throttle, request: Request) -> Result<T, Refusal> {
    let settings = service.campaign().settings();
    let (parts, body) = request.into_parts();
    if visitor::site(&parts.headers, settings) == visitor::Site::Foreign {
        return Err(Refusal::Foreign);
    }
    let address = visitor::address(&parts.headers, &parts.extensions, settings);
    throttle.admit(address, Instant::now()).map_err(Refusal::TooMuch)?;
    let kind = parts.headers.get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.split(';').next().map(str::trim) != Some("application/json") {
        return Err(Refusal::MediaType);
    }
    let body = body::read(body, settings).await?;
    serde_json::from_slice(&body).map_err(|error| Refusal::Unread(error.to_string()))
}
