//! Numbers of bank accounts and cards: digits near a word that says so.

use std::ops::Range;

use super::Sensitive;
use super::group::{Between, Group};
use super::kept::{BEGUN, Introduced, Kept};
use super::sign::Signs;

/// Words after which any number of 6 to 19 digits is one.
const SURE: [&str; 9] =
    ["stk", "s t k", "so tai khoan", "so tk", "tai khoan ngan hang", "tk ngan hang", "account", "so the", "acc"];

/// Words that may as well speak of something else, so that only longer numbers count.
const LIKELY: [&str; 22] = [
    "tai khoan",
    "tk",
    "ngan hang",
    "nh",
    "chuyen khoan",
    "ck",
    "vietcombank",
    "vcb",
    "techcombank",
    "tcb",
    "bidv",
    "vietinbank",
    "agribank",
    "mb bank",
    "mbbank",
    "vpbank",
    "acb",
    "tpbank",
    "sacombank",
    "vib",
    "shb",
    "momo",
];

/// Words before the number of a card of another country's network.
const CARD: [&str; 10] =
    ["the", "visa", "mastercard", "master card", "master", "jcb", "unionpay", "credit card", "debit card", "card"];

const LEAST: usize = 6;
const LEAST_LIKELY: usize = 8;
const MOST: usize = 19;

/// How far before a number the word stands, and how far after it a bank's name, in signs.
const BEFORE: usize = 40;
const AFTER: usize = 20;

pub(super) fn find(signs: &Signs, groups: &[Group], kept: &Kept) -> Vec<(usize, usize, Sensitive)> {
    let sure: Vec<usize> = signs.find(&SURE).into_iter().map(|word| word.end).collect();
    let likely = signs.find(&LIKELY);
    let cards = signs.find(&CARD);
    let mut found: Vec<(usize, usize, Sensitive)> = Vec::new();
    let mut at = 0;
    while let Some(first) = groups.get(at) {
        let (last, digits) = joined(signs, groups, kept, at, Introduced::by(&sure, first.from));
        let end = groups.get(last).map_or(first.until, |group| group.until);
        let within = |ends: usize| (ends..=ends + BEFORE).contains(&first.from);
        // One word may introduce several numbers.
        let goes_on = found.last().is_some_and(|(_, until, _)| within(*until));
        let is_near = |word: &Range<usize>| within(word.end) || (end..=end + AFTER).contains(&word.start);
        let is_card = is_card(&digits) || (is_foreign_card(&digits) && cards.iter().any(is_near));
        let is_sure = goes_on || sure.iter().any(|ends| within(*ends)) || is_card;
        let is_likely = likely.iter().any(is_near);
        let length = digits.len();
        let found_here = (is_sure && (LEAST..=MOST).contains(&length))
            || (is_likely && (LEAST_LIKELY..=MOST).contains(&length) && !is_large_number(signs, groups, at, last));
        if found_here {
            found.push((first.from, end, Sensitive::Account));
        }
        at = if found_here { last + 1 } else { at + 1 };
    }
    found
}

/// The groups that begin with one and are joined by little: the last one, and the digits.
fn joined(signs: &Signs, groups: &[Group], kept: &Kept, at: usize, introduced: Introduced) -> (usize, String) {
    let (mut last, mut digits) = (at, String::new());
    for (index, group) in groups.iter().enumerate().skip(at) {
        let goes_on =
            index == at || groups.get(index - 1).is_some_and(|before| Between::Little.joins(signs, before, group));
        let introduced = if digits.len() >= BEGUN { Introduced::Yes } else { introduced };
        if !goes_on || kept.has(index, introduced) || group.is_spoken || digits.len() + group.digits.len() > MOST {
            break;
        }
        digits.push_str(&group.digits);
        last = index;
    }
    (last, digits)
}

/// The cards of Vietnamese banks.
fn is_card(digits: &str) -> bool {
    digits.starts_with("9704") && matches!(digits.len(), 16 | 19)
}

/// Sixteen digits of the networks that begin with 3 to 6, of which the last one fits the others (Luhn's sum).
fn is_foreign_card(digits: &str) -> bool {
    let sum: u32 = digits
        .chars()
        .rev()
        .filter_map(|c| c.to_digit(10))
        .zip([1, 2].into_iter().cycle())
        .map(|(digit, times)| digit * times)
        .map(|product| product / 10 + product % 10)
        .sum();
    digits.len() == 16 && digits.starts_with(['3', '4', '5', '6']) && sum.is_multiple_of(10)
}

/// `1.446.705`: groups of three with points, as large numbers have.
fn is_large_number(signs: &Signs, groups: &[Group], at: usize, last: usize) -> bool {
    let groups = groups.get(at..=last).unwrap_or_default();
    groups.len() > 1
        && groups.iter().skip(1).all(|group| group.digits.len() == 3)
        && groups.iter().take(groups.len() - 1).all(|group| signs.plain(group.until) == '.')
        && !groups.first().is_some_and(|group| group.digits.starts_with('0'))
}
