//! Digits that stand together, as figures or as words, and what stands between them.

use super::sign::Signs;
use crate::code::word_digit;

/// Digits without anything between them.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// The first sign.
    pub(super) from: usize,
    /// The sign after the last one.
    pub(super) until: usize,
    pub(super) digits: String,
    /// Whether it is a digit in words: `chín`.
    pub(super) is_spoken: bool,
}

/// All groups of a text; signs of which `is_taken` says so belong to something that was found already.
pub(super) fn groups(signs: &Signs, is_taken: impl Fn(usize, usize) -> bool) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        if !signs.plain(at).is_alphanumeric() {
            at += 1;
            continue;
        }
        let end = signs.word_end(at);
        if !is_taken(at, end) {
            word(signs, at, end, &mut groups);
        }
        at = end;
    }
    groups
}

fn word(signs: &Signs, from: usize, until: usize, groups: &mut Vec<Group>) {
    let plain: String = signs.slice(from, until).iter().map(|sign| sign.plain).collect();
    if let Some(digit) = word_digit(&plain) {
        groups.push(Group { from, until, digits: char::from(b'0' + digit).into(), is_spoken: true });
        return;
    }
    let figures = plain.chars().filter(char::is_ascii_digit).count();
    // Letters that look like digits stand for them where nearly everything else is one: `O912345678`.
    if figures * 2 > plain.len() && plain.chars().all(|c| like_digit(c).is_some()) {
        groups.push(Group { from, until, digits: plain.chars().filter_map(like_digit).collect(), is_spoken: false });
        return;
    }
    let mut at = from;
    while at < until {
        let end = (at..until).find(|at| !signs.plain(*at).is_ascii_digit()).unwrap_or(until);
        if end > at {
            let digits = signs.slice(at, end).iter().map(|sign| sign.plain).collect();
            groups.push(Group { from: at, until: end, digits, is_spoken: false });
        }
        at = end + 1;
    }
}

fn like_digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        'o' => Some('0'),
        'l' | 'i' => Some('1'),
        _ => None,
    }
}

/// What may stand between two groups of one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Between {
    /// Spaces, points, hyphens, brackets, slashes, commas, even a new line.
    Anything,
    /// A space, a point or a hyphen.
    Little,
}

/// How many signs may stand between two groups of one number.
const WIDEST: usize = 4;

impl Between {
    /// Whether nothing else stands between two groups.
    pub(super) fn joins(self, signs: &Signs, left: &Group, right: &Group) -> bool {
        let between = signs.slice(left.until, right.from);
        let allowed = |c: char| match self {
            Self::Anything => " .-()/_,*+'\"|\n[]".contains(c),
            Self::Little => " .-".contains(c),
        };
        let widest = if self == Self::Anything { WIDEST } else { 1 };
        between.len() <= widest && between.iter().all(|sign| allowed(sign.plain))
    }
}
