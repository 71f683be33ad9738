//! What time does: what was answered long enough ago is closed, and senders of what was closed long enough ago are erased.

use std::time::Duration;

use loa_feedback::Moment;
use loa_feedback::status::{self, CloseReason, Mover, Role, Status, apply};

use crate::campaign::Campaign;
use crate::service::Service;
use crate::store::{Entry, Event, InboxOrder, InboxPlace, InboxQuery, Statement, Store, StoreError};

/// How often it is looked.
const PAUSE: Duration = Duration::from_secs(6 * 3_600);

const DAY: i64 = 86_400;

/// How many are closed in one go.
const PAGE: usize = 200;

/// What a run has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Retained {
    /// How many feedbacks the clock has closed.
    pub closed: u64,
    /// How many senders were erased; none when the campaign keeps no such limit.
    pub erased: Option<u64>,
}

/// Closes and erases what is due at a moment, by the limits of the campaign.
///
/// # Errors
/// [`StoreError`] when the database cannot do it now; the next run does all of it.
pub async fn retain(campaign: &Campaign, store: &Store, now: Moment) -> Result<Retained, StoreError> {
    set_due(campaign, store).await?;
    let closed = close_due(campaign, store, now).await?;
    let erased = match campaign.settings().keep_days {
        Some(days) => {
            let days = i64::try_from(days).unwrap_or(i64::MAX);
            let before = now.unix().saturating_sub(days.saturating_mul(DAY));
            Some(store.erase_closed_before(campaign.id(), before, now).await?)
        }
        None => None,
    };
    // Also what commands have erased while somebody was reading.
    store.forget().await?;
    Ok(Retained { closed, erased })
}

/// Brings what is stored to what the limits and the holidays of the campaign say now: what came in before the holidays of
/// its year were known, or before a limit was set, would otherwise never be closed, and its sender never erased.
async fn set_due(campaign: &Campaign, store: &Store) -> Result<(), StoreError> {
    let mut query = InboxQuery {
        campaign: campaign.id().clone(),
        unit: None,
        statuses: Status::ALL.iter().copied().filter(|status| *status != Status::Closed).collect(),
        order: InboxOrder::Received,
        after: None,
        limit: PAGE,
    };
    loop {
        let entries = store.inbox(&query, campaign.zone()).await?;
        let set = |entry: &Entry| Entry { due_at: campaign.due(&entry.standing), ..entry.clone() };
        let wrong = entries.iter().map(|entry| (entry, set(entry))).filter(|(entry, set)| entry.due_at != set.due_at);
        let group: Vec<Statement> = wrong.map(|(_, set)| set.set_due()).collect();
        if !group.is_empty() {
            store.write(group).await?;
        }
        match entries.last() {
            Some(last) if entries.len() == PAGE => query.after = Some(InboxPlace::of(last)),
            _ => return Ok(()),
        }
    }
}

/// Closes what was answered and whose time for another word is over.
async fn close_due(campaign: &Campaign, store: &Store, now: Moment) -> Result<u64, StoreError> {
    let mut query = InboxQuery {
        campaign: campaign.id().clone(),
        unit: None,
        statuses: vec![Status::Answered],
        order: InboxOrder::Due,
        after: None,
        limit: PAGE,
    };
    let mut closed = 0;
    loop {
        let entries = store.inbox(&query, campaign.zone()).await?;
        for entry in &entries {
            if entry.due_at.is_none_or(|due| due > now) {
                return Ok(closed);
            }
            let event = status::Event::Close { because: CloseReason::Answered };
            let clock = Mover { role: Role::Clock, unit: None };
            let Ok((standing, _)) = apply(&entry.standing, event, clock, now) else { continue };
            let due_at = campaign.due(&standing);
            let next = entry.moved(standing, due_at);
            let event = Event {
                at: now,
                role: Role::Clock,
                who: None,
                what: "close".to_owned(),
                detail: Some("{\"because\":\"answered\"}".to_owned()),
                from: Some(entry.standing.status),
                to: next.standing.status,
            };
            match store.change(&next, &event).await {
                Ok(()) => closed += 1,
                // Somebody has reopened it in the meantime.
                Err(StoreError::Stale) => {}
                Err(error) => return Err(error),
            }
        }
        match entries.last() {
            Some(last) if entries.len() == PAGE => query.after = Some(InboxPlace::of(last)),
            _ => return Ok(closed),
        }
    }
}

/// Does it now and every six hours, by the service's clock.
pub(crate) async fn keep(service: Service) {
    loop {
        match retain(service.campaign(), service.store(), service.now()).await {
            Ok(Retained { closed, erased }) => tracing::info!(closed, erased, "what is due by time is done"),
            Err(error) => tracing::error!(error = %error, "what is due by time could not be done"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}
