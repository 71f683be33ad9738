//! Typed ids: the short names by which parts of a plan point at each other.

use std::fmt;
use std::str::FromStr;

/// The longest id that is accepted, in characters; it becomes a file name and a part of an address.
pub const MAX_ID_LENGTH: usize = 64;

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidId {
    /// Nothing but white space was given.
    #[error("an id is empty, expected small letters, digits and hyphens such as `khai-sinh`")]
    Empty,
    /// The id is over [`MAX_ID_LENGTH`].
    #[error("the id `{id}` has {length} characters, expected at most {MAX_ID_LENGTH}")]
    TooLong {
        /// The id as found.
        id: String,
        /// Its length in characters.
        length: usize,
    },
    /// A character other than `a`–`z`, `0`–`9` and `-`, or a hyphen at an end.
    #[error(
        "the id `{id}` is not made of small letters a–z, digits and single hyphens, expected for example `{suggestion}`"
    )]
    Characters {
        /// The id as found.
        id: String,
        /// The nearest text that is an id.
        suggestion: String,
    },
}

/// Checks that `text` is an id.
///
/// # Errors
/// [`InvalidId`] says which rule was broken and what would do.
pub fn check_id(text: &str) -> Result<(), InvalidId> {
    if is_id(text.as_bytes()) { Ok(()) } else { Err(explain(text)) }
}

/// Whether it is one, in one pass: a plan has thousands of ids, and hardly one of them is wrong.
fn is_id(bytes: &[u8]) -> bool {
    let mut after_hyphen = true;
    for byte in bytes {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => after_hyphen = false,
            b'-' if !after_hyphen => after_hyphen = true,
            _ => return false,
        }
    }
    !after_hyphen && bytes.len() <= MAX_ID_LENGTH
}

fn explain(text: &str) -> InvalidId {
    if text.trim().is_empty() {
        return InvalidId::Empty;
    }
    let length = text.chars().count();
    if length > MAX_ID_LENGTH {
        return InvalidId::TooLong { id: text.to_owned(), length };
    }
    // A guide is named by its id, not by its file.
    let file = text.trim().strip_suffix(".md").map(|file| file.rsplit(['/', '\\']).next().unwrap_or(file));
    let suggestion = crate::words::slug(file.unwrap_or(text));
    let suggestion = if suggestion.is_empty() { "khai-sinh".to_owned() } else { suggestion };
    InvalidId::Characters { id: text.to_owned(), suggestion }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Makes an id.
            ///
            /// # Errors
            /// [`InvalidId`] when the text is not made of small letters, digits and hyphens.
            pub fn new(text: impl Into<String>) -> Result<Self, InvalidId> {
                let text = text.into();
                check_id(&text)?;
                Ok(Self(text))
            }

            /// The id as written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;
            fn from_str(text: &str) -> Result<Self, InvalidId> {
                Self::new(text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = String::deserialize(from)?;
                Self::new(text).map_err(serde::de::Error::custom)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
                    "maxLength": MAX_ID_LENGTH,
                })
            }
        }
    )*};
}

ids! {
    /// The id of a plan, for example `ke-hoach-2025`.
    PlanId;
    /// The id of a source document.
    SourceId;
    /// The id of a phase.
    PhaseId;
    /// The id of an audience.
    AudienceId;
    /// The id of a topic.
    TopicId;
    /// The id of a channel.
    ChannelId;
    /// The id of a message.
    MessageId;
    /// The id of an actor: an agency, an organisation, or a group of them.
    ActorId;
    /// The id of an activity.
    ActivityId;
    /// The id of a principle.
    PrincipleId;
    /// The id of an indicator.
    IndicatorId;
    /// The id of a target.
    TargetId;
    /// The id of an obligation.
    ObligationId;
    /// The id of a guide; the guide itself is in the crate `loa-procedure`.
    GuideId;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &str) -> String {
        check_id(text).map_or_else(|e| e.to_string(), |()| "fine".into())
    }

    #[test]
    fn an_id_is_small_letters_digits_and_hyphens() {
        assert_eq!(message("khai-sinh"), "fine");
        assert_eq!(
            message("Khai sinh"),
            "the id `Khai sinh` is not made of small letters a–z, digits and single hyphens, expected for example `khai-sinh`"
        );
        assert_eq!(
            message("Đăng ký"),
            "the id `Đăng ký` is not made of small letters a–z, digits and single hyphens, expected for example `dang-ky`"
        );
        assert_eq!(
            message("***"),
            "the id `***` is not made of small letters a–z, digits and single hyphens, expected for example `khai-sinh`"
        );
    }

    #[test]
    fn an_empty_or_a_long_id_is_refused() {
        assert_eq!(message(" "), "an id is empty, expected small letters, digits and hyphens such as `khai-sinh`");
        let long = "a".repeat(65);
        assert_eq!(message(&long), format!("the id `{long}` has 65 characters, expected at most 64"));
    }
}
