//! How many units of time, which need not be a whole number.

use std::fmt;
use std::str::FromStr;

/// A count with up to three places behind the comma, never below zero: 3.5 working days.
///
/// It is kept in thousandths, so that two of them can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Quantity(u64);

/// Why a text is not a count of units.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a count of units, expected a number such as `7` or `3.5`, not below zero and with at most three places"
)]
pub struct InvalidQuantity(String);

const THOUSAND: u64 = 1000;

impl Quantity {
    /// A whole number of units.
    #[must_use]
    pub const fn whole(units: u32) -> Self {
        Self(units as u64 * THOUSAND)
    }

    /// Whether it is nothing at all.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }
}

/// With a point, as in the catalogue's JSON: `3.5`.
impl FromStr for Quantity {
    type Err = InvalidQuantity;

    fn from_str(text: &str) -> Result<Self, InvalidQuantity> {
        let invalid = || InvalidQuantity(text.to_owned());
        let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
        let is_number = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || rest.len() > 3 || !is_number(whole) || !is_number(rest) || text.ends_with('.') {
            return Err(invalid());
        }
        let whole: u32 = whole.parse().map_err(|_| invalid())?;
        let places: u64 = format!("{rest:0<3}").parse().map_err(|_| invalid())?;
        Ok(Self(u64::from(whole) * THOUSAND + places))
    }
}

impl TryFrom<String> for Quantity {
    type Error = InvalidQuantity;

    fn try_from(text: String) -> Result<Self, InvalidQuantity> {
        text.parse()
    }
}

impl From<Quantity> for String {
    fn from(quantity: Quantity) -> Self {
        quantity.written('.')
    }
}

impl Quantity {
    fn written(self, point: char) -> String {
        let (whole, places) = (self.0 / THOUSAND, self.0 % THOUSAND);
        if places == 0 {
            return whole.to_string();
        }
        format!("{whole}{point}{}", format!("{places:03}").trim_end_matches('0'))
    }
}

/// With a comma, as people here write: `3,5`.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written(','))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_kept_and_written_with_a_comma() {
        for (text, written) in [("7", "7"), ("3.5", "3,5"), ("17.25", "17,25"), ("0.125", "0,125"), ("2.0", "2")] {
            assert_eq!(text.parse::<Quantity>().unwrap().to_string(), written);
        }
        assert!("3.5".parse::<Quantity>().unwrap() < Quantity::whole(4));
    }

    #[test]
    fn what_is_no_count_is_told() {
        for text in ["", "-1", "3,5", "1e3", "7.", ".5", "0.1234", "99999999999"] {
            assert_eq!(
                text.parse::<Quantity>().unwrap_err().to_string(),
                format!(
                    "`{text}` is not a count of units, expected a number such as `7` or `3.5`, not below zero and with \
                     at most three places"
                )
            );
        }
    }
}
