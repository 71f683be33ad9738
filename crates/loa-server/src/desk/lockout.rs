//! How often a wrong password may be tried, by name and by address.
//!
//! Neither is kept: both are told from others by a hash whose secret is made when the process starts and dies with it.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use crate::throttle::network;

/// How often a name may be tried in vain.
const NAME: u32 = 5;

/// How often an address may; many officers share one.
const ADDRESS: u32 = 20;

/// How long it is then locked, and after how long tries are forgotten, in seconds.
const WINDOW: i64 = 15 * 60;

/// How many names and addresses are told apart. Beyond it those that are known stay locked, and others are held back by
/// the limit for each minute alone: whoever fills the memory must not keep everybody out.
const MEMORY: usize = 100_000;

/// How often those whose tries are over are looked for, in seconds.
const SWEEP: i64 = 60;

pub(crate) struct Lockout {
    secret: RandomState,
    memory: Mutex<Memory>,
}

struct Memory {
    tries: HashMap<u64, Tries>,
    /// When those that were over were last forgotten.
    swept: i64,
}

#[derive(Clone, Copy)]
struct Tries {
    count: u32,
    last: i64,
}

/// Too many tries were in vain; the next may come after so many minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Locked {
    pub minutes: i64,
}

impl Lockout {
    pub(crate) fn new() -> Self {
        Self { secret: RandomState::new(), memory: Mutex::new(Memory { tries: HashMap::new(), swept: 0 }) }
    }

    /// Takes note of a try before it is known how it ends, so that many at once count too.
    pub(super) fn admit(&self, name: &str, address: IpAddr, now: i64) -> Result<(), Locked> {
        let keys = self.keys(name, address);
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        let Memory { tries, swept } = &mut *memory;
        if now - *swept >= SWEEP {
            tries.retain(|_, one| now - one.last < WINDOW);
            *swept = now;
        }
        for (key, most) in keys {
            match tries.get(&key).copied() {
                Some(one) if now - one.last < WINDOW && one.count >= most => {
                    let seconds = WINDOW - (now - one.last);
                    return Err(Locked { minutes: (seconds + 59) / 60 });
                }
                Some(one) if now - one.last >= WINDOW => drop(tries.remove(&key)),
                _ => {}
            }
        }
        for (key, _) in keys {
            if tries.len() >= MEMORY && !tries.contains_key(&key) {
                continue;
            }
            let one = tries.entry(key).or_insert(Tries { count: 0, last: now });
            *one = Tries { count: one.count + 1, last: now };
        }
        Ok(())
    }

    /// The try was none in vain: the name's are forgotten, and this one of the address.
    pub(super) fn succeeded(&self, name: &str, address: IpAddr) {
        let [(name, _), (address, _)] = self.keys(name, address);
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        let Memory { tries, .. } = &mut *memory;
        tries.remove(&name);
        if let Some(one) = tries.get_mut(&address) {
            one.count = one.count.saturating_sub(1);
        }
    }

    fn keys(&self, name: &str, address: IpAddr) -> [(u64, u32); 2] {
        [(self.secret.hash_one(("name", name)), NAME), (self.secret.hash_one(("address", network(address))), ADDRESS)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 1));
    const THERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 2));

    #[test]
    fn a_name_is_locked_after_five_tries_wherever_they_come_from() {
        let lockout = Lockout::new();
        for i in 0..5 {
            assert_eq!(lockout.admit("lan", if i % 2 == 0 { HERE } else { THERE }, 0), Ok(()));
        }
        assert_eq!(lockout.admit("lan", THERE, 10), Err(Locked { minutes: 15 }));
        assert_eq!(lockout.admit("mai", THERE, 10), Ok(()));
        assert_eq!(lockout.admit("lan", HERE, 14 * 60 + 1), Err(Locked { minutes: 1 }));
        assert_eq!(lockout.admit("lan", HERE, 15 * 60), Ok(()));
    }

    #[test]
    fn an_address_is_locked_after_twenty_names() {
        let lockout = Lockout::new();
        let admitted = (0..30).filter(|i| lockout.admit(&format!("name-{i}"), HERE, 0).is_ok()).count();
        assert_eq!(admitted, 20);
        assert_eq!(lockout.admit("lan", THERE, 0), Ok(()));
    }

    #[test]
    fn whoever_fills_the_memory_keeps_nobody_out_and_gains_no_tries() {
        let lockout = Lockout::new();
        for _ in 0..5 {
            assert_eq!(lockout.admit("lan", HERE, 0), Ok(()));
        }
        for i in 0..MEMORY {
            let address = IpAddr::from(std::net::Ipv4Addr::from_bits(0x0a00_0000 + i as u32));
            assert_eq!(lockout.admit(&format!("name-{i}"), address, 1), Ok(()));
        }
        assert_eq!(lockout.admit("mai", THERE, 2), Ok(()));
        assert_eq!(lockout.admit("lan", THERE, 2), Err(Locked { minutes: 15 }));
        assert_eq!(lockout.memory.lock().unwrap().tries.len(), MEMORY);
        assert_eq!(lockout.admit("lan", THERE, 1 + WINDOW), Ok(()));
        assert_eq!(lockout.memory.lock().unwrap().tries.len(), 2);
    }

    #[test]
    fn who_signs_in_starts_anew() {
        let lockout = Lockout::new();
        for _ in 0..50 {
            assert_eq!(lockout.admit("lan", HERE, 0), Ok(()));
            lockout.succeeded("lan", HERE);
        }
    }
}
