//! The receipt code: what a person keeps, reads out over the phone, and finds the answer with.
//!
//! It is made of digits alone. In Vietnamese a letter has several names (`bê`, `bờ`; `i ngắn`, `i dài`) and several sound
//! alike, while a digit has one or two that everybody knows; a phone's keypad has digits, and nobody need wonder about
//! capital letters. So it is longer than a code with letters: five groups of four.

use std::fmt;
use std::str::FromStr;

use loa_plan::words::fold;

use crate::spelling::plain;

/// How many digits a code has; the last one is the check digit.
pub const CODE_DIGITS: usize = 20;

/// How many digits stand together when it is shown.
const GROUP: usize = 4;

/// A receipt code such as `4821-9930-5127-7786-0311`: nineteen random digits, 63 bits, and one that checks them.
///
/// The check digit (Damm) shows any single wrong digit and any two neighbours that were swapped.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReceiptCode([u8; CODE_DIGITS]);

/// Why a text is not a receipt code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidReceiptCode {
    /// It has another length, or signs that no code has.
    #[error("this is not a receipt code, expected {CODE_DIGITS} digits such as `4821-9930-5127-7786-0311`")]
    NotACode,
    /// It has the form of one, and a digit is wrong or two are swapped.
    #[error("a digit of the receipt code is wrong, or two are swapped; compare it with the receipt")]
    WrongDigit,
}

impl InvalidReceiptCode {
    /// The same for the person who typed it.
    #[must_use]
    pub fn vietnamese(self) -> &'static str {
        match self {
            Self::NotACode => "Đây chưa phải là mã phiếu. Mã phiếu có 20 chữ số, ví dụ 4821-9930-5127-7786-0311.",
            Self::WrongDigit => "Mã phiếu có chữ số bị nhầm hoặc bị đảo chỗ. Xin so lại với mã trên phiếu.",
        }
    }
}

/// Damm's table: a quasigroup of order 10 in which no swap goes unseen.
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

fn damm(digits: &[u8]) -> u8 {
    digits.iter().fold(0, |state, digit| DAMM[usize::from(state)][usize::from(digit % 10)])
}

impl ReceiptCode {
    /// A code made of random bytes, which must come from a generator that nobody can predict.
    #[cfg(feature = "service")]
    #[must_use]
    pub fn from_random(bytes: [u8; 16]) -> Self {
        let mut rest = u128::from_le_bytes(bytes);
        let mut digits = [0; CODE_DIGITS];
        let (random, check) = digits.split_at_mut(CODE_DIGITS - 1);
        for digit in random.iter_mut() {
            *digit = (rest % 10) as u8;
            rest /= 10;
        }
        check.fill(damm(random));
        Self(digits)
    }

    /// The digits without anything between them, as they stand in addresses and databases.
    #[must_use]
    pub fn digits(&self) -> String {
        self.0.iter().map(|digit| char::from(b'0' + digit)).collect()
    }
}

impl FromStr for ReceiptCode {
    type Err = InvalidReceiptCode;

    /// Forgives spaces, hyphens and points wherever they stand, letters that look like digits (`O`, `l`), full-width
    /// digits, and digits written as Vietnamese words, also with their other names (`tư`, `lăm`, `bẩy`).
    fn from_str(text: &str) -> Result<Self, InvalidReceiptCode> {
        let digits = read(text).ok_or(InvalidReceiptCode::NotACode)?;
        let digits: [u8; CODE_DIGITS] = digits.try_into().map_err(|_| InvalidReceiptCode::NotACode)?;
        if damm(&digits) == 0 { Ok(Self(digits)) } else { Err(InvalidReceiptCode::WrongDigit) }
    }
}

/// No code is longer, also when every digit is written as a word.
const LONGEST: usize = 400;

fn read(text: &str) -> Option<Vec<u8>> {
    if text.len() > LONGEST {
        return None;
    }
    let folded = fold(&plain(text));
    let mut digits = Vec::new();
    let is_between = |c: char| {
        c.is_whitespace()
            || matches!(c, '-' | '–' | '—' | '‑' | '.' | ',' | '_' | '/' | '\u{200b}'..='\u{200d}' | '\u{feff}')
    };
    for part in folded.split(is_between).filter(|part| !part.is_empty()) {
        match word_digit(part) {
            Some(digit) => digits.push(digit),
            None => {
                for c in part.chars() {
                    digits.push(match c {
                        '0'..='9' => c as u8 - b'0',
                        'o' | 'q' => 0,
                        'i' | 'l' | '|' => 1,
                        _ => return None,
                    });
                }
            }
        }
    }
    Some(digits)
}

/// The digit that a folded Vietnamese word names.
pub(crate) fn word_digit(word: &str) -> Option<u8> {
    Some(match word {
        "khong" => 0,
        "mot" => 1,
        "hai" => 2,
        "ba" => 3,
        "bon" | "tu" => 4,
        "nam" | "lam" | "nham" => 5,
        "sau" => 6,
        "bay" => 7,
        "tam" => 8,
        "chin" => 9,
        _ => return None,
    })
}

/// In groups: `4821-9930-5127-7786-0311`.
impl fmt::Display for ReceiptCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, digit) in self.0.iter().enumerate() {
            if i > 0 && i % GROUP == 0 {
                f.write_str("-")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for ReceiptCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReceiptCode({self})")
    }
}

impl serde::Serialize for ReceiptCode {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for ReceiptCode {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        <String as serde::Deserialize>::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(all(test, feature = "service"))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const CODE: &str = "4821-9930-5127-7786-0311";

    #[test]
    fn a_code_is_read_however_it_is_said_or_written() {
        for text in [
            CODE,
            "48219930512777860311",
            " 4821 9930 5127 7786 0311 ",
            "4821.9930.5127.7786.0311",
            "4 8 2 1 9930 5127 7786 O3ll",
            "４８２１－９９３０－５１２７－７７８６－０３１１",
            "4821–9930–5127–7786–0311",
            "4821\u{200b}9930 5127\u{a0}7786 0311",
            "bốn tám hai một chín chín ba không năm một hai bảy bảy bảy tám sáu không ba một một",
            "TƯ TÁM HAI MỘT, CHÍN CHÍN BA KHÔNG, LĂM MỘT HAI BẨY, BẢY BẢY TÁM SÁU, KHÔNG BA MỘT MỐT",
            "tu tam hai mot chin chin ba khong nam mot hai bay bay bay tam sau khong ba mot mot",
        ] {
            assert_eq!(text.parse::<ReceiptCode>().map(|code| code.to_string()), Ok(CODE.to_owned()), "{text}");
        }
        assert_eq!(CODE.parse::<ReceiptCode>().map(|code| code.digits()), Ok("48219930512777860311".to_owned()));
    }

    #[test]
    fn what_is_no_code_is_told_apart_from_a_slip() {
        for text in [
            "",
            "4821",
            "4821-9930-5127-7786-031",
            "4821-9930-5127-7786-03112",
            "H26.19.8-241120-0001",
            "mã phiếu",
            &"1".repeat(500),
        ] {
            assert_eq!(text.parse::<ReceiptCode>(), Err(InvalidReceiptCode::NotACode), "{text}");
        }
        assert_eq!("4821-9930-5127-7786-0312".parse::<ReceiptCode>(), Err(InvalidReceiptCode::WrongDigit));
        assert_eq!(
            InvalidReceiptCode::NotACode.to_string(),
            "this is not a receipt code, expected 20 digits such as `4821-9930-5127-7786-0311`"
        );
        assert_eq!(
            InvalidReceiptCode::WrongDigit.to_string(),
            "a digit of the receipt code is wrong, or two are swapped; compare it with the receipt"
        );
        assert_eq!(
            InvalidReceiptCode::NotACode.vietnamese(),
            "Đây chưa phải là mã phiếu. Mã phiếu có 20 chữ số, ví dụ 4821-9930-5127-7786-0311."
        );
        assert_eq!(
            InvalidReceiptCode::WrongDigit.vietnamese(),
            "Mã phiếu có chữ số bị nhầm hoặc bị đảo chỗ. Xin so lại với mã trên phiếu."
        );
        assert!(CODE.parse::<ReceiptCode>().is_ok());
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_wrong_digit_and_any_swap_shows(bytes: [u8; 16], at in 0..CODE_DIGITS, other in 1_u8..10) {
            let code = ReceiptCode::from_random(bytes);
            prop_assert_eq!(code.to_string().parse::<ReceiptCode>(), Ok(code.clone()));
            let mut digits: Vec<u8> = code.digits().into_bytes();
            digits[at] = b'0' + (digits[at] - b'0' + other) % 10;
            let wrong = String::from_utf8(digits).unwrap();
            prop_assert_eq!(wrong.parse::<ReceiptCode>(), Err(InvalidReceiptCode::WrongDigit));
            let mut swapped: Vec<u8> = code.digits().into_bytes();
            let next = (at + 1).min(CODE_DIGITS - 1);
            swapped.swap(at, next);
            let swapped = String::from_utf8(swapped).unwrap();
            if swapped != code.digits() {
                prop_assert_eq!(swapped.parse::<ReceiptCode>(), Err(InvalidReceiptCode::WrongDigit));
            }
        }

        #[test]
        fn different_bytes_give_different_codes(one: [u8; 8], two: [u8; 8]) {
            prop_assume!(one != two && u64::from_le_bytes(one) < 10_u64.pow(19) && u64::from_le_bytes(two) < 10_u64.pow(19));
            let wide = |bytes: [u8; 8]| ReceiptCode::from_random(u128::from(u64::from_le_bytes(bytes)).to_le_bytes());
            prop_assert_ne!(wide(one), wide(two));
        }
    }
}
