//! The version of the plan format; readers accept every older one.

/// The version of the format in which a plan is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Format {
    /// `format = 1`.
    #[default]
    V1,
}

/// Why a number is not a version of the format.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("format `{0}` is not known to this version of Loa, expected `1`")]
pub struct UnknownFormat(pub i64);

impl Format {
    /// The version by its number.
    ///
    /// # Errors
    /// [`UnknownFormat`] for a number that this version of Loa does not know.
    pub fn new(number: i64) -> Result<Self, UnknownFormat> {
        if number == 1 { Ok(Self::V1) } else { Err(UnknownFormat(number)) }
    }

    /// The number.
    #[must_use]
    pub fn number(self) -> u8 {
        1
    }
}

impl serde::Serialize for Format {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u8(self.number())
    }
}

impl<'de> serde::Deserialize<'de> for Format {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::new(i64::deserialize(from)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Format {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Format".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "const": 1 })
    }
}
