//! How much one address, and everybody together, may send.
//!
//! An address is never kept: it is told from others by a hash whose secret is made when the process starts and dies with
//! it, and it is forgotten when it has been quiet for a minute.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::campaign::Settings;

/// Counts what came in, by address and altogether.
pub(crate) struct Throttle {
    secret: RandomState,
    address_per_minute: f64,
    campaign_per_minute: f64,
    state: Mutex<State>,
}

struct State {
    everybody: Bucket,
    addresses: HashMap<u64, Bucket>,
    /// When those that were quiet were last forgotten.
    swept: Instant,
}

/// What may still be sent, and since when that is so; it fills up again within a minute.
#[derive(Clone, Copy)]
struct Bucket {
    left: f64,
    at: Instant,
}

const MINUTE: Duration = Duration::from_secs(60);

/// How many addresses are told apart; more than that in a minute is an attack, and then the limit of the campaign holds.
const ADDRESSES: usize = 200_000;

/// Too much was sent; it may be tried again after so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooMuch {
    pub seconds: u64,
}

impl Throttle {
    /// By the limits of a campaign.
    pub(crate) fn new(settings: &Settings) -> Self {
        Self::of(settings.address_per_minute, settings.campaign_per_minute)
    }

    /// With limits of its own, for one address and for all together.
    pub(crate) fn of(address_per_minute: u64, campaign_per_minute: u64) -> Self {
        let now = Instant::now();
        let per_minute = |limit: u64| limit.clamp(1, u64::from(u32::MAX)) as f64;
        let (address_per_minute, campaign_per_minute) =
            (per_minute(address_per_minute), per_minute(campaign_per_minute));
        let everybody = Bucket { left: campaign_per_minute, at: now };
        let state = Mutex::new(State { everybody, addresses: HashMap::new(), swept: now });
        Self { secret: RandomState::new(), address_per_minute, campaign_per_minute, state }
    }

    /// Takes note of one request.
    pub(crate) fn admit(&self, address: IpAddr, now: Instant) -> Result<(), TooMuch> {
        let who = self.secret.hash_one(network(address));
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if now.duration_since(state.swept) >= MINUTE {
            state.addresses.retain(|_, bucket| now.duration_since(bucket.at) < MINUTE);
            state.swept = now;
        }
        if state.addresses.len() < ADDRESSES || state.addresses.contains_key(&who) {
            let full = Bucket { left: self.address_per_minute, at: now };
            state.addresses.entry(who).or_insert(full).take(self.address_per_minute, now)?;
        }
        state.everybody.take(self.campaign_per_minute, now)
    }

    /// Whether an address may go on, without taking note of anything.
    pub(crate) fn look(&self, address: IpAddr, now: Instant) -> Result<(), TooMuch> {
        let who = self.secret.hash_one(network(address));
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let mut bucket = state.addresses.get(&who).copied();
        bucket.as_mut().map_or(Ok(()), |bucket| bucket.take(self.address_per_minute, now))
    }
}

impl Bucket {
    fn take(&mut self, per_minute: f64, now: Instant) -> Result<(), TooMuch> {
        let passed = now.duration_since(self.at).as_secs_f64() / 60.0;
        let left = (self.left + passed * per_minute).min(per_minute);
        *self = Self { left, at: now };
        if left >= 1.0 {
            self.left -= 1.0;
            return Ok(());
        }
        let seconds = ((1.0 - left) * 60.0 / per_minute).ceil() as u64;
        Err(TooMuch { seconds: seconds.max(1) })
    }
}

/// One household has a whole /64 of IPv6 to choose from.
pub(crate) fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn throttle(address_per_minute: u64, campaign_per_minute: u64) -> Throttle {
        Throttle::new(&Settings { address_per_minute, campaign_per_minute, ..Settings::default() })
    }

    #[test]
    fn an_address_may_send_so_much_and_then_waits() {
        let (throttle, now) = (throttle(2, 100), Instant::now());
        let (a, b) = ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
        assert_eq!([throttle.admit(a, now), throttle.admit(a, now)], [Ok(()), Ok(())]);
        assert_eq!(throttle.admit(a, now), Err(TooMuch { seconds: 30 }));
        assert_eq!(throttle.admit(b, now), Ok(()));
        assert_eq!(throttle.admit(a, now + Duration::from_secs(31)), Ok(()));
        assert!(throttle.admit(a, now + Duration::from_secs(31)).is_err());
    }

    #[test]
    fn whoever_looks_takes_nothing() {
        let (throttle, now) = (throttle(1, 100), Instant::now());
        let a = "192.0.2.1".parse().unwrap();
        assert_eq!([throttle.look(a, now), throttle.look(a, now), throttle.admit(a, now)], [Ok(()); 3]);
        assert_eq!(throttle.look(a, now), Err(TooMuch { seconds: 60 }));
        assert_eq!(throttle.look(a, now + MINUTE), Ok(()));
    }

    #[test]
    fn a_campaign_takes_so_much_from_everybody() {
        let (throttle, now) = (throttle(100, 3), Instant::now());
        let admitted = (0..10).filter(|i| throttle.admit(IpAddr::from([192, 0, 2, *i]), now).is_ok()).count();
        assert_eq!(admitted, 3);
    }

    #[test]
    fn a_household_is_one_address_and_is_forgotten() {
        let (throttle, now) = (throttle(1, 100), Instant::now());
        assert!(throttle.admit("2001:db8::1".parse().unwrap(), now).is_ok());
        assert!(throttle.admit("2001:db8::2".parse().unwrap(), now).is_err());
        assert!(throttle.admit("2001:db8:0:1::1".parse().unwrap(), now + MINUTE * 2).is_ok());
        assert_eq!(throttle.state.lock().unwrap().addresses.len(), 1);
    }
}
