//! `POST /api/counts`, `GET /api/counts`: what people did with guides, without cookie, address or identifier.

use axum::extract::{RawQuery, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use loa_feedback::{CountEvent, CountRow, CountedEvent};
use loa_plan::date;
use serde::Serialize;

use super::cache::json;
use super::{Fresh, message, parameters};
use crate::campaign::Switch;
use crate::refusal::Refusal;
use crate::service::Service;
use crate::store::Statement;

const OFF: &str = "this campaign counts nothing; `counts = \"on\"` in `service.toml` turns it on";

const ADD: &str = "INSERT INTO deed (campaign, actor, guide, audience, deed, obstacle, day, count) \
    VALUES ($1, $2, $3, $4, $5, $6, $7, 1) \
    ON CONFLICT (campaign, actor, guide, audience, deed, obstacle, day) DO UPDATE SET count = deed.count + 1";

const SUM: &str = "SELECT actor, guide, audience, deed, obstacle, CAST(sum(count) AS BIGINT) FROM deed \
    WHERE campaign = $1 AND day >= $2 AND day <= $3 \
    GROUP BY actor, guide, audience, deed, obstacle ORDER BY guide, actor, audience, deed, obstacle LIMIT 10000";

/// What `GET /api/counts` gives.
#[derive(Serialize)]
struct Counts {
    counts: Vec<CountRow>,
}

pub(crate) async fn post(State(service): State<Service>, request: Request) -> Result<StatusCode, Refusal> {
    let campaign = service.campaign();
    if campaign.settings().counts == Switch::Off {
        return Err(Refusal::Off(OFF));
    }
    let event: CountEvent = message(&service, &service.throttles().counts, request).await?;
    event.check().map_err(|error| Refusal::Unread(error.to_string()))?;
    let plan = campaign.plan();
    let actor_is_known = event.actor.as_ref().is_none_or(|id| plan.actors.iter().any(|actor| actor.id == *id));
    let audience_is_known = event.audience.as_ref().is_none_or(|id| plan.audiences.iter().any(|one| one.id == *id));
    if event.campaign != plan.id || !actor_is_known || !audience_is_known {
        return Err(Refusal::Unread("`campaign`, `actor` or `audience` is not of this service".to_owned()));
    }
    if !campaign.has_guide(&event.guide) {
        return Err(Refusal::Unread("`guide` is not of this campaign".to_owned()));
    }
    let statement = Statement::new(ADD)
        .bind(event.campaign.as_str())
        .bind(event.actor.as_ref().map_or("", |id| id.as_str()))
        .bind(event.guide.as_str())
        .bind(event.audience.as_ref().map_or("", |id| id.as_str()))
        .bind(event.deed.as_str())
        .bind(event.obstacle.map_or("", |obstacle| obstacle.as_str()))
        .bind(service.now().day().to_string());
    service.store().write(vec![statement]).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// All of them, or those from one day to another: `?from=2025-06-01&until=2025-06-30`.
pub(crate) async fn get(
    State(service): State<Service>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    if service.campaign().settings().counts == Switch::Off {
        return Err(Refusal::Off(OFF));
    }
    let parameters = parameters(query.as_deref());
    let day = |wanted: &str, usual: &str| match parameters.iter().find(|(name, _)| name == wanted) {
        None => Ok(usual.to_owned()),
        Some((_, value)) => date::parse(value).map(|day| day.to_string()).ok_or_else(|| {
            let value: String = value.chars().take(40).collect();
            Refusal::Malformed(format!(
                "`{wanted}` is wrong: `{value}` is not a day, expected for example `2025-07-01`"
            ))
        }),
    };
    let question = Statement::new(SUM)
        .bind(service.campaign().id().as_str())
        .bind(day("from", "0000-00-00")?)
        .bind(day("until", "9999-99-99")?);
    let rows: Vec<(String, String, String, String, String, i64)> = service.store().rows(question).await?;
    let counts = rows.into_iter().filter_map(row).collect();
    Ok(json(&headers, Fresh::HalfAMinute, &Counts { counts }))
}

/// An empty text stands for what was not said. What cannot be read was not written by us.
fn row(
    (actor, guide, audience, deed, obstacle, count): (String, String, String, String, String, i64),
) -> Option<CountRow> {
    let said = |text: String| Some(text).filter(|text| !text.is_empty());
    let event = CountedEvent {
        actor: said(actor).map(|text| text.parse()).transpose().ok()?,
        guide: guide.parse().ok()?,
        audience: said(audience).map(|text| text.parse()).transpose().ok()?,
        deed: deed.parse().ok()?,
        obstacle: said(obstacle).map(|text| text.parse()).transpose().ok()?,
    };
    Some(CountRow { event, count: u64::try_from(count).ok()? })
}
