//! A consent that somebody gave: for one purpose, to the words of one version.

use std::fmt;
use std::str::FromStr;

use super::{Purpose, Version};

/// A consent that was given, as text `answer@1`: the purpose and the version of the words.
///
/// It is stored with the feedback, so that it can be shown later to which words somebody agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Given {
    /// The purpose.
    pub purpose: Purpose,
    /// The version of the words.
    pub version: Version,
}

/// Why a text is not a consent that was given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a consent, expected a purpose and a version such as `answer@1`")]
pub struct InvalidGiven(String);

impl FromStr for Given {
    type Err = InvalidGiven;

    fn from_str(text: &str) -> Result<Self, InvalidGiven> {
        let read = || {
            let (purpose, version) = text.split_once('@')?;
            let digits = !version.is_empty() && version.bytes().all(|b| b.is_ascii_digit());
            let version = if digits { Version::new(version.parse().ok()?)? } else { return None };
            Some(Self { purpose: purpose.parse().ok()?, version })
        };
        read().ok_or_else(|| InvalidGiven(text.chars().take(40).collect()))
    }
}

impl fmt::Display for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.purpose, self.version)
    }
}

impl serde::Serialize for Given {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Given {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        <String as serde::Deserialize>::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_consent_is_read_and_written_alike() {
        let version = |number| Version::new(number).unwrap();
        assert_eq!("answer@12".parse(), Ok(Given { purpose: Purpose::Answer, version: version(12) }));
        assert_eq!(Given { purpose: Purpose::Publish, version: version(1) }.to_string(), "publish@1");
        for wrong in ["", "answer", "answer@", "answer@0", "answer@+1", "sell@1", "answer@1@1", "answer@4294967296"] {
            assert!(wrong.parse::<Given>().is_err(), "{wrong}");
        }
        assert_eq!(
            "on".parse::<Given>().unwrap_err().to_string(),
            "`on` is not a consent, expected a purpose and a version such as `answer@1`"
        );
    }
}
