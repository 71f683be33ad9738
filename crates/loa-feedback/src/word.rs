//! Closed enums, each value with the one word that stands for it in files, on the wire and in a database.

/// Why a text is not one of the words of a closed enum.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is not a {what}, expected one of {expected}")]
pub struct UnknownWord {
    /// What the word should say.
    pub what: &'static str,
    /// The text as found.
    pub found: String,
    /// The words, with commas.
    pub expected: String,
}

impl UnknownWord {
    pub(crate) fn new(what: &'static str, found: &str, words: &[&str]) -> Self {
        let expected = words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
        let found = found.chars().take(40).collect();
        Self { what, found, expected }
    }
}

/// Makes a closed enum with its words; text, serde and the campaign's files all go through them.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $what:literal { $($(#[$value_doc:meta])* $word:literal => $value:ident,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$value_doc])* $value,)*
        }

        impl $name {
            /// Every value, in reading order.
            pub const ALL: &'static [Self] = &[$(Self::$value,)*];

            const WORDS: &'static [&'static str] = &[$($word,)*];

            /// The word that stands for it.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$value => $word,)*
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::UnknownWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL
                    .iter()
                    .copied()
                    .find(|value| value.as_str() == text)
                    .ok_or_else(|| $crate::UnknownWord::new($what, text, Self::WORDS))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                <String as serde::Deserialize>::deserialize(from)?.parse().map_err(serde::de::Error::custom)
            }
        }

        loa_plan::read_words!($name { $($word => $value,)* });
    };
}

pub(crate) use words;

#[cfg(test)]
mod tests {
    use crate::Status;

    #[test]
    fn a_word_is_read_and_written_alike_and_a_wrong_one_is_told_the_others() {
        for status in Status::ALL {
            assert_eq!(status.as_str().parse(), Ok(*status));
            let json = serde_json::to_string(status).unwrap();
            assert_eq!(serde_json::from_str::<Status>(&json).unwrap(), *status);
        }
        assert_eq!(
            "done".parse::<Status>().unwrap_err().to_string(),
            "`done` is not a status, expected one of `received`, `accepted`, `forwarded`, `answered`, `reopened`, `closed`"
        );
    }
}
