//! The officers' desk: who is signed in reads, forwards, answers and publishes, and everything done is recorded.
//!
//! Pages are drawn here and sent whole. What may be done to a feedback is asked of the table of `loa-feedback`; there is
//! no second rule about it here.

mod act;
mod deadline;
mod detail;
mod entry;
mod export;
mod form;
mod frame;
mod inbox;
mod lockout;
mod moves;
mod password;
mod publish;
mod record;
mod review;
mod sender;
mod session;
mod sign_in;
mod table;
mod token;
mod trouble;
mod user;
mod words;

use axum::Router;
use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use tokio::sync::Semaphore;

pub use password::{InvalidPassword, MIN_PASSWORD, Password, PasswordHash};
pub use user::{InvalidSeat, InvalidUserName, Seat, UserName};

use crate::service::Service;
use crate::throttle::Throttle;
use lockout::Lockout;
use trouble::Trouble;

/// How many passwords are checked at once.
const TURNS: usize = 2;

/// How often one address may try to sign in within a minute; a whole office may share one.
const TRIES_PER_MINUTE: u64 = 60;

/// How often all addresses together may: about as many passwords as can be checked.
const ALL_TRIES_PER_MINUTE: u64 = 3_000;

/// What guards the desk while the service runs.
pub(crate) struct Desk {
    lockout: Lockout,
    /// Apart from those of feedback, so that neither keeps the other out.
    throttle: Throttle,
    turns: Semaphore,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let throttle = Throttle::of(TRIES_PER_MINUTE, ALL_TRIES_PER_MINUTE);
        Self { lockout: Lockout::new(), throttle, turns: Semaphore::new(TURNS) }
    }
}

/// The desk's pages. They are for people, so the description of the service's routes for programs has none of them.
pub(crate) fn router() -> Router<Service> {
    Router::new()
        .route("/desk", get(inbox::get))
        .route("/desk/", get(|| async { Redirect::to("/desk") }))
        .route("/desk/dang-nhap", get(sign_in::get).post(sign_in::post))
        .route("/desk/dang-xuat", post(sign_in::out))
        .route("/desk/phieu/{code}", get(entry::get).post(act::post))
        .route("/desk/phieu/{code}/nguoi-gui", get(sender::get))
        .route("/desk/phieu/{code}/cong-khai", get(publish::get).post(publish::post))
        .route("/desk/xuat", get(export::get).post(export::post))
        .route("/desk/nhat-ky", get(record::get))
        .layer(from_fn(never_kept))
        .route("/desk/style.css", get(style))
}

/// No browser and no proxy keeps a page of the desk.
async fn never_kept(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

async fn style() -> Response {
    let headers = [(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, "public, max-age=3600")];
    (headers, include_str!("style.css")).into_response()
}
