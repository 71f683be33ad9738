//! Phone numbers, numbers of identity papers, tax codes: by how many digits they have and how they begin.

use super::Sensitive;
use super::group::{Between, Group};
use super::kept::{BEGUN, Introduced, Kept};
use super::sign::Signs;
use crate::submission::{is_landline, is_mobile, was_mobile};

/// The most digits that are looked at together: a number of another country, with the zeros before it.
const MOST_DIGITS: usize = 17;

const PHONE_WORDS: [&str; 12] =
    ["dien thoai", "dt", "sdt", "so may", "may ban", "goi", "alo", "lien he", "zalo", "hotline", "phone", "tel"];
const IDENTITY_WORDS: [&str; 11] = [
    "cccd",
    "cmnd",
    "cmt",
    "cmtnd",
    "can cuoc",
    "chung minh",
    "dinh danh",
    "ho chieu",
    "passport",
    "cmt nd",
    "giay to",
];
const TAX_WORDS: [&str; 3] = ["mst", "ma so thue", "ma thue"];

/// How far before a number the word stands that says what it is, in signs.
const NEAR: usize = 30;

pub(super) fn find(signs: &Signs, groups: &[Group], kept: &Kept) -> Vec<(usize, usize, Sensitive)> {
    let ends = |words: &[&str]| signs.find(words).into_iter().map(|word| word.end).collect::<Vec<_>>();
    let (phone, identity, tax) = (ends(&PHONE_WORDS), ends(&IDENTITY_WORDS), ends(&TAX_WORDS));
    let words = Words { all: [&phone[..], &identity, &tax].concat(), phone, identity, tax };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = groups.get(at) {
        match number(signs, groups, kept, at, &words) {
            Some((last, kind)) => {
                let end = groups.get(last).map_or(first.until, |group| group.until);
                found.push((beginning(signs, first, &words), end, kind));
                at = last + 1;
            }
            None => at += 1,
        }
    }
    found
}

/// Where the words end that say what a number is.
struct Words {
    phone: Vec<usize>,
    identity: Vec<usize>,
    tax: Vec<usize>,
    all: Vec<usize>,
}

fn near(words: &[usize], at: usize) -> bool {
    words.iter().any(|end| (*end..=end + NEAR).contains(&at))
}

/// A plus, a bracket, or the letter of a passport belongs to the number.
fn beginning(signs: &Signs, first: &Group, words: &Words) -> usize {
    let mut from = first.from;
    while from > 0 && "+(".contains(signs.plain(from - 1)) {
        from -= 1;
    }
    passport(signs, first, words).unwrap_or(from)
}

/// The longest number that begins with a group; a group that is one by itself is not joined with others.
fn number(signs: &Signs, groups: &[Group], kept: &Kept, at: usize, words: &Words) -> Option<(usize, Sensitive)> {
    let first = groups.get(at)?;
    if passport(signs, first, words).is_some() {
        return Some((at, Sensitive::Identity));
    }
    let mut joined = Joined {
        digits: String::new(),
        spoken: 0,
        is_close: true,
        by_points: true,
        has_plus: first.from > 0 && signs.plain(first.from - 1) == '+',
        from: first.from,
        is_alone: true,
    };
    let introduced = Introduced::by(&words.all, first.from);
    let mut best = None;
    for (index, group) in groups.iter().enumerate().skip(at) {
        let is_paper = joined.digits.len() >= BEGUN && near(&words.identity, first.from) && !is_phone(&joined.digits);
        if kept.has(index, if is_paper { Introduced::Yes } else { introduced }) {
            break;
        }
        if index > at {
            let Some(before) = groups.get(index - 1) else { break };
            if !Between::Anything.joins(signs, before, group) {
                break;
            }
            joined.is_alone = false;
            joined.is_close &= Between::Little.joins(signs, before, group);
            joined.by_points &= signs.plain(before.until) == '.';
        }
        joined.digits.push_str(&group.digits);
        joined.spoken += usize::from(group.is_spoken);
        if joined.digits.len() > MOST_DIGITS {
            break;
        }
        if let Some(kind) = joined.kind(words) {
            best = Some((index, kind));
            // `0912345678 12 giờ`: a number that is whole by itself does not go on.
            if index == at && is_phone(&joined.digits) {
                break;
            }
        }
    }
    best
}

/// Groups as one number.
struct Joined {
    digits: String,
    /// How many of its digits are words.
    spoken: usize,
    /// Whether hardly anything stands between the groups.
    is_close: bool,
    /// Whether a point stands between all of them, as in large numbers.
    by_points: bool,
    has_plus: bool,
    from: usize,
    is_alone: bool,
}

impl Joined {
    fn kind(&self, words: &Words) -> Option<Sensitive> {
        let (digits, length) = (self.digits.as_str(), self.digits.len());
        if near(&words.tax, self.from) && matches!(length, 10 | 12 | 13) {
            return Some(Sensitive::TaxCode);
        }
        if near(&words.identity, self.from) && (8..=12).contains(&length) && self.is_close {
            return Some(Sensitive::Identity);
        }
        if is_phone(digits) || (self.has_plus && (8..=15).contains(&length)) || (self.spoken >= 4 && length >= 9) {
            return Some(Sensitive::Phone);
        }
        let is_identity = match length {
            12 => self.is_alone || (digits.starts_with('0') && self.is_close),
            9 => self.is_alone || (self.is_close && !self.by_points),
            _ => false,
        };
        if is_identity {
            return Some(Sensitive::Identity);
        }
        // A slip of the finger makes a phone number a digit longer or shorter; it stays somebody's.
        let slip = self.is_alone && digits.starts_with('0') && (9..=13).contains(&length);
        let local = near(&words.phone, self.from) && (7..=11).contains(&length) && self.is_close && !is_service(digits);
        (slip || local).then_some(Sensitive::Phone)
    }
}

/// Whether these digits are a Vietnamese number with its zero or with the code of the country.
pub(super) fn is_phone(digits: &str) -> bool {
    let national = |rest: &str| is_mobile(rest) || is_landline(rest) || was_mobile(rest);
    let abroad = digits.strip_prefix("0084").or_else(|| digits.strip_prefix("84"));
    let abroad = abroad.is_some_and(|rest| national(rest.strip_prefix('0').unwrap_or(rest)));
    abroad || digits.strip_prefix('0').is_some_and(national)
}

/// Numbers of services, which are public: `1900…`, `1800…`, and `1022` of each province.
fn is_service(digits: &str) -> bool {
    let of_province = digits.starts_with("02") && digits.ends_with("1022") && digits.len() <= 8;
    digits.starts_with("1900") || digits.starts_with("1800") || of_province
}

/// A letter and seven or eight digits: where the letter stands. One that is small, or apart from the digits, is a part of
/// the number only near a word that speaks of papers: `hộ chiếu số c-1234567`.
fn passport(signs: &Signs, group: &Group, words: &Words) -> Option<usize> {
    if !matches!(group.digits.len(), 7 | 8) || signs.plain(group.until).is_alphanumeric() {
        return None;
    }
    let before = group.from.checked_sub(1)?;
    let apart = " .-".contains(signs.plain(before));
    let letter = if apart { before.checked_sub(1)? } else { before };
    let alone = letter == 0 || !signs.plain(letter - 1).is_alphanumeric();
    let is_sure = !apart && signs.get(letter).is_some_and(|sign| sign.seen.is_ascii_uppercase());
    let is_letter = alone && signs.plain(letter).is_ascii_lowercase();
    (is_letter && (is_sure || near(&words.identity, letter))).then_some(letter)
}
