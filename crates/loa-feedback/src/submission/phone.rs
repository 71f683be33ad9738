//! Phone numbers as people in Vietnam write them.

use std::fmt;

use crate::spelling::plain;

/// A phone number that can be called: `+84912345678`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct PhoneNumber(String);

/// Why a text is not a phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidPhone {
    /// It is none.
    #[error("this is not a phone number, expected for example `0912 345 678` or `+84 912 345 678`")]
    NotANumber,
    /// A mobile number of eleven digits, as they were until 2018.
    #[error("mobile numbers of eleven digits ended in 2018, expected ten digits such as `0912 345 678`")]
    BeforeTheChange,
}

impl PhoneNumber {
    /// Reads a number with whatever stands between its digits: `0912.345.678`, `(024) 3825 6789`, `+84 (0)912 345 678`.
    ///
    /// # Errors
    /// [`InvalidPhone`] when no phone has it.
    pub fn new(text: &str) -> Result<Self, InvalidPhone> {
        let mut digits = String::new();
        let mut is_international = false;
        for c in plain(text).chars() {
            match c {
                '0'..='9' => digits.push(c),
                '+' if digits.is_empty() && !is_international => is_international = true,
                ' '
                | '.'
                | '-'
                | '('
                | ')'
                | '/'
                | '\t'
                | '–'
                | '‐'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}' => {}
                _ => return Err(InvalidPhone::NotANumber),
            }
        }
        if let Some(rest) = digits.strip_prefix("00") {
            // A number of this country with a zero too many, more likely than one of the few that look like it.
            if is_mobile(rest) || is_landline(rest) {
                return Err(InvalidPhone::NotANumber);
            }
            (digits, is_international) = (rest.to_owned(), true);
        }
        let national = match digits.strip_prefix("84") {
            Some(rest) if is_international || is_mobile(rest) || is_landline(rest) => rest,
            _ if is_international => {
                let good = (8..=15).contains(&digits.len()) && !digits.starts_with('0');
                return if good { Ok(Self(format!("+{digits}"))) } else { Err(InvalidPhone::NotANumber) };
            }
            _ => digits.strip_prefix('0').ok_or(InvalidPhone::NotANumber)?,
        };
        let national = national.strip_prefix('0').unwrap_or(national);
        if is_mobile(national) || is_landline(national) {
            return Ok(Self(format!("+84{national}")));
        }
        Err(if was_mobile(national) { InvalidPhone::BeforeTheChange } else { InvalidPhone::NotANumber })
    }

    /// With the code of the country and nothing between the digits: `+84912345678`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Nine digits after the zero, by the prefixes since 2018.
pub(crate) fn is_mobile(national: &str) -> bool {
    national.len() == 9 && national.starts_with(['3', '5', '7', '8', '9'])
}

/// Ten digits after the zero, of which the first is 2.
pub(crate) fn is_landline(national: &str) -> bool {
    national.len() == 10 && national.starts_with('2')
}

/// Ten digits after the zero, as mobile numbers had until 2018; people still write them.
pub(crate) fn was_mobile(national: &str) -> bool {
    national.len() == 10 && ["12", "16", "18", "19"].iter().any(|prefix| national.starts_with(prefix))
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        for text in [
            "0912345678",
            "0912 345 678",
            "0912.345.678",
            "0912-345-678",
            "+84912345678",
            "+84 912 345 678",
            "+84 (0)912 345 678",
            "84912345678",
            "0084 912 345 678",
            " ０９１２\u{a0}345\u{a0}678\u{200b} ",
        ] {
            assert_eq!(PhoneNumber::new(text).as_ref().map(PhoneNumber::as_str), Ok("+84912345678"), "{text}");
        }
        for text in ["(024) 3825 6789", "842438256789", "+84 24 3825 6789"] {
            assert_eq!(PhoneNumber::new(text).as_ref().map(PhoneNumber::as_str), Ok("+842438256789"), "{text}");
        }
        for text in ["+1 (202) 555-0123", "001 202 555 0123"] {
            assert_eq!(PhoneNumber::new(text).as_ref().map(PhoneNumber::as_str), Ok("+12025550123"), "{text}");
        }
    }

    #[test]
    fn what_no_phone_has_is_refused() {
        for wrong in [
            "",
            "0",
            "912345678",
            "0112345678",
            "091234567",
            "09123456789",
            "00912345678",
            "002438256789",
            "0112 345 6789",
            "0412345678",
            "+",
            "+8491234567",
            "0912345678 (Lan)",
            "++84912345678",
            "1900 1009",
            "113",
        ] {
            assert_eq!(PhoneNumber::new(wrong), Err(InvalidPhone::NotANumber), "{wrong}");
        }
        assert_eq!(PhoneNumber::new("0168 234 5678"), Err(InvalidPhone::BeforeTheChange));
        assert_eq!(
            InvalidPhone::NotANumber.to_string(),
            "this is not a phone number, expected for example `0912 345 678` or `+84 912 345 678`"
        );
        assert_eq!(
            InvalidPhone::BeforeTheChange.to_string(),
            "mobile numbers of eleven digits ended in 2018, expected ten digits such as `0912 345 678`"
        );
    }
}
