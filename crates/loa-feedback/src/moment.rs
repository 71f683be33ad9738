//! Points in time, to the second, as the zone of the plan shows them.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use loa_plan::{Zone, date};

/// A point in time with the offset in which people read it.
///
/// Two moments are equal when they are the same instant, whatever their offsets.
/// As text it is RFC 3339; chrono's own formatting is not used, since it weighs 10 KB in a browser.
///
/// ```
/// # use loa_feedback::Moment;
/// let moment: Moment = "2026-11-24T14:10:00+07:00".parse()?;
/// assert_eq!(moment.vietnamese(), "14:10 ngày 24/11/2026");
/// assert_eq!(moment.unix(), 1_795_504_200);
/// # Ok::<(), loa_feedback::InvalidMoment>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    seconds: i64,
    zone: Zone,
}

/// Why a text is not a moment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a moment, expected for example `2026-11-24T14:10:00+07:00`")]
pub struct InvalidMoment(String);

/// The first and the last second that are told apart: the years 1 to 9998, so that every offset stays in range.
const SECONDS: std::ops::RangeInclusive<i64> = -62_135_510_400..=253_370_764_800;

impl Moment {
    /// From seconds since 1970-01-01 00:00 UTC; outside of the years 1 to 9998 it is the nearest end.
    #[must_use]
    pub fn from_unix(seconds: i64, zone: Zone) -> Self {
        Self { seconds: seconds.clamp(*SECONDS.start(), *SECONDS.end()), zone }
    }

    /// From what clock and calendar show in the zone.
    #[must_use]
    pub fn from_local(local: NaiveDateTime, zone: Zone) -> Self {
        Self::from_unix(local.and_utc().timestamp() - offset(zone), zone)
    }

    /// At a time of a day in the zone.
    #[must_use]
    pub fn at(day: NaiveDate, time: NaiveTime, zone: Zone) -> Self {
        Self::from_local(day.and_time(time), zone)
    }

    /// Seconds since 1970-01-01 00:00 UTC.
    #[must_use]
    pub fn unix(self) -> i64 {
        self.seconds
    }

    /// The offset in which it is shown.
    #[must_use]
    pub fn zone(self) -> Zone {
        self.zone
    }

    /// The same instant, shown in another zone.
    #[must_use]
    pub fn in_zone(self, zone: Zone) -> Self {
        Self { zone, ..self }
    }

    /// What clock and calendar show.
    #[must_use]
    pub fn local(self) -> NaiveDateTime {
        DateTime::from_timestamp(self.seconds + offset(self.zone), 0).map(|utc| utc.naive_utc()).unwrap_or_default()
    }

    /// The day.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        self.local().date()
    }

    /// So many seconds later.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self::from_unix(self.seconds.saturating_add(seconds), self.zone)
    }

    /// As Vietnamese readers write it: `14:10 ngày 24/11/2026`.
    #[must_use]
    pub fn vietnamese(self) -> String {
        let local = self.local();
        format!("{:02}:{:02} ngày {}", local.hour(), local.minute(), date::vietnamese(local.date()))
    }
}

fn offset(zone: Zone) -> i64 {
    i64::from(zone.minutes()) * 60
}

impl PartialEq for Moment {
    fn eq(&self, other: &Self) -> bool {
        self.seconds == other.seconds
    }
}

impl Eq for Moment {}

impl Hash for Moment {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.seconds.hash(state);
    }
}

impl PartialOrd for Moment {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Moment {
    fn cmp(&self, other: &Self) -> Ordering {
        self.seconds.cmp(&other.seconds)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let local = self.local();
        let (hour, minute, second) = (local.hour(), local.minute(), local.second());
        write!(f, "{}T{hour:02}:{minute:02}:{second:02}{}", local.date(), self.zone)
    }
}

impl FromStr for Moment {
    type Err = InvalidMoment;

    fn from_str(text: &str) -> Result<Self, InvalidMoment> {
        read(text).ok_or_else(|| InvalidMoment(text.chars().take(40).collect()))
    }
}

/// A fraction of a second, which other programs write, is dropped.
fn read(text: &str) -> Option<Moment> {
    let (day, rest) = (text.get(..10)?, text.get(10..)?);
    let day = date::parse(day)?;
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let (time, rest) = (rest.get(..8)?, rest.get(8..)?);
    let mut parts = time.split(':').map(|part| {
        let digits = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        if digits { part.parse::<u32>().ok() } else { None }
    });
    let time = NaiveTime::from_hms_opt(parts.next()??, parts.next()??, parts.next()??)?;
    if parts.next().is_some() {
        return None;
    }
    let zone = match rest.strip_prefix('.') {
        Some(fraction) => {
            let zone = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
            (zone.len() < fraction.len()).then_some(zone)?
        }
        None => rest,
    };
    let zone = if zone.eq_ignore_ascii_case("z") { "+00:00" } else { zone }.parse().ok()?;
    Some(Moment::at(day, time, zone))
}

impl serde::Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Moment {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        <String as serde::Deserialize>::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

/// A stretch of time as chrono has it, for a difference of moments.
impl std::ops::Sub for Moment {
    type Output = TimeDelta;

    fn sub(self, other: Self) -> TimeDelta {
        TimeDelta::seconds(self.seconds - other.seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_and_written_alike() {
        for text in ["2026-11-24T14:10:00+07:00", "1969-12-31T23:59:59-03:30", "0001-01-02T00:00:00+00:00"] {
            assert_eq!(text.parse::<Moment>().map(|moment| moment.to_string()), Ok(text.to_owned()));
        }
        let same = |text: &str| text.parse::<Moment>().unwrap().unix();
        assert_eq!(same("2026-11-24T07:10:00.123Z"), same("2026-11-24T14:10:00+07:00"));
    }

    #[test]
    fn what_is_not_a_moment_is_told_an_example() {
        for wrong in [
            "",
            "2026-11-24",
            "2026-11-24T14:10+07:00",
            "2026-02-30T00:00:00Z",
            "2026-11-24T25:00:00Z",
            "2026-11-24T14:10:00",
            "2026-11-24T1:10:00:Z",
            "ngày mai, lúc mười giờ sáng",
        ] {
            assert!(wrong.parse::<Moment>().is_err(), "{wrong}");
        }
        assert_eq!(
            "24/11/2026".parse::<Moment>().unwrap_err().to_string(),
            "`24/11/2026` is not a moment, expected for example `2026-11-24T14:10:00+07:00`"
        );
    }

    #[test]
    fn a_moment_far_out_is_the_nearest_end() {
        assert_eq!(Moment::from_unix(i64::MAX, Zone::VIETNAM).day().to_string(), "9999-01-01");
        assert_eq!(Moment::from_unix(i64::MIN, Zone::VIETNAM).day().to_string(), "0001-01-02");
    }
}
