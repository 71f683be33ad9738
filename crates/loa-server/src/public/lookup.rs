//! `GET /api/feedback/{code}`: where one feedback stands.

use axum::extract::{Path, State};
use axum::http::{Extensions, HeaderMap};
use axum::response::Response;
use loa_feedback::ReceiptCode;

use super::cache::json;
use super::{Fresh, guess};
use crate::refusal::Refusal;
use crate::service::Service;

/// What is said about a code that nobody was given; the same whether it is one or not, since it says no more.
const UNKNOWN: &str = "Không có phản ánh nào mang mã này.";

pub(crate) async fn get(
    State(service): State<Service>,
    Path(code): Path<String>,
    headers: HeaderMap,
    extensions: Extensions,
) -> Result<Response, Refusal> {
    let campaign = service.campaign();
    let code: ReceiptCode = code.parse().map_err(|_| Refusal::NotFound(UNKNOWN))?;
    let entry = guess::entry(&service, &code, &headers, &extensions).await?;
    let view = campaign.view(entry.ok_or(Refusal::NotFound(UNKNOWN))?, service.now());
    Ok(json(&headers, Fresh::Never, &view))
}
