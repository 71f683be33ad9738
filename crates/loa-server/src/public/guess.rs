//! A feedback by its code, for everybody; whoever tries many codes that nobody was given waits.

use std::time::Instant;

use axum::http::{Extensions, HeaderMap};
use loa_feedback::ReceiptCode;

use crate::refusal::Refusal;
use crate::service::Service;
use crate::store::Entry;
use crate::visitor;

/// The feedback with this code; none when nobody was given it.
///
/// Only what leads nowhere is counted: a whole office may look at what it was given as often as it likes. An address that
/// has tried too many is told nothing for a while, also about a code that exists, or its tries would go on.
pub(crate) async fn entry(
    service: &Service,
    code: &ReceiptCode,
    headers: &HeaderMap,
    extensions: &Extensions,
) -> Result<Option<Entry>, Refusal> {
    let (campaign, guesses) = (service.campaign(), &service.throttles().guesses);
    let address = visitor::address(headers, extensions, campaign.settings());
    guesses.look(address, Instant::now()).map_err(Refusal::Guesses)?;
    let entry = service.store().entry(campaign.id(), code, campaign.zone()).await?;
    if entry.is_none() {
        guesses.admit(address, Instant::now()).map_err(Refusal::Guesses)?;
    }
    Ok(entry)
}
