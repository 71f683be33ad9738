//! What stays on the device: a draft while somebody writes, and what could not be sent yet.

use loa_feedback::Draft;

use super::wire;
use crate::memory;

/// After how many days a draft is forgotten, and what waits to be sent.
const DAYS: u32 = 7;

/// What stands before the day on which something was kept, in days since 1970; it is the first of its fields.
const DAY: &str = "day=";

/// The place of one form's drafts: by campaign and agency, so that two portals on one site do not share them.
#[derive(Clone, Default)]
pub(super) struct Place {
    draft: String,
    /// Each submission waits in a place of its own, named by its key, so that two tabs leave each other's alone.
    queue: String,
}

/// What is still to be sent.
pub(super) enum Queued {
    /// Nothing.
    None,
    /// Nothing any more: it has waited for too long.
    Expired,
    /// This, and maybe more.
    Body(String),
}

impl Place {
    pub(super) fn new(campaign: &str, actor: &str) -> Self {
        Self {
            draft: ["loa-nhap:", campaign, ":", actor].concat(),
            queue: ["loa-cho-gui:", campaign, ":", actor, ":"].concat(),
        }
    }

    /// Keeps a draft, without its consents, which are given once more; whether the device keeps it.
    pub(super) fn keep_draft(&self, draft: Draft) -> bool {
        keep(&self.draft, &wire::write(Draft { consents: Vec::new(), website: String::new(), ..draft }))
    }

    /// The draft, unless it is too old.
    pub(super) fn draft(&self) -> Option<Draft> {
        fresh(&self.draft).map(|text| wire::read(&text))
    }

    pub(super) fn forget_draft(&self) {
        forget(&self.draft);
    }

    /// Keeps what is to be sent, as it will be sent; whether the device keeps it.
    pub(super) fn keep_for_sending(&self, body: &str) -> bool {
        keep(&self.slot(body), body)
    }

    /// What is still to be sent, by this tab or by another one.
    pub(super) fn for_sending(&self) -> Queued {
        let Some(storage) = memory::of_device() else { return Queued::None };
        let mut queued = Queued::None;
        // From the end, since what is too old is taken away on the way.
        for i in (0..storage.length().unwrap_or(0)).rev() {
            if let Some(name) = storage.key(i).ok().flatten().filter(|name| name.starts_with(&self.queue)) {
                match fresh(&name) {
                    Some(body) => return Queued::Body(body),
                    None => queued = Queued::Expired,
                }
            }
        }
        queued
    }

    /// Forgets what was sent, unless something else waits under its key by now.
    pub(super) fn forget_sending(&self, body: &str) {
        let slot = self.slot(body);
        if fresh(&slot).is_some_and(|kept| kept == body) {
            forget(&slot);
        }
    }

    fn slot(&self, body: &str) -> String {
        [&*self.queue, &wire::read(body).idempotency_key].concat()
    }
}

fn keep(name: &str, text: &str) -> bool {
    let text = [DAY, &*today().to_string(), "&", text].concat();
    memory::keep(memory::of_device(), name, &text);
    memory::recall(memory::of_device(), name).as_deref() == Some(&*text)
}

/// What was kept, without its day; what is too old is forgotten.
fn fresh(name: &str) -> Option<String> {
    let text = memory::recall(memory::of_device(), name)?;
    let (day, rest) = text.split_once('&').unwrap_or_default();
    let day = day.strip_prefix(DAY).and_then(|day| day.parse::<u32>().ok());
    if day.is_some_and(|day| today().saturating_sub(day) <= DAYS) {
        return Some(rest.to_owned());
    }
    forget(name);
    None
}

fn forget(name: &str) {
    memory::keep(memory::of_device(), name, "");
}

fn today() -> u32 {
    (js_sys::Date::now() / 86_400_000.0) as u32
}
