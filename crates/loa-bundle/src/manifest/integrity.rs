//! What a file's bytes must be, as browsers write it in `integrity="…"`.

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use super::shown::shown;

/// The SHA-384 of a file: `sha384-…`, in the form of subresource integrity.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Integrity(String);

/// The text is not the SHA-384 of anything.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is not a SHA-384, expected `sha384-` and 64 letters of base64", shown(.0))]
pub struct InvalidIntegrity(String);

const PREFIX: &str = "sha384-";

impl Integrity {
    /// The SHA-384 of `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(format!("{PREFIX}{}", STANDARD.encode(Sha384::digest(bytes))))
    }

    /// The text for `integrity="…"`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Integrity {
    type Err = InvalidIntegrity;

    fn from_str(text: &str) -> Result<Self, InvalidIntegrity> {
        let sum = text.strip_prefix(PREFIX).and_then(|sum| STANDARD.decode(sum).ok());
        match sum {
            Some(sum) if sum.len() == 48 => Ok(Self(text.to_owned())),
            _ => Err(InvalidIntegrity(text.to_owned())),
        }
    }
}

impl TryFrom<String> for Integrity {
    type Error = InvalidIntegrity;

    fn try_from(text: String) -> Result<Self, InvalidIntegrity> {
        text.parse()
    }
}

impl From<Integrity> for String {
    fn from(integrity: Integrity) -> Self {
        integrity.0
    }
}

impl fmt::Display for Integrity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_of_known_bytes_is_the_published_one() {
        // The example "abc" of FIPS 180-4.
        assert_eq!(
            Integrity::of(b"abc").as_str(),
            "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
        );
    }

    #[test]
    fn only_a_whole_sum_is_one() {
        let sum = Integrity::of(b"abc").to_string();
        assert_eq!(sum.parse(), Ok(Integrity::of(b"abc")));
        assert_eq!(
            "sha384-abc".parse::<Integrity>().unwrap_err().to_string(),
            "`sha384-abc` is not a SHA-384, expected `sha384-` and 64 letters of base64"
        );
        assert!(sum.replace("sha384", "sha256").parse::<Integrity>().is_err());
    }
}
