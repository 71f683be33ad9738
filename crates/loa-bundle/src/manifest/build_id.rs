//! The name of a build.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use super::shown::shown;

/// What names a build: `20250201-0a1b2c3d`, the day of the content and the beginning of its sum.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct BuildId(String);

/// The longest name, in characters.
pub const MAX_BUILD_ID_LENGTH: usize = 64;

/// The text does not name a build.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{}` is not the id of a build, expected 1 to {MAX_BUILD_ID_LENGTH} of the letters a–z, digits and hyphens, for example `20250201-0a1b2c3d`",
    shown(.0)
)]
pub struct InvalidBuildId(String);

impl BuildId {
    /// Makes an id.
    ///
    /// # Errors
    /// [`InvalidBuildId`] when it is empty, too long, or has a character that does not belong.
    pub fn new(id: impl Into<String>) -> Result<Self, InvalidBuildId> {
        let id = id.into();
        let plain = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if plain && (1..=MAX_BUILD_ID_LENGTH).contains(&id.len()) { Ok(Self(id)) } else { Err(InvalidBuildId(id)) }
    }

    /// The id of a build with the content of `day`, everything in which has the sum `sum`.
    pub(crate) fn of(day: NaiveDate, sum: &[u8]) -> Self {
        let beginning: String = sum.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        // Digits, `a` to `f` and hyphens, whatever the day is.
        Self(format!("{:04}{:02}{:02}-{beginning}", day.year(), day.month(), day.day()))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for BuildId {
    type Err = InvalidBuildId;

    fn from_str(text: &str) -> Result<Self, InvalidBuildId> {
        Self::new(text)
    }
}

impl TryFrom<String> for BuildId {
    type Error = InvalidBuildId;

    fn try_from(text: String) -> Result<Self, InvalidBuildId> {
        Self::new(text)
    }
}

impl From<BuildId> for String {
    fn from(id: BuildId) -> Self {
        id.0
    }
}

impl fmt::Display for BuildId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_names_the_day_and_the_beginning_of_the_sum() {
        for (day, id) in [(NaiveDate::MIN, "-2621430101-00010aff"), (NaiveDate::MAX, "2621421231-00010aff")] {
            assert_eq!(BuildId::of(day, &[0, 1, 10, 255, 7]), BuildId::new(id).unwrap());
        }
    }

    #[test]
    fn an_id_is_plain_and_short() {
        assert_eq!(BuildId::new("20250201-0a1b2c3d").unwrap().as_str(), "20250201-0a1b2c3d");
        assert!(BuildId::new("a".repeat(64)).is_ok());
        for (wrong, cited) in [
            ("", String::new()),
            ("A", "A".to_owned()),
            ("\u{1b}[2J", "\\u{1b}[2J".to_owned()),
            (&*"a".repeat(100), format!("{}…", "a".repeat(80))),
        ] {
            assert_eq!(
                BuildId::new(wrong).unwrap_err().to_string(),
                format!(
                    "`{cited}` is not the id of a build, expected 1 to 64 of the letters a–z, digits and hyphens, for example `20250201-0a1b2c3d`"
                )
            );
        }
    }
}
