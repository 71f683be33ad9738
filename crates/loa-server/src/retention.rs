//! The end of personal data: senders of what was closed long enough ago are erased.

use std::time::Duration;

use crate::service::Service;

/// How often it is looked.
const PAUSE: Duration = Duration::from_secs(6 * 3_600);

const DAY: i64 = 86_400;

/// Erases what is due, now and every six hours; returns at once for a campaign that keeps no such limit.
pub(crate) async fn keep(service: Service) {
    let Some(days) = service.campaign().settings().keep_days else { return };
    let days = i64::try_from(days).unwrap_or(i64::MAX);
    loop {
        let before = service.now().unix().saturating_sub(days.saturating_mul(DAY));
        match service.store().erase_closed_before(service.campaign().id(), before).await {
            Ok(()) => tracing::info!(days, "senders of what was closed before are erased"),
            Err(error) => tracing::error!(error = %error, "senders could not be erased"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}
