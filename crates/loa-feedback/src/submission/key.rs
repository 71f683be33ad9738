//! The key by which a client makes its repeats harmless.

use std::fmt;

/// The shortest key, in characters: enough for 96 random bits in base 64.
pub const MIN_KEY: usize = 16;

/// The longest key, in characters.
pub const MAX_KEY: usize = 64;

/// A key that a client makes once, at random, for what it sends.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct IdempotencyKey(String);

/// Why a text is not a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the idempotency key must have {MIN_KEY} to {MAX_KEY} letters a–z, A–Z, digits, `-` or `_`")]
pub struct InvalidKey;

impl IdempotencyKey {
    /// Takes a key.
    ///
    /// # Errors
    /// [`InvalidKey`] when it is too short, too long, or has other characters.
    pub fn new(text: &str) -> Result<Self, InvalidKey> {
        let good = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        if (MIN_KEY..=MAX_KEY).contains(&text.len()) && text.bytes().all(good) {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidKey)
        }
    }

    /// A key of random bytes, in hexadecimal digits.
    #[must_use]
    pub fn from_random(bytes: [u8; 16]) -> Self {
        let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
        Self(bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect())
    }

    /// The key.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for IdempotencyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> serde::Deserialize<'de> for IdempotencyKey {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::new(&<String as serde::Deserialize>::deserialize(from)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_long_enough_and_plain() {
        assert_eq!(IdempotencyKey::from_random([0xaf; 16]).as_str(), "af".repeat(16));
        assert!(IdempotencyKey::new("0190f5a4-7b1e-7c3a-9d2e-3f5a6b7c8d9e").is_ok());
        for wrong in ["", "short", "0123456789abcde\n", &"a".repeat(65), "chìa khóa của tôi"] {
            assert_eq!(IdempotencyKey::new(wrong), Err(InvalidKey), "{wrong}");
        }
        assert_eq!(
            InvalidKey.to_string(),
            "the idempotency key must have 16 to 64 letters a–z, A–Z, digits, `-` or `_`"
        );
    }
}
