//! Who is signed in: a session ends by itself when it is not used, and a day's work after it began.

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use loa_plan::{ActorId, PlanId};

use super::token::{Jar, Token};
use super::{Seat, Trouble};
use crate::service::Service;
use crate::store::{Act, User};

/// How long a session lasts that nobody uses, in seconds.
pub(super) const IDLE: i64 = 30 * 60;

/// How long one lasts at most, in seconds.
pub(super) const LONGEST: i64 = 12 * 3_600;

/// How often it is noted that a session is used, in seconds.
const NOTED: i64 = 60;

/// Somebody who is signed in.
pub(super) struct Signed {
    pub user: User,
    pub token: Token,
}

impl Signed {
    pub(super) fn seat(&self) -> &Seat {
        &self.user.seat
    }

    /// What the record says that this user does, now, to a feedback or to none.
    pub(super) fn act(&self, service: &Service, what: &str, on: Option<(PlanId, loa_feedback::ReceiptCode)>) -> Act {
        let who = Some(self.user.name.as_str().to_owned());
        Act { at: service.now(), who, what: what.to_owned(), on, detail: None }
    }

    /// The unit whose feedback this user sees; all units for those who see all and name none.
    pub(super) fn unit_or(&self, asked: Option<ActorId>) -> Option<ActorId> {
        self.seat().unit().cloned().or(asked)
    }
}

/// Who sends a request, when the session holds.
pub(super) async fn signed(service: &Service, headers: &HeaderMap) -> Result<Signed, Trouble> {
    let token = Jar::Session.read(headers).ok_or(Trouble::SignIn)?;
    let hash = token.hash();
    let session = service.store().session(&hash).await?.ok_or(Trouble::SignIn)?;
    let now = service.now().unix();
    if now - session.seen_at >= IDLE || now - session.began_at >= LONGEST {
        return Err(Trouble::SignIn);
    }
    if now - session.seen_at >= NOTED
        && let Err(error) = service.store().session_seen(&hash, now).await
    {
        // Reading goes on while nothing can be written.
        tracing::warn!(error = %error, "the use of a session was not noted");
    }
    Ok(Signed { user: session.user, token })
}

impl FromRequestParts<Service> for Signed {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, service: &Service) -> Result<Self, Trouble> {
        signed(service, &parts.headers).await
    }
}
