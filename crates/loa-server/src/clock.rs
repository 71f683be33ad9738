//! What time it is: the one place where the service asks, and what tests put in its place.

use std::fmt;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use loa_feedback::Moment;
use loa_plan::Zone;

/// Gives the seconds since 1970-01-01 00:00 UTC.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> i64 + Send + Sync>);

impl Clock {
    /// The clock of the machine.
    #[must_use]
    pub fn system() -> Self {
        Self::new(|| {
            let since = SystemTime::now().duration_since(UNIX_EPOCH);
            // A clock before 1970 is wrong anyway; the first second there is does no harm.
            since.ok().and_then(|since| i64::try_from(since.as_secs()).ok()).unwrap_or_default()
        })
    }

    /// Another one, for previews and tests.
    pub fn new(seconds: impl Fn() -> i64 + Send + Sync + 'static) -> Self {
        Self(Arc::new(seconds))
    }

    /// Now, as the zone shows it.
    #[must_use]
    pub fn now(&self, zone: Zone) -> Moment {
        Moment::from_unix((self.0)(), zone)
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock")
    }
}
