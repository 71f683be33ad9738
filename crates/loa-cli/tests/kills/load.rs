//! Clients that send until they are told to stop, and retry what was cut off until it is acknowledged.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU16, AtomicU64, Ordering};
use std::sync::{Condvar, Mutex};
use std::time::Duration;

use super::client::{Reply, send};

/// How long clients may take; they end by themselves when they do not understand an answer.
const PATIENCE: Duration = Duration::from_secs(120);

/// Numbers that are the same for the same seed (xorshift).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    pub(crate) fn key(&mut self) -> String {
        format!("{:016x}{:016x}", self.next(), self.next())
    }
}

/// What was sent and acknowledged.
pub(crate) struct Load {
    port: AtomicU16,
    told: AtomicBool,
    repeated: AtomicU64,
    receipts: Mutex<BTreeMap<String, String>>,
    more: Condvar,
}

impl Load {
    pub(crate) fn new() -> Self {
        Self {
            port: AtomicU16::new(0),
            told: AtomicBool::new(false),
            repeated: AtomicU64::new(0),
            receipts: Mutex::new(BTreeMap::new()),
            more: Condvar::new(),
        }
    }

    /// Where the service is now.
    pub(crate) fn lead_to(&self, port: u16) {
        self.port.store(port, Ordering::SeqCst);
    }

    pub(crate) fn stop(&self) {
        self.told.store(true, Ordering::SeqCst);
    }

    pub(crate) fn acknowledged(&self) -> u64 {
        self.receipts.lock().unwrap().len() as u64
    }

    pub(crate) fn receipts(&self) -> BTreeMap<String, String> {
        self.receipts.lock().unwrap().clone()
    }

    pub(crate) fn repeated(&self) -> u64 {
        self.repeated.load(Ordering::SeqCst)
    }

    /// Waits until so many are acknowledged.
    pub(crate) fn wait_for(&self, many: u64) {
        let receipts = self.receipts.lock().unwrap();
        let is_short = |receipts: &mut BTreeMap<String, String>| (receipts.len() as u64) < many;
        let (receipts, waited) = self.more.wait_timeout_while(receipts, PATIENCE, is_short).unwrap();
        assert!(!waited.timed_out(), "{} of {many} are acknowledged, and no more come", receipts.len());
    }

    pub(crate) fn send_until_told(&self, client: u64, mut random: Random) {
        while !self.told.load(Ordering::SeqCst) {
            let key = random.key();
            let mut tries = 0;
            loop {
                match send(self.port.load(Ordering::SeqCst), &key) {
                    Ok(Reply { status: 201 | 200, code }) => {
                        let mut receipts = self.receipts.lock().unwrap();
                        assert_eq!(receipts.insert(key, code), None, "client {client}");
                        self.more.notify_all();
                        break;
                    }
                    // The database is away: nothing was kept, as far as this answer says.
                    Ok(Reply { status: 503, .. }) => {}
                    Ok(other) => panic!("client {client}: {other:?}"),
                    // Killed before, during or after the commit; nobody knows, so it is sent again.
                    Err(_) => std::thread::yield_now(),
                }
                tries += 1;
                if tries == 1 {
                    self.repeated.fetch_add(1, Ordering::SeqCst);
                }
            }
        }
    }
}
