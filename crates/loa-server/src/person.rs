//! What one person may ask for: to see what is kept, to take a consent back, to be erased.

use loa_feedback::Moment;
use loa_feedback::consent::Purpose;
use loa_feedback::status::{self, CloseReason, Mover, Publication, Role, apply};
use serde_json::{Value, json};

use crate::store::{Act, Contact, Entry, Event, Sent, Store, StoreError};

/// How often it is tried again when an officer changes the same feedback in the meantime.
const TRIES: u32 = 5;

/// Everything that is kept about somebody, as JSON, one entry for each feedback; that it was asked for is recorded.
///
/// # Errors
/// [`StoreError`] when the database cannot say.
pub async fn export(store: &Store, contact: &Contact, now: Moment) -> Result<Vec<Value>, StoreError> {
    let mut all = Vec::new();
    for sent in store.sent_by(contact).await? {
        let Sent { campaign, code, person } = &sent;
        let zone = now.zone();
        let entry = store.entry(campaign, code, zone).await?;
        let answer = store.answer(campaign, code, zone).await?;
        let events = store.events(campaign, code, zone).await?;
        let published = entry.as_ref().filter(|entry| entry.publication == Publication::Published);
        let published_answer = published.and_then(|entry| entry.answer.as_ref());
        let standing = entry.as_ref().map(|entry| &entry.standing);
        all.push(json!({
            "campaign": campaign,
            "code": code,
            "idempotency_key": store.key(campaign, code).await?,
            "kind": entry.as_ref().map(|entry| entry.kind),
            "procedure": entry.as_ref().and_then(|entry| entry.procedure.as_ref()).map(|code| code.as_str()),
            "addressed_to": standing.map(|standing| &standing.addressed_to),
            "unit": standing.map(|standing| &standing.unit),
            "name": person.name,
            "address": person.address,
            "phone": person.phone,
            "email": person.email,
            "text": person.text,
            "consents": person.consents.split(' ').collect::<Vec<_>>(),
            "received_at": standing.map(|standing| standing.received_at),
            "due_at": entry.as_ref().and_then(|entry| entry.due_at),
            "status": standing.map(|standing| standing.status),
            "urgency": standing.map(|standing| standing.urgency),
            "closed_because": standing.and_then(|standing| standing.closed_because),
            "publication": entry.as_ref().map(|entry| entry.publication),
            "published_question": published.and_then(|entry| entry.question.as_ref()),
            "published_answer": published_answer.map(|answer| &answer.text),
            "published_links": published_answer.map(|answer| &answer.links),
            "answer": answer.as_ref().map(|answer| &answer.text),
            "answer_links": answer.as_ref().map(|answer| &answer.links),
            "events": events.iter().map(line).collect::<Vec<_>>(),
        }));
        store.record(&act(&sent, "person-export", now)).await?;
    }
    Ok(all)
}

/// A line of the record, with all of it but the names of those who work at the desk.
fn line(event: &Event) -> Value {
    let detail = event.detail.as_deref().and_then(|detail| serde_json::from_str::<Value>(detail).ok());
    json!({
        "at": event.at,
        "role": event.role,
        "what": event.what,
        "detail": detail,
        "from": event.from,
        "to": event.to,
    })
}

/// Erases somebody: name, address, contact, the text, the answer that may name the person, and what was published of them.
/// What was still open is closed as taken back by its sender. Says of how many feedbacks.
///
/// # Errors
/// [`StoreError`] when it was not done for all of them; done again, it goes on.
pub async fn erase(store: &Store, contact: &Contact, now: Moment) -> Result<usize, StoreError> {
    let all = store.sent_by(contact).await?;
    for sent in &all {
        let mut tries = 1;
        loop {
            let Some(entry) = store.entry(&sent.campaign, &sent.code, now.zone()).await? else { break };
            let event = status::Event::Close { because: CloseReason::Withdrawn };
            let next = match apply(&entry.standing, event, Mover { role: Role::Sender, unit: None }, now) {
                Ok((standing, _)) => entry.moved(standing, None),
                // It is closed already, for whatever reason.
                Err(_) => taken_back(&entry),
            };
            let event = event_of(&entry, &next, "erase", now);
            match store.erase_and_change(&next, &event, &act(sent, "erase", now)).await {
                Err(StoreError::Stale) if tries < TRIES => tries += 1,
                result => break result?,
            }
        }
    }
    // Also when there was nobody left: an earlier try may have come so far and no further.
    store.forget().await?;
    Ok(all.len())
}

/// Takes the consent to publication back for all that somebody has sent, and what was published of it away from the public.
/// Says of how many feedbacks.
///
/// # Errors
/// [`StoreError`] when it was not done for all of them; done again, it goes on.
pub async fn withdraw(store: &Store, contact: &Contact, now: Moment) -> Result<usize, StoreError> {
    let agreed = |sent: &Sent| sent.person.given().iter().any(|given| given.purpose == Purpose::Publish);
    let all: Vec<Sent> = store.sent_by(contact).await?.into_iter().filter(agreed).collect();
    for sent in &all {
        let mut tries = 1;
        loop {
            let Some(entry) = store.entry(&sent.campaign, &sent.code, now.zone()).await? else { break };
            let next = taken_back(&entry);
            let (event, act) = (event_of(&entry, &next, "withdraw", now), act(sent, "withdraw", now));
            match store.withdraw((&next, &sent.person), Purpose::Publish, &event, &act).await {
                Err(StoreError::Stale) if tries < TRIES => tries += 1,
                result => break result?,
            }
        }
    }
    store.forget().await?;
    Ok(all.len())
}

fn taken_back(entry: &Entry) -> Entry {
    let mut next = entry.clone();
    next.take_back();
    next
}

fn event_of(before: &Entry, after: &Entry, what: &str, at: Moment) -> Event {
    Event {
        at,
        role: Role::Sender,
        who: None,
        what: what.to_owned(),
        detail: None,
        from: Some(before.standing.status),
        to: after.standing.status,
    }
}

fn act(sent: &Sent, what: &str, at: Moment) -> Act {
    Act { on: Some((sent.campaign.clone(), sent.code.clone())), ..Act::by_nobody(at, what, None) }
}
