//! The codes of the national catalogue of procedures.

use std::fmt;
use std::str::FromStr;

/// The code of a procedure (mã thủ tục), for example `1.001193`.
///
/// Lists of single provinces put more behind it: `1.001193.000.00.00.H26`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct ProcedureCode(String);

/// Why a text is not the code of a procedure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the code of a procedure, expected a digit, a point and six digits such as `1.001193`")]
pub struct InvalidCode(String);

impl ProcedureCode {
    /// Makes a code.
    ///
    /// # Errors
    /// [`InvalidCode`] when the text does not have the form of one; whether the catalogue has it is not known here.
    pub fn new(text: impl Into<String>) -> Result<Self, InvalidCode> {
        let text = text.into();
        let mut parts = text.split('.');
        let digits = |part: Option<&str>, count| {
            part.is_some_and(|part| part.len() == count && part.bytes().all(|b| b.is_ascii_digit()))
        };
        let begins_well = digits(parts.next(), 1) && digits(parts.next(), 6);
        let rest: Vec<&str> = parts.collect();
        let ends_well = rest.len() <= 4
            && rest.iter().all(|part| {
                (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
            });
        if begins_well && ends_well { Ok(Self(text)) } else { Err(InvalidCode(text)) }
    }

    /// The code as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ProcedureCode {
    type Err = InvalidCode;

    fn from_str(text: &str) -> Result<Self, InvalidCode> {
        Self::new(text)
    }
}

impl fmt::Display for ProcedureCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> serde::Deserialize<'de> for ProcedureCode {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::new(String::deserialize(from)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_a_digit_a_point_and_six_digits() {
        for code in ["1.001193", "2.000635", "1.001193.000.00.00.H26"] {
            assert_eq!(code.parse::<ProcedureCode>().map(|c| c.to_string()), Ok(code.to_owned()));
        }
        for wrong in ["1.00119", "1001193", "1.001193.", "1.001193.000.00.00.H26.1", "a.001193", ""] {
            assert!(ProcedureCode::new(wrong).is_err(), "{wrong}");
        }
        assert_eq!(
            ProcedureCode::new("1.1193").unwrap_err().to_string(),
            "`1.1193` is not the code of a procedure, expected a digit, a point and six digits such as `1.001193`"
        );
    }
}
