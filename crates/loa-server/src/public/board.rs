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
    let page = page(&service, &asked(&service, query.as_deref())?).await?;
    Ok(json(&headers, Fresh::HalfAMinute, &page))
}

/// A page, with what asks for the next one.
pub(crate) async fn page(service: &Service, query: &BoardQuery) -> Result<BoardPage, Refusal> {
    let campaign = service.campaign();
    let mut entries = service.store().board(query, campaign.zone()).await?;
    let more = entries.len() > query.limit;
    entries.truncate(query.limit);
    let now = service.now();
    let items: Vec<_> = entries.into_iter().map(|entry| campaign.view(entry, now)).collect();
    let next = items.last().filter(|_| more).map(Cursor::behind);
    Ok(BoardPage { items, next })
}

/// What has changed last.
pub(super) async fn changes(service: &Service, query: Option<&str>) -> Result<Vec<Entry>, Refusal> {
    let query = asked(service, query)?;
    let mut entries = service.store().changes(&query, service.campaign().zone()).await?;
    entries.truncate(query.limit);
    Ok(entries)
}

/// What a request asks for. A campaign that is not named is this one.
pub(crate) fn asked(service: &Service, query: Option<&str>) -> Result<BoardQuery, Refusal> {
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
