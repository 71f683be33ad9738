//! Many people who send at once: keep-alive connections to a service, each of which sends when it has its answer.

mod connection;
mod latency;
mod letter;

use std::cell::{Cell, RefCell};
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use tokio::task::LocalSet;

pub use letter::Receiver;

use connection::Connection;
use latency::Latencies;
use letter::Letter;

/// What is sent, and to whom.
#[derive(Debug, Clone)]
pub struct Load {
    /// Where the service listens.
    pub address: SocketAddr,
    /// Which service it is, and so what it wants to be sent.
    pub receiver: Receiver,
    /// How many send at once.
    pub connections: usize,
    /// When it is over.
    pub until: Until,
    /// Another number makes other keys, so that a second run is no repeat of the first.
    pub seed: u64,
}

/// When a load is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// After a time that is measured, and one before it that is not.
    Time {
        /// Until then nothing counts.
        warm_up: Duration,
        /// Then so long everything does.
        measured: Duration,
    },
    /// When so many were answered.
    Count(u64),
}

/// What came of a load.
#[derive(Debug, Clone)]
pub struct Sent {
    /// How many were answered well altogether, those before the measured time too.
    pub answered: u64,
    /// How many of them were answered in the measured time.
    pub measured: u64,
    /// How long that was.
    pub time: Duration,
    latencies: Latencies,
}

/// What the connections share; all are on one thread.
struct Shared {
    load: Load,
    begin: Instant,
    next: Cell<u64>,
    answered: Cell<u64>,
    /// The first answer that is no receipt ends everything.
    refused: RefCell<Option<String>>,
    latencies: RefCell<Latencies>,
}

impl Load {
    /// Sends until it is over.
    ///
    /// # Errors
    /// When the service cannot be reached, breaks off, or gives another answer than a receipt.
    pub fn send(self) -> Result<Sent> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let connections = self.connections;
        let shared = Rc::new(Shared {
            load: self,
            begin: Instant::now(),
            next: Cell::new(0),
            answered: Cell::new(0),
            refused: RefCell::new(None),
            latencies: RefCell::new(Latencies::default()),
        });
        let local = LocalSet::new();
        local.block_on(&runtime, async {
            let sending: Vec<_> =
                (0..connections).map(|_| tokio::task::spawn_local(Rc::clone(&shared).connection())).collect();
            for one in sending {
                one.await??;
            }
            anyhow::Ok(())
        })?;
        let refused = shared.refused.take();
        ensure!(refused.is_none(), "the service answered `{}`", refused.unwrap_or_default());
        let latencies = shared.latencies.take();
        let time = match shared.load.until {
            Until::Time { measured, .. } => measured,
            Until::Count(_) => shared.begin.elapsed(),
        };
        Ok(Sent { answered: shared.answered.get(), measured: latencies.count(), time, latencies })
    }
}

impl Shared {
    async fn connection(self: Rc<Self>) -> Result<()> {
        let mut connection = Connection::open(self.load.address).await?;
        let mut request = Vec::with_capacity(2_048);
        while let Some(number) = self.take() {
            Letter::new(self.load.seed, number).request(self.load.receiver, &mut request);
            let begin = Instant::now();
            let status = connection.exchange(&request).await?;
            let now = Instant::now();
            if status != 201 {
                self.refused.borrow_mut().get_or_insert_with(|| connection.last_answer());
                break;
            }
            self.answered.set(self.answered.get() + 1);
            if self.counts(now) {
                self.latencies.borrow_mut().add(now - begin);
            }
        }
        Ok(())
    }

    /// The number of the next letter; none when it is over.
    fn take(&self) -> Option<u64> {
        let number = self.next.get();
        let goes_on = match self.load.until {
            Until::Time { warm_up, measured } => self.begin.elapsed() < warm_up + measured,
            Until::Count(count) => number < count,
        };
        self.next.set(number + 1);
        (goes_on && self.refused.borrow().is_none()).then_some(number)
    }

    fn counts(&self, now: Instant) -> bool {
        match self.load.until {
            Until::Time { warm_up, measured } => (warm_up..warm_up + measured).contains(&(now - self.begin)),
            Until::Count(_) => true,
        }
    }
}

impl Sent {
    /// As `cargo xtask` reads it: times in milliseconds.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let milliseconds = |share: f64| self.latencies.at(share).as_secs_f64() * 1000.0;
        json!({
            "answered": self.answered,
            "each second": self.measured as f64 / self.time.as_secs_f64(),
            "p50": milliseconds(0.5),
            "p99": milliseconds(0.99),
            "longest": milliseconds(1.0),
        })
    }
}

#[cfg(test)]
mod tests;
