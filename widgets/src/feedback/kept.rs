//! What stays on the device: a draft while somebody writes, and what could not be sent yet.

use loa_feedback::Draft;
use web_sys::UrlSearchParams;

use super::wire;
use crate::memory;

/// After how many days a draft is forgotten.
const DAYS: f64 = 7.0;

/// When a draft was written, in days since 1970; beside its fields.
const DAY: &str = "day";

/// The place of one form's drafts: by campaign and agency, so that two portals on one site do not share them.
#[derive(Clone, Default)]
pub(super) struct Place {
    draft: String,
    queue: String,
}

impl Place {
    pub(super) fn new(campaign: &str, actor: &str) -> Self {
        Self {
            draft: ["loa-nhap:", campaign, ":", actor].concat(),
            queue: ["loa-cho-gui:", campaign, ":", actor].concat(),
        }
    }

    /// Keeps a draft, without its consents, which are given once more; whether the device keeps it.
    pub(super) fn keep_draft(&self, draft: Draft) -> bool {
        let text = wire::write(Draft { consents: Vec::new(), website: String::new(), ..draft });
        keep(&self.draft, &format!("{text}&{DAY}={}", today() as u32))
    }

    /// The draft, unless it is too old.
    pub(super) fn draft(&self) -> Option<Draft> {
        let text = memory::recall(memory::of_device(), &self.draft)?;
        let day = UrlSearchParams::new_with_str(&text).ok()?.get(DAY)?.parse::<u32>().ok()?;
        if today() - f64::from(day) > DAYS {
            self.forget_draft();
            return None;
        }
        Some(wire::read(&text))
    }

    pub(super) fn forget_draft(&self) {
        memory::keep(memory::of_device(), &self.draft, "");
    }

    /// Keeps what is to be sent, as it will be sent; whether the device keeps it.
    pub(super) fn keep_for_sending(&self, body: &str) -> bool {
        keep(&self.queue, body)
    }

    /// What is still to be sent.
    pub(super) fn for_sending(&self) -> Option<String> {
        memory::recall(memory::of_device(), &self.queue)
    }

    pub(super) fn forget_sending(&self) {
        memory::keep(memory::of_device(), &self.queue, "");
    }
}

fn keep(key: &str, value: &str) -> bool {
    memory::keep(memory::of_device(), key, value);
    memory::recall(memory::of_device(), key).as_deref() == Some(value)
}

fn today() -> f64 {
    (js_sys::Date::now() / 86_400_000.0).floor()
}
