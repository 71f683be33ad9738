//! The body of a request: only so large, only so slow.

use std::time::Duration;

use axum::body::{Body, Bytes};
use http_body_util::{BodyExt, LengthLimitError, Limited};

use crate::campaign::Settings;
use crate::refusal::Refusal;

/// Reads all of it.
pub(crate) async fn read(body: Body, settings: &Settings) -> Result<Bytes, Refusal> {
    let most = usize::try_from(settings.body_bytes).unwrap_or(usize::MAX);
    let limited = Limited::new(body, most);
    let collected = tokio::time::timeout(Duration::from_secs(settings.body_seconds.max(1)), limited.collect()).await;
    match collected {
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(Refusal::TooLarge),
        Ok(Err(_)) => Err(Refusal::Malformed("the body breaks off".to_owned())),
        Err(_) => Err(Refusal::TooSlow),
    }
}
