//! `POST /api/feedback`: from what was sent to a receipt, by the rules of `loa-feedback` and none of its own.

mod draft;
mod key;

pub(crate) use draft::Form;

use std::time::Instant;

use axum::Json;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use loa_feedback::consent::{Given, Need};
use loa_feedback::status::Standing;
use loa_feedback::submission::{AskedConsent, Rules};
use loa_feedback::{Draft, Kind, Problems, Receipt, Submission};
use loa_plan::ActorId;

use crate::page;
use crate::refusal::Refusal;
use crate::service::{Service, new_code};
use crate::store::{NewFeedback, Taken};
use crate::{body, visitor};

/// How the answer is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// By a program.
    Json,
    /// By a person who has sent a form without scripts.
    Page,
}

/// Takes a feedback in.
pub(crate) async fn post(State(service): State<Service>, request: Request) -> Response {
    let wanted = wanted(request.headers());
    let mut draft = Draft::default();
    match answer(&service, request, &mut draft).await {
        Ok((status, receipt)) => match wanted {
            Wanted::Json => (status, Json(receipt)).into_response(),
            Wanted::Page => (status, page::receipt(&service, &draft, &receipt)).into_response(),
        },
        Err(refusal) => match wanted {
            Wanted::Json => refusal.into_response(),
            Wanted::Page => refusal.mark(page::refused(&service, &draft, &refusal).into_response()),
        },
    }
}

async fn answer(service: &Service, request: Request, draft: &mut Draft) -> Result<(StatusCode, Receipt), Refusal> {
    let settings = service.campaign().settings();
    let (parts, body) = request.into_parts();
    if visitor::site(&parts.headers, settings) == visitor::Site::Foreign {
        return Err(Refusal::Foreign);
    }
    let address = visitor::address(&parts.headers, &parts.extensions, settings);
    service.throttles().feedback.admit(address, Instant::now()).map_err(Refusal::TooMuch)?;
    let form = Form::of(&parts.headers)?;
    let body = body::read(body, settings).await?;
    let (read, unreadable) = form.read(&body)?;
    *draft = read;
    let now = service.now();
    let submission = match checked(draft, unreadable, service) {
        Err(refusal @ Refusal::Wrong(_)) => return repeat(service, draft).await?.ok_or(refusal),
        submission => submission?,
    };
    let due_at = service.campaign().due(&Standing::received(submission.actor.clone(), now));
    let code = new_code().map_err(|error| {
        tracing::error!(error = %error, "no receipt code");
        Refusal::Unavailable
    })?;
    let actor = submission.actor.clone();
    let new = NewFeedback { submission, code, received_at: now, due_at };
    let taken = service.store().take_in(new).await.map_err(|error| Refusal::not_taken_in(&error))?;
    if let Taken::New(_) = taken {
        tracing::debug!(unit = %actor, "feedback taken in");
    }
    answered(taken)
}

fn answered(taken: Taken) -> Result<(StatusCode, Receipt), Refusal> {
    match taken {
        Taken::New(receipt) => Ok((StatusCode::CREATED, receipt)),
        Taken::Again(receipt) => Ok((StatusCode::OK, receipt)),
        Taken::Other(receipt) => Err(Refusal::Other(receipt)),
    }
}

/// What became of a feedback that breaks a rule of today, when it was sent before: its rule may be younger than it is,
/// since units end and consents get other words.
async fn repeat(service: &Service, draft: &Draft) -> Result<Option<(StatusCode, Receipt)>, Refusal> {
    let campaign = service.campaign();
    let mut rules = Rules::clone(&campaign.rules(service.now().day()));
    rules.actors.extend(draft.actor.trim().parse::<ActorId>());
    rules.kinds = Kind::ALL.to_vec();
    let given = draft.consents.iter().filter_map(|given| given.trim().parse::<Given>().ok());
    rules.consents =
        given.map(|Given { purpose, version }| AskedConsent { purpose, version, need: Need::Optional }).collect();
    let Ok(submission) = Submission::check(draft, &rules) else { return Ok(None) };
    let taken = service.store().taken_before(&submission, campaign.zone()).await;
    taken.map_err(|error| Refusal::not_taken_in(&error))?.map(answered).transpose()
}

/// By the rules of today, with what could not even be read as text before them.
fn checked(draft: &Draft, unreadable: Problems, service: &Service) -> Result<Submission, Refusal> {
    let rules = service.campaign().rules(service.now().day());
    match Submission::check(draft, &rules) {
        Ok(submission) if unreadable.errors.is_empty() => Ok(submission),
        Ok(_) => Err(Refusal::Wrong(unreadable)),
        Err(mut problems) => {
            // A field that could not be read is empty in the draft, which is not what is wrong with it.
            problems.errors.retain(|one| unreadable.of(one.field).next().is_none());
            problems.errors.extend(unreadable.errors);
            problems.errors.sort_by_key(|one| one.field);
            Err(Refusal::Wrong(problems))
        }
    }
}

/// A browser that sends a form asks for a page; everything else gets the contract's JSON.
pub(crate) fn wanted(headers: &HeaderMap) -> Wanted {
    let accepts = |kind: &str| {
        headers.get_all("accept").iter().any(|value| value.to_str().is_ok_and(|value| value.contains(kind)))
    };
    let is_form = matches!(Form::of(headers), Ok(Form::Urlencoded));
    if is_form && accepts("text/html") { Wanted::Page } else { Wanted::Json }
}
