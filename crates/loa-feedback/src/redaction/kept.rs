//! Numbers that are nobody's data: codes of procedures, dates, amounts of money, numbers of laws.

use super::group::{Between, Group};
use super::number::is_phone;
use super::sign::Signs;

/// What follows an amount of money.
const MONEY: [&str; 11] = ["d", "dong", "vnd", "k", "nghin", "ngan", "trieu", "tr", "ty", "ti", "usd"];

/// What follows an amount of something counted. Without accents they are everyday words (`tại`, `họ tên`, `người nhận`),
/// which follow somebody's number as well.
const COUNTED: [&str; 5] = ["nguoi", "luot", "ho", "tai", "phan"];

/// The most digits of an amount without points or commas between them: longer numbers are somebody's.
const MOST_MONEY: usize = 12;
const MOST_COUNTED: usize = 7;

/// `đồng` with one of these behind it is no money: `đồng chí Lan`.
const NO_MONEY: [&str; 4] = ["chi", "nghiep", "bao", "y"];

/// What follows a small number that counts time or times.
const TIMES: [&str; 7] = ["ngay", "gio", "h", "phut", "thang", "lan", "nam"];

/// Which groups are a part of such a number.
#[derive(Debug)]
pub(super) struct Kept {
    forms: Vec<bool>,
    amounts: Vec<bool>,
}

impl Kept {
    pub(super) fn new(signs: &Signs, groups: &[Group]) -> Self {
        let mut kept = Self { forms: vec![false; groups.len()], amounts: vec![false; groups.len()] };
        for at in 0..groups.len() {
            let amount = amount(signs, groups, at).unwrap_or(at + 1);
            let length = at + 1 - amount.min(at + 1);
            // `09/12/2025, 10 giờ`: behind a whole date it is the time of day, unless digits go on before the date too.
            let begins = |at: usize| match at.checked_sub(1).and_then(|before| groups.get(before..=at)) {
                Some([before, first]) => !Between::Anything.joins(signs, before, first),
                _ => true,
            };
            let is_time = length == 1 && at >= 3 && date(signs, groups, at - 3) == Some(3) && begins(at - 3);
            if length > 0 && (is_time || !kept.is_within_phone(signs, groups, amount, length)) {
                kept.amounts.iter_mut().skip(amount).take(length).for_each(|kept| *kept = true);
            }
        }
        for at in 0..groups.len() {
            let form =
                procedure(signs, groups, at).or_else(|| date(signs, groups, at)).or_else(|| law(signs, groups, at));
            let length = form.filter(|length| !kept.is_within_phone(signs, groups, at, *length)).unwrap_or_default();
            kept.forms.iter_mut().skip(at).take(length).for_each(|kept| *kept = true);
        }
        kept
    }

    /// Whether a group is kept; what a word introduces as somebody's number is no amount: `CMND 123456789 đồng chí Lan`.
    pub(super) fn has(&self, at: usize, introduced: Introduced) -> bool {
        let is_in = |kept: &[bool]| kept.get(at).copied().unwrap_or_default();
        is_in(&self.forms) || (introduced == Introduced::No && is_in(&self.amounts))
    }

    /// Whether groups that look like something else are a part of a phone number: `05/2000 - 0000`, `050 1.000000`.
    fn is_within_phone(&self, signs: &Signs, groups: &[Group], at: usize, length: usize) -> bool {
        let joins = |right: usize| {
            let free = right < groups.len() && !self.has(right, Introduced::No) && !self.has(right - 1, Introduced::No);
            let pair = groups.get(right - 1).zip(groups.get(right));
            free && pair.is_some_and(|(left, right)| Between::Anything.joins(signs, left, right))
        };
        let earlier = (1..=at).rev().take_while(|right| joins(*right)).count().min(8);
        let later = (at + length..groups.len()).take_while(|right| joins(*right)).count().min(8);
        (at - earlier..=at).any(|from| {
            (at + length..=at + length + later).any(|until| {
                let digits: String = groups.iter().take(until).skip(from).map(|group| group.digits.as_str()).collect();
                is_phone(&digits)
            })
        })
    }
}

/// How many digits a number has when what goes on behind a space is its last part, not an amount: `0011 0040 12345 tại`.
pub(super) const BEGUN: usize = 6;

/// Whether a word right before a number says whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Introduced {
    Yes,
    No,
}

impl Introduced {
    /// Whether one of the words ends so near before a place that it can only be about what begins there.
    pub(super) fn by(words: &[usize], at: usize) -> Self {
        const RIGHT_BEFORE: usize = 12;
        if words.iter().any(|end| (*end..=end + RIGHT_BEFORE).contains(&at)) { Self::Yes } else { Self::No }
    }
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

/// `10.000 đ`, `8 giờ`: the first group of the amount that ends with this one; what begins with a zero is none.
fn amount(signs: &Signs, groups: &[Group], at: usize) -> Option<usize> {
    let last = groups.get(at).filter(|last| !last.is_spoken)?;
    let unit = unit(signs, last.until);
    if TIMES.contains(&unit.as_str()) && last.digits.len() <= 2 {
        return Some(at);
    }
    let most = match unit.as_str() {
        unit if COUNTED.contains(&unit) => MOST_COUNTED,
        "dong" if is_no_money(signs, last.until) => return None,
        unit if MONEY.contains(&unit) || is_currency(signs, last.until) => MOST_MONEY,
        _ => return None,
    };
    let (mut first, mut right, mut unparted) = (at, last, last.digits.len());
    while right.digits.len() == 3 && first > 0 {
        let Some(left) = groups.get(first - 1) else { break };
        let Some(between) = joint(signs, left, right).filter(|c| ". ,".contains(*c)) else { break };
        if left.is_spoken || left.digits.len() > 3 {
            break;
        }
        unparted = left.digits.len() + if between == ' ' { unparted } else { 0 };
        (first, right) = (first - 1, left);
    }
    // `B1234567` is a number of a paper, whatever stands behind it.
    let follows_letter = right.from > 0 && signs.plain(right.from - 1).is_alphanumeric();
    (!right.digits.starts_with('0') && !follows_letter && unparted <= most).then_some(first)
}

/// Whether the unit behind a number is the beginning of another word: `đồng chí`.
fn is_no_money(signs: &Signs, at: usize) -> bool {
    NO_MONEY.contains(&unit(signs, signs.word_end(unit_start(signs, at))).as_str())
}

fn is_currency(signs: &Signs, at: usize) -> bool {
    "%$₫€".contains(signs.plain(unit_start(signs, at)))
}

fn unit_start(signs: &Signs, at: usize) -> usize {
    if signs.plain(at) == ' ' { at + 1 } else { at }
}

/// The word behind a number.
fn unit(signs: &Signs, at: usize) -> String {
    let start = unit_start(signs, at);
    signs.slice(start, signs.word_end(start)).iter().map(|sign| sign.plain).collect()
}
