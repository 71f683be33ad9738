//! Percentages and counts that cannot be out of range.

use std::fmt;

/// A share between 0 and 100 %, exact to a hundredth of a percent.
///
/// In a file it is a number such as `60` or `16.5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(u16);

/// How many people, agencies, dossiers: a whole number that is not negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Count(u64);

/// Why a number is neither a percentage nor a count.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidNumber {
    /// Under 0 or over 100.
    #[error("`{0}` is not a percentage, expected a number from 0 to 100")]
    Percent(f64),
    /// More than two digits after the point.
    #[error("`{0}` has more than two digits after the point, expected for example `16.52`")]
    Precision(f64),
    /// Negative, or over [`MAX_COUNT`].
    #[error("`{0}` is not a count, expected a whole number from 0 to {MAX_COUNT}")]
    Count(i64),
}

/// The largest count: JSON readers in browsers keep whole numbers exact up to here (2^53 − 1).
pub const MAX_COUNT: i64 = 9_007_199_254_740_991;

impl Percent {
    /// All of it.
    pub const ALL: Self = Self(10_000);

    /// Makes a percentage from a number such as `16.5`.
    ///
    /// # Errors
    /// [`InvalidNumber`] when it is not within 0 to 100, or finer than a hundredth.
    pub fn new(value: f64) -> Result<Self, InvalidNumber> {
        if !(0.0..=100.0).contains(&value) {
            return Err(InvalidNumber::Percent(value));
        }
        let hundredths = (value * 100.0).round();
        if (value * 100.0 - hundredths).abs() > 1e-6 {
            return Err(InvalidNumber::Precision(value));
        }
        Ok(Self(hundredths as u16))
    }

    /// The share of `numerator` in `denominator`, rounded to a hundredth; `None` when it is not a share.
    #[must_use]
    pub fn of(numerator: Count, denominator: Count) -> Option<Self> {
        if denominator.0 == 0 || numerator.0 > denominator.0 {
            return None;
        }
        let hundredths = (u128::from(numerator.0) * 10_000 + u128::from(denominator.0) / 2) / u128::from(denominator.0);
        u16::try_from(hundredths).ok().map(Self)
    }

    /// Hundredths of a percent: 1650 for 16.5 %.
    #[must_use]
    pub fn hundredths(self) -> u16 {
        self.0
    }

    /// The number as written in a file: 16.5 for 16.5 %.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

impl Count {
    /// One of something.
    pub const ONE: Self = Self(1);

    /// Makes a count.
    ///
    /// # Errors
    /// [`InvalidNumber::Count`] when it is negative or over [`MAX_COUNT`].
    pub fn new(value: i64) -> Result<Self, InvalidNumber> {
        match u64::try_from(value) {
            Ok(count) if value <= MAX_COUNT => Ok(Self(count)),
            _ => Err(InvalidNumber::Count(value)),
        }
    }

    /// The number.
    #[must_use]
    pub fn value(self) -> u64 {
        self.0
    }
}

/// As Vietnamese readers write it: `16,5 %`.
impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        match (rest / 10, rest % 10) {
            (0, 0) => write!(f, "{whole} %"),
            (tenths, 0) => write!(f, "{whole},{tenths} %"),
            (tenths, hundredths) => write!(f, "{whole},{tenths}{hundredths} %"),
        }
    }
}

/// As Vietnamese readers write it: `1.859`.
impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                f.write_str(".")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

impl serde::Serialize for Percent {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(100) { to.serialize_u16(self.0 / 100) } else { to.serialize_f64(self.value()) }
    }
}

impl<'de> serde::Deserialize<'de> for Percent {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::new(f64::deserialize(from)?).map_err(serde::de::Error::custom)
    }
}

impl<'de> serde::Deserialize<'de> for Count {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::new(i64::deserialize(from)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Percent {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Percent".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number", "minimum": 0, "maximum": 100 })
    }
}

/// A value with its unit: a share or a count.
///
/// In a file it is `{ percent = 60 }` or `{ count = 32 }`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Amount {
    /// A share.
    Percent(Percent),
    /// A number of things.
    Count(Count),
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Percent(percent) => percent.fmt(f),
            Self::Count(count) => count.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_stays_within_its_range() {
        assert_eq!(Percent::new(16.5).map(|p| p.to_string()), Ok("16,5 %".into()));
        assert_eq!(Percent::new(100.0), Ok(Percent::ALL));
        let message = |v| Percent::new(v).unwrap_err().to_string();
        assert_eq!(message(101.0), "`101` is not a percentage, expected a number from 0 to 100");
        assert_eq!(message(f64::NAN), "`NaN` is not a percentage, expected a number from 0 to 100");
        assert_eq!(message(1.234), "`1.234` has more than two digits after the point, expected for example `16.52`");
    }

    #[test]
    fn a_share_is_rounded_and_never_over_all() {
        let count = |n| Count::new(n).unwrap();
        assert_eq!(Percent::of(count(307), count(1859)).map(|p| p.to_string()), Some("16,51 %".into()));
        assert_eq!(Percent::of(count(2), count(1)), None);
        assert_eq!(Percent::of(count(0), count(0)), None);
    }

    #[test]
    fn a_count_is_grouped_by_points() {
        assert_eq!(Count::new(1_446_705).unwrap().to_string(), "1.446.705");
        assert_eq!(
            Count::new(-1).unwrap_err().to_string(),
            "`-1` is not a count, expected a whole number from 0 to 9007199254740991"
        );
    }
}
