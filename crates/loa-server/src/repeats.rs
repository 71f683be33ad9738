//! Which ratings were counted just now, so that one whose answer was lost is not counted twice.
//!
//! A key is made anew for each rating and says nothing of who rates. Only a hash of it is remembered, whose secret dies with
//! the process, and no longer than an hour: a service that was started again in between counts a repeat once more.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use loa_feedback::submission::IdempotencyKey;

use crate::refusal::Refusal;

/// How long a repeat is known.
const MEMORY: Duration = Duration::from_secs(3_600);

/// How many are remembered, some 10 MB; what comes beyond that is counted, and its repeats are too.
const KEYS: usize = 200_000;

/// What was counted, by the hash of its key.
pub(crate) struct Repeats {
    secret: RandomState,
    keys: Mutex<HashMap<u64, (Instant, Seen)>>,
}

/// What is known of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seen {
    /// It is new.
    Never,
    /// Its rating is being counted.
    Begun,
    /// Its rating is counted.
    Counted,
    /// Nobody knows whether its rating was counted.
    Unclear,
}

impl Repeats {
    pub(crate) fn new() -> Self {
        Self { secret: RandomState::new(), keys: Mutex::default() }
    }

    /// What is known of a key; from now on its rating is being counted, when it is new.
    pub(crate) fn begin(&self, key: &IdempotencyKey, now: Instant) -> Seen {
        let hash = self.secret.hash_one(key);
        let mut keys = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        let is_fresh = |at: &Instant| now.duration_since(*at) < MEMORY;
        if let Some((_, seen)) = keys.get(&hash).filter(|(at, _)| is_fresh(at)) {
            return *seen;
        }
        if keys.len() >= KEYS {
            keys.retain(|_, (at, _)| is_fresh(at));
        }
        if keys.len() < KEYS {
            keys.insert(hash, (now, Seen::Begun));
        }
        Seen::Never
    }

    /// What came of it: only what was surely not counted may be tried again.
    pub(crate) fn end(&self, key: &IdempotencyKey, counted: &Result<(), Refusal>) {
        let hash = self.secret.hash_one(key);
        let mut keys = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = match counted {
            Ok(()) => Seen::Counted,
            Err(Refusal::Unknown) => Seen::Unclear,
            Err(_) => {
                keys.remove(&hash);
                return;
            }
        };
        if let Some((_, known)) = keys.get_mut(&hash) {
            *known = seen;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(number: u8) -> IdempotencyKey {
        IdempotencyKey::from_random([number; 16])
    }

    #[test]
    fn a_repeat_is_known_for_an_hour() {
        let (repeats, now) = (Repeats::new(), Instant::now());
        assert_eq!(repeats.begin(&key(1), now), Seen::Never);
        assert_eq!(repeats.begin(&key(1), now), Seen::Begun);
        repeats.end(&key(1), &Ok(()));
        assert_eq!([repeats.begin(&key(1), now), repeats.begin(&key(2), now)], [Seen::Counted, Seen::Never]);
        assert_eq!(repeats.begin(&key(1), now + MEMORY), Seen::Never);
    }

    #[test]
    fn what_was_not_counted_may_come_again_and_what_nobody_knows_may_not() {
        let now = Instant::now();
        for (refusal, seen) in [(Refusal::Busy, Seen::Never), (Refusal::Unknown, Seen::Unclear)] {
            let repeats = Repeats::new();
            assert_eq!(repeats.begin(&key(1), now), Seen::Never);
            repeats.end(&key(1), &Err(refusal));
            assert_eq!(repeats.begin(&key(1), now), seen);
        }
    }
}
