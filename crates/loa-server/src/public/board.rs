//! `GET /api/board`: what everybody may read, newest first, page by page.

use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use loa_feedback::{BoardPage, BoardQuery, Cursor};

use super::cache::json;
use super::{Fresh, parameters};
use crate::refusal::Refusal;
use crate::service::Service;
use crate::store::Entry;

pub(crate) async fn get(
    State(service): State<Service>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let (entries, next) = entries(&service, query.as_deref()).await?;
    let now = service.now();
    let items = entries.into_iter().map(|entry| service.campaign().view(entry, now)).collect();
    Ok(json(&headers, Fresh::HalfAMinute, &BoardPage { items, next }))
}

/// A page, and what asks for the next one. A campaign that is not named is this one.
async fn entries(service: &Service, query: Option<&str>) -> Result<(Vec<Entry>, Option<Cursor>), Refusal> {
    let query = asked(service, query)?;
    let mut entries = service.store().board(&query, service.campaign().zone()).await?;
    let more = entries.len() > query.limit;
    entries.truncate(query.limit);
    let last = entries.last().filter(|_| more);
    let next = last.map(|last| Cursor { received_at: last.standing.received_at.unix(), code: last.code.clone() });
    Ok((entries, next))
}

/// What has changed last.
pub(super) async fn changes(service: &Service, query: Option<&str>) -> Result<Vec<Entry>, Refusal> {
    let query = asked(service, query)?;
    let mut entries = service.store().changes(&query, service.campaign().zone()).await?;
    entries.truncate(query.limit);
    Ok(entries)
}

fn asked(service: &Service, query: Option<&str>) -> Result<BoardQuery, Refusal> {
    let campaign = service.campaign();
    let parameters = parameters(query);
    let own = [("campaign", campaign.id().as_str())];
    let asked = parameters.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let query = BoardQuery::new(own.into_iter().chain(asked)).map_err(|error| Refusal::Malformed(error.to_string()))?;
    if query.campaign != *campaign.id() {
        return Err(Refusal::NotFound("this service has another campaign"));
    }
    Ok(query)
}
