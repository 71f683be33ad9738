//! Pages for people, drawn here and sent whole: no script, no inline style, nothing from elsewhere.
//!
//! Addresses in them are relative, so that they work behind a proxy under any path.

mod board;
mod doors;
mod fields;
mod form;
mod frame;
mod rated;
mod shown;
mod text;
mod tracked;

use axum::extract::{Query, RawQuery, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{Extensions, HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use loa_feedback::routes::{Answers, Decision, Hint, triage};
use loa_feedback::submission::IdempotencyKey;
use loa_feedback::{Draft, Kind, Receipt};
use serde::Deserialize;

pub(crate) use frame::{Frame, Html};
pub(crate) use text::escaped;

use crate::public::{self, Fresh};
use crate::refusal::Refusal;
use crate::service::{Service, random};

/// What the address of the hosted form may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    actor: String,
    kind: String,
    procedure: String,
}

/// `GET /gui`: which door first, then the form.
pub(crate) async fn gui(State(service): State<Service>, Query(asked): Query<Asked>) -> Response {
    let kind = asked.kind.parse::<Kind>().ok();
    let answers = Answers { kind, text: "", hint: Hint::Wanted };
    let html = match triage(service.campaign().routes(), &answers) {
        Decision::Choose => doors::choose(&service, &asked),
        Decision::Elsewhere(route) => doors::elsewhere(&service, route, &asked),
        Decision::Write(route) | Decision::Ask { chosen: route, .. } => {
            let Ok(bytes) = random() else {
                return Refusal::Busy.mark(fresh(form::only_said(&Refusal::Busy, Frame::AT_GUI)));
            };
            let draft = Draft {
                idempotency_key: IdempotencyKey::from_random(bytes).as_str().to_owned(),
                campaign: service.campaign().id().as_str().to_owned(),
                actor: asked.actor,
                kind: route.kind.as_str().to_owned(),
                procedure: asked.procedure,
                ..Draft::default()
            };
            form::form(&service, &draft, &[], Frame::AT_GUI)
        }
    };
    // Each page has a key of its own, which no other visitor may be given.
    fresh(html)
}

/// `GET /gui/tra-cuu`: where a feedback stands, for people without scripts.
pub(crate) async fn track(
    State(service): State<Service>,
    Query(asked): Query<tracked::Asked>,
    headers: HeaderMap,
    extensions: Extensions,
) -> Response {
    match tracked::page(&service, &asked, &headers, &extensions).await {
        Ok((status, html)) => (status, fresh(html)).into_response(),
        Err(refusal) => refusal.mark(fresh(tracked::busy(&asked, &refusal))),
    }
}

/// `GET /gui/danh-gia`: where a rating by a form without scripts leads.
pub(crate) async fn rated() -> Response {
    fresh(rated::thanks())
}

/// What a person reads whose rating was not taken.
pub(crate) fn not_rated(refusal: &Refusal) -> Html {
    rated::refused(refusal)
}

/// `GET /gui/bang`: the board, for people without scripts.
pub(crate) async fn board(State(service): State<Service>, RawQuery(query): RawQuery) -> Response {
    let page = async {
        let query = public::asked(&service, query.as_deref())?;
        let page = public::page(&service, &query).await?;
        Ok(board::page(&service, &query, &page))
    };
    match page.await {
        Ok(html) => ([(CACHE_CONTROL, Fresh::HalfAMinute.policy())], html).into_response(),
        Err(refusal) => Refusal::mark(&refusal, fresh(board::refused(&refusal))),
    }
}

/// `GET /gui/style.css`
pub(crate) async fn style() -> Response {
    let headers = [(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, "public, max-age=3600")];
    (headers, include_str!("style.css")).into_response()
}

/// What a person reads who has sent a form: the code, and what happens next.
pub(crate) fn receipt(service: &Service, draft: &Draft, receipt: &Receipt) -> Html {
    form::receipt(service, draft, receipt, Frame::AT_API)
}

/// What a person reads whose form was not taken: what is wrong, and the form as it was filled in.
pub(crate) fn refused(service: &Service, draft: &Draft, refusal: &Refusal) -> Html {
    match refusal {
        Refusal::Wrong(_) | Refusal::Other(_) | Refusal::TooMuch(_) | Refusal::Unavailable => {
            form::form(service, draft, &refusal.errors(), Frame::AT_API)
        }
        _ => form::only_said(refusal, Frame::AT_API),
    }
}

fn fresh(html: Html) -> Response {
    let mut response = html.into_response();
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    *response.status_mut() = StatusCode::OK;
    response
}
