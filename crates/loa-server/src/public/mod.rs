//! What everybody may ask: a feedback by its code, the board, its feed, ratings and counts.

mod board;
mod cache;
mod counts;
mod feed;
pub(crate) mod guess;
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
use loa_feedback::submission::{FieldProblem, HONEYPOT};
use loa_feedback::{Field, Problems};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::intake::Form;
use crate::refusal::Refusal;
use crate::service::Service;
use crate::throttle::Throttle;
use crate::{body, visitor};

/// The parameters of a request, decoded.
fn parameters(query: Option<&str>) -> Vec<(String, String)> {
    form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned().collect()
}

/// A small message from a page that may send here, within the limits: JSON, or the fields of a form.
async fn message<T: DeserializeOwned>(service: &Service, throttle: &Throttle, request: Request) -> Result<T, Refusal> {
    let settings = service.campaign().settings();
    let (parts, body) = request.into_parts();
    if visitor::site(&parts.headers, settings) == visitor::Site::Foreign {
        return Err(Refusal::Foreign);
    }
    let address = visitor::address(&parts.headers, &parts.extensions, settings);
    throttle.admit(address, Instant::now()).map_err(Refusal::TooMuch)?;
    let form = Form::of(&parts.headers)?;
    let body = body::read(body, settings).await?;
    let read = match form {
        Form::Json => serde_json::from_slice(&body),
        Form::Urlencoded => serde_json::from_value(fields(&body)?),
    };
    read.map_err(|error| Refusal::Unread(error.to_string()))
}

/// What a form holds; a field that was left empty was not given.
fn fields(body: &[u8]) -> Result<Value, Refusal> {
    let mut fields = serde_json::Map::new();
    for (name, value) in form_urlencoded::parse(body).take(FIELDS).filter(|(_, value)| !value.trim().is_empty()) {
        if name == HONEYPOT {
            let message = "Xin để trống ô này rồi gửi lại.".to_owned();
            return Err(Refusal::Wrong(Problems { errors: vec![FieldProblem { field: Field::Website, message }] }));
        }
        fields.entry(name.into_owned()).or_insert_with(|| Value::String(value.into_owned()));
    }
    Ok(Value::Object(fields))
}

/// More fields than such a form has.
const FIELDS: usize = 50;
