//! The plan's time zone: a fixed offset, so that no time zone table is needed to know the day.

use std::fmt;
use std::str::FromStr;

/// A fixed offset from UTC such as `+07:00`.
///
/// Vietnam has had no daylight saving time since 1975, so an offset is exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Zone {
    minutes: i16,
}

/// Why a text is not an offset.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a time zone, expected an offset from -12:00 to +14:00, for Vietnam `+07:00`")]
pub struct InvalidZone(String);

impl Zone {
    /// Vietnam.
    pub const VIETNAM: Self = Self { minutes: 7 * 60 };

    /// Minutes east of Greenwich.
    #[must_use]
    pub fn minutes(self) -> i16 {
        self.minutes
    }

    /// The day in this zone at a moment, given in seconds since 1970-01-01 00:00 UTC.
    ///
    /// ```
    /// # use loa_plan::Zone;
    /// // 2025-06-30 17:00 UTC is midnight in Hanoi.
    /// let day = Zone::VIETNAM.day(1_751_302_800);
    /// assert_eq!(day.to_string(), "2025-07-01");
    /// ```
    #[must_use]
    pub fn day(self, unix_seconds: i64) -> chrono::NaiveDate {
        let local = unix_seconds.saturating_add(i64::from(self.minutes) * 60);
        let days = i32::try_from(local.div_euclid(86_400)).unwrap_or(i32::MAX);
        chrono::NaiveDate::from_epoch_days(days).unwrap_or(chrono::NaiveDate::MAX)
    }
}

impl FromStr for Zone {
    type Err = InvalidZone;

    fn from_str(text: &str) -> Result<Self, InvalidZone> {
        let invalid = || InvalidZone(text.to_owned());
        let (sign, rest) = match text.split_at_checked(1) {
            Some(("+", rest)) => (1, rest),
            Some(("-", rest)) => (-1, rest),
            _ => return Err(invalid()),
        };
        let (hours, minutes) = rest.split_once(':').ok_or_else(invalid)?;
        let number = |t: &str| {
            if t.len() == 2 && t.bytes().all(|b| b.is_ascii_digit()) { t.parse::<i16>().ok() } else { None }
        };
        let (Some(hours), Some(minutes)) = (number(hours), number(minutes)) else { return Err(invalid()) };
        let total = sign * (hours * 60 + minutes);
        if minutes < 60 && (-12 * 60..=14 * 60).contains(&total) { Ok(Self { minutes: total }) } else { Err(invalid()) }
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.minutes < 0 { '-' } else { '+' };
        let minutes = self.minutes.abs();
        write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

impl serde::Serialize for Zone {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Zone {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Zone {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Zone".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[+-][0-9]{2}:[0-9]{2}$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_is_read_and_written_alike() {
        for text in ["+07:00", "-03:30", "+00:00", "+14:00"] {
            assert_eq!(text.parse::<Zone>().map(|z| z.to_string()), Ok(text.into()));
        }
        assert_eq!(
            "Asia/Ho_Chi_Minh".parse::<Zone>().unwrap_err().to_string(),
            "`Asia/Ho_Chi_Minh` is not a time zone, expected an offset from -12:00 to +14:00, for Vietnam `+07:00`"
        );
        assert!("+7:00".parse::<Zone>().is_err());
        assert!("+25:00".parse::<Zone>().is_err());
    }
}
