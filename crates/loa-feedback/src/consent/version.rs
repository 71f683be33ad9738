//! The version of the words of a consent.

use std::fmt;

use loa_plan::read::{Node, Read, Reader, Value};

/// The version of the words of a consent, counted from 1; it grows with each change of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Version(u32);

impl Version {
    /// Takes a number; none is less than 1.
    #[must_use]
    pub fn new(number: u32) -> Option<Self> {
        (number >= 1).then_some(Self(number))
    }

    /// The number.
    #[must_use]
    pub fn value(self) -> u64 {
        u64::from(self.0)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<'de> serde::Deserialize<'de> for Version {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let number = <u32 as serde::Deserialize>::deserialize(from)?;
        Self::new(number).ok_or_else(|| serde::de::Error::custom("a version is a whole number from 1 on"))
    }
}

impl Read for Version {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let help = format!("for the first wording write {}", reader.instead(Self::example()));
        let Value::Integer(number) = node.value else {
            reader.mismatch(node, "a whole number", help);
            return None;
        };
        let version = u32::try_from(number).ok().and_then(Self::new);
        if version.is_none() {
            reader.problem(node.span, format!("`{number}` is not a version, expected a whole number from 1 on"), help);
        }
        version
    }

    fn example() -> &'static str {
        "1"
    }
}
