//! `GET /healthz`: whether the service can read its database and takes writes.

use axum::Json;
use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::refusal::Refusal;
use crate::service::Service;
use crate::store::Statement;

pub(crate) async fn get(State(service): State<Service>) -> Result<Response, Refusal> {
    if !service.store().is_writing() {
        return Err(Refusal::Busy);
    }
    let question = Statement::new("SELECT CAST(coalesce(max(number), 0) AS BIGINT) FROM loa_schema");
    let schema: Vec<(i64,)> = service.store().rows(question).await?;
    let schema = schema.first().map_or(0, |(number,)| *number);
    Ok(([(CACHE_CONTROL, "no-store")], Json(json!({ "status": "ok", "schema": schema }))).into_response())
}
