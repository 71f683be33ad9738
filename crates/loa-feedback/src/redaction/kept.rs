//! Numbers that are nobody's data: codes of procedures, dates, amounts of money, numbers of laws.

use super::group::{Between, Group};
use super::number::is_phone;
use super::sign::Signs;

/// What follows an amount.
const UNITS: [&str; 22] = [
    "d", "dong", "vnd", "k", "nghin", "ngan", "trieu", "tr", "ty", "ti", "usd", "nguoi", "luot", "ho", "tai", "phan",
    "lan", "ngay", "gio", "h", "phut", "thang",
];

/// Whether each group is a part of such a number.
pub(super) fn kept(signs: &Signs, groups: &[Group]) -> Vec<bool> {
    let mut kept = vec![false; groups.len()];
    (0..groups.len()).for_each(|at| amount(signs, groups, at, &mut kept));
    for at in 0..groups.len() {
        let form = procedure(signs, groups, at).or_else(|| date(signs, groups, at)).or_else(|| law(signs, groups, at));
        let length = form.filter(|length| !is_within_phone(signs, groups, &kept, at, *length)).unwrap_or_default();
        kept.iter_mut().skip(at).take(length).for_each(|kept| *kept = true);
    }
    kept
}

/// The sign between two groups, when it is only one.
fn joint(signs: &Signs, left: &Group, right: &Group) -> Option<char> {
    (left.until + 1 == right.from).then(|| signs.plain(left.until))
}

/// `1.001193`, also with what provinces put behind it: how many groups it has.
fn procedure(signs: &Signs, groups: &[Group], at: usize) -> Option<usize> {
    let [first, second, ..] = groups.get(at..)? else { return None };
    let begins = first.digits.len() == 1 && !first.digits.starts_with('0') && !first.is_spoken;
    let is_code = begins && second.digits.len() == 6 && joint(signs, first, second) == Some('.');
    if !is_code || signs.plain(second.until).is_alphanumeric() {
        return None;
    }
    let suffix = groups.get(at + 1..)?.windows(2).take_while(|pair| {
        let [left, right] = pair else { return false };
        joint(signs, left, right) == Some('.') && right.digits.chars().all(|c| c == '0')
    });
    Some(2 + suffix.count())
}

/// `12/10/2026`, with a year of four digits, or `10/2026`.
fn date(signs: &Signs, groups: &[Group], at: usize) -> Option<usize> {
    let number = |group: &Group| group.digits.parse::<u32>().unwrap_or(u32::MAX);
    let short = |group: &Group, most: u32| group.digits.len() <= 2 && (1..=most).contains(&number(group));
    let year = |group: &Group| group.digits.len() == 4 && (1900..=2100).contains(&number(group));
    let same = |left: &Group, right: &Group| joint(signs, left, right).filter(|c| "/.-".contains(*c));
    let alone = |last: &Group| {
        let follows = "/.-".contains(signs.plain(last.until)) && signs.plain(last.until + 1).is_ascii_digit();
        !follows && !signs.plain(last.until).is_ascii_digit()
    };
    match groups.get(at..)? {
        [day, month, last, ..]
            if short(day, 31)
                && short(month, 12)
                && year(last)
                && same(day, month).is_some()
                && same(day, month) == same(month, last)
                && alone(last) =>
        {
            Some(3)
        }
        [month, last, ..] if short(month, 12) && year(last) && same(month, last) == Some('/') && alone(last) => Some(2),
        _ => None,
    }
}

/// Whether groups that look like a date or a code are a part of a phone number: `05/2000 - 0000`, `050 1.000000`.
fn is_within_phone(signs: &Signs, groups: &[Group], kept: &[bool], at: usize, length: usize) -> bool {
    let joins = |right: usize| {
        let free = !kept.get(right).copied().unwrap_or(true) && !kept.get(right - 1).copied().unwrap_or(true);
        let pair = groups.get(right - 1).zip(groups.get(right));
        free && pair.is_some_and(|(left, right)| Between::Anything.joins(signs, left, right))
    };
    let earliest = (1..=at).rev().take_while(|right| joins(*right)).count().min(8);
    let latest = (at + length..groups.len()).take_while(|right| joins(*right)).count().min(8);
    (at - earliest..=at).any(|from| {
        (at + length..=at + length + latest).any(|until| {
            let digits: String = groups.iter().take(until).skip(from).map(|group| group.digits.as_str()).collect();
            is_phone(&digits)
        })
    })
}

/// `224/2026/NĐ-CP` and `40/KH-UBND`: a number, a slash, perhaps a year, and capital letters.
fn law(signs: &Signs, groups: &[Group], at: usize) -> Option<usize> {
    let group = groups.get(at)?;
    let capital = |at: usize| signs.get(at).is_some_and(|sign| sign.seen.is_uppercase());
    let letters =
        |group: &Group| signs.plain(group.until) == '/' && capital(group.until + 1) && capital(group.until + 2);
    if group.digits.len() > 5 {
        return None;
    }
    if letters(group) {
        return Some(1);
    }
    let next = groups.get(at + 1)?;
    (next.digits.len() == 4 && joint(signs, group, next) == Some('/') && letters(next)).then_some(2)
}

/// `10.000 đ`: the groups up to this one, when an amount ends with it; one that begins with a zero is none.
fn amount(signs: &Signs, groups: &[Group], at: usize, kept: &mut [bool]) {
    let Some(last) = groups.get(at).filter(|last| !last.is_spoken && is_followed_by_unit(signs, last.until)) else {
        return;
    };
    let (mut first, mut right) = (at, last);
    while right.digits.len() == 3 && first > 0 {
        let Some(left) = groups.get(first - 1) else { break };
        let joins = joint(signs, left, right).is_some_and(|c| ". ,".contains(c));
        if !joins || left.is_spoken || left.digits.len() > 3 {
            break;
        }
        (first, right) = (first - 1, left);
    }
    if !right.digits.starts_with('0') {
        kept.iter_mut().take(at + 1).skip(first).for_each(|kept| *kept = true);
    }
}

fn is_followed_by_unit(signs: &Signs, at: usize) -> bool {
    let start = if signs.plain(at) == ' ' { at + 1 } else { at };
    if "%$₫€".contains(signs.plain(start)) {
        return true;
    }
    let word: String = signs.slice(start, signs.word_end(start)).iter().map(|sign| sign.plain).collect();
    UNITS.contains(&word.as_str())
}
