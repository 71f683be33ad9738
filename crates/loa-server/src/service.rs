//! The service: a campaign, a store, and what guards them.

use std::sync::Arc;

use loa_feedback::{Moment, ReceiptCode};

use crate::campaign::{Campaign, Settings};
use crate::clock::Clock;
use crate::desk::Desk;
use crate::repeats::Repeats;
use crate::store::Store;
use crate::throttle::Throttle;

/// What every handler shares; clones are the same service.
#[derive(Clone)]
pub struct Service(Arc<Parts>);

struct Parts {
    campaign: Campaign,
    store: Store,
    clock: Clock,
    throttles: Throttles,
    repeats: Repeats,
    desk: Desk,
}

/// What may be sent of each kind: whoever is counted much must not keep others from sending feedback.
pub(crate) struct Throttles {
    pub feedback: Throttle,
    pub ratings: Throttle,
    pub counts: Throttle,
    /// Codes that nobody was given; of one address alone, so that nobody keeps all others from looking.
    pub guesses: Throttle,
}

impl Throttles {
    fn new(settings: &Settings) -> Self {
        let new = || Throttle::new(settings);
        let guesses = Throttle::of(settings.address_per_minute, u64::MAX);
        Self { feedback: new(), ratings: new(), counts: new(), guesses }
    }
}

/// The machine has no randomness to make a code from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the system gives no random bytes")]
pub struct NoRandomness;

impl Service {
    /// A service for a campaign.
    #[must_use]
    pub fn new(campaign: Campaign, store: Store, clock: Clock) -> Self {
        let throttles = Throttles::new(campaign.settings());
        Self(Arc::new(Parts { campaign, store, clock, throttles, repeats: Repeats::new(), desk: Desk::new() }))
    }

    /// The campaign.
    #[must_use]
    pub fn campaign(&self) -> &Campaign {
        &self.0.campaign
    }

    /// The store.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// Now, in the zone of the plan.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.0.clock.now(self.0.campaign.zone())
    }

    pub(crate) fn throttles(&self) -> &Throttles {
        &self.0.throttles
    }

    pub(crate) fn repeats(&self) -> &Repeats {
        &self.0.repeats
    }

    pub(crate) fn desk(&self) -> &Desk {
        &self.0.desk
    }
}

/// Bytes that nobody can predict, from the operating system.
pub(crate) fn random() -> Result<[u8; 16], NoRandomness> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(bytes)
}

/// A receipt code that nobody can guess.
pub(crate) fn new_code() -> Result<ReceiptCode, NoRandomness> {
    random().map(ReceiptCode::from_random)
}
