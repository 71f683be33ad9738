//! The one place where the command asks what day it is.

use std::time::{SystemTime, UNIX_EPOCH};

use chrono::NaiveDate;
use loa_plan::Zone;

/// Today in `zone`.
pub(crate) fn today(zone: Zone) -> NaiveDate {
    let seconds = match SystemTime::now().duration_since(UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_secs()).unwrap_or(i64::MAX),
        // A clock before 1970 is wrong anyway; the first day there is does no harm.
        Err(_) => 0,
    };
    zone.day(seconds)
}
