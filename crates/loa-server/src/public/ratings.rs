//! `POST /api/ratings`, `GET /api/ratings`: one tap, counted by day, with nothing that says who.

use std::time::Instant;

use axum::extract::{RawQuery, Request, State};
use axum::http::header::LOCATION;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use loa_feedback::{Rating, RatingCounts, Satisfaction};

use super::cache::json;
use super::{Fresh, message, parameters};
use crate::campaign::Switch;
use crate::intake::{Wanted, wanted};
use crate::page;
use crate::refusal::Refusal;
use crate::repeats::Seen;
use crate::service::Service;
use crate::store::Statement;

const OFF: &str = "this campaign takes no ratings; `ratings = \"on\"` in `service.toml` turns them on";

/// From `/api/ratings`, behind a proxy under any path.
const THANKS: &str = "../gui/danh-gia";

const ADD: &str = "INSERT INTO rating (campaign, actor, subject, satisfaction, day, count) VALUES ($1, $2, $3, $4, $5, 1) \
    ON CONFLICT (campaign, actor, subject, satisfaction, day) DO UPDATE SET count = rating.count + 1";

const COMMENT: &str =
    "`comment` is not taken here, since nobody would read it; leave it out, and send words as feedback";

const SUM: &str = "SELECT satisfaction, CAST(sum(count) AS BIGINT) FROM rating WHERE campaign = $1 AND subject = $2 \
    GROUP BY satisfaction";

pub(crate) async fn post(State(service): State<Service>, request: Request) -> Response {
    let wanted = wanted(request.headers());
    let counted = count(&service, request).await;
    match (counted, wanted) {
        (Ok(()), Wanted::Json) => StatusCode::NO_CONTENT.into_response(),
        // A page of its own address: whoever loads it again sends nothing again.
        (Ok(()), Wanted::Page) => (StatusCode::SEE_OTHER, [(LOCATION, THANKS)]).into_response(),
        (Err(refusal), Wanted::Json) => refusal.into_response(),
        (Err(refusal), Wanted::Page) => refusal.mark(page::not_rated(&refusal).into_response()),
    }
}

async fn count(service: &Service, request: Request) -> Result<(), Refusal> {
    let campaign = service.campaign();
    if campaign.settings().ratings == Switch::Off {
        return Err(Refusal::Off(OFF));
    }
    let rating: Rating = message(service, &service.throttles().ratings, request).await?;
    rating.check().map_err(Refusal::Wrong)?;
    if rating.comment.is_some() {
        return Err(Refusal::Unread(COMMENT.to_owned()));
    }
    let actor = rating.actor.as_ref();
    let is_known = |id: &loa_plan::ActorId| campaign.plan().actors.iter().any(|actor| actor.id == *id);
    if rating.campaign != *campaign.id() || !actor.is_none_or(is_known) {
        return Err(Refusal::Unread("`campaign` or `actor` is not of this service".to_owned()));
    }
    let Some(key) = rating.idempotency_key.clone() else { return add(service.clone(), rating).await };
    match service.repeats().begin(&key, Instant::now()) {
        Seen::Never => {}
        Seen::Counted => return Ok(()),
        Seen::Begun => return Err(Refusal::Busy),
        Seen::Unclear => return Err(Refusal::Unknown),
    }
    // A visitor who leaves takes the request along; what was begun is brought to its end all the same.
    let service = service.clone();
    let counting = tokio::spawn(async move {
        let added = add(service.clone(), rating).await;
        service.repeats().end(&key, &added);
        added
    });
    counting.await.map_err(|_| Refusal::Unknown)?
}

async fn add(service: Service, rating: Rating) -> Result<(), Refusal> {
    let add = Statement::new(ADD)
        .bind(rating.campaign.as_str())
        .bind(rating.actor.as_ref().map_or("", |actor| actor.as_str()))
        .bind(rating.subject.as_str())
        .bind(rating.satisfaction.as_str())
        .bind(service.now().day().to_string());
    Ok(service.store().write(vec![add]).await?)
}

pub(crate) async fn get(
    State(service): State<Service>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    if service.campaign().settings().ratings == Switch::Off {
        return Err(Refusal::Off(OFF));
    }
    let parameters = parameters(query.as_deref());
    let subject = parameters.iter().find(|(name, _)| name == "subject").map(|(_, value)| value.as_str());
    let subject = subject
        .ok_or_else(|| Refusal::Malformed("`subject` is missing, expected for example `guide/khai-sinh`".to_owned()))?;
    let campaign = service.campaign().id().clone();
    let (subject, satisfaction) = (subject.to_owned(), Satisfaction::Neutral);
    let asked = Rating { idempotency_key: None, campaign, actor: None, subject, satisfaction, comment: None };
    asked.check().map_err(Refusal::Wrong)?;
    let question = Statement::new(SUM).bind(asked.campaign.as_str()).bind(asked.subject);
    let mut counts = RatingCounts::default();
    for (satisfaction, count) in service.store().rows::<(String, i64)>(question).await? {
        let count = u64::try_from(count).unwrap_or_default();
        match satisfaction.parse() {
            Ok(Satisfaction::Satisfied) => counts.satisfied = count,
            Ok(Satisfaction::Neutral) => counts.neutral = count,
            Ok(Satisfaction::Dissatisfied) => counts.dissatisfied = count,
            Err(_) => {}
        }
    }
    Ok(json(&headers, Fresh::HalfAMinute, &counts))
}
