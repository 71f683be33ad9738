//! Plates of vehicles: `29A-123.45`, `30H 12345`, `29-A1 123.45`.

use super::Sensitive;
use super::sign::Signs;

const WORDS: [&str; 7] = ["bien so", "bien kiem soat", "bks", "bsx", "xe", "xe may", "o to"];

/// How far before a plate the word stands that says so, in signs.
const NEAR: usize = 30;

pub(super) fn find(signs: &Signs) -> Vec<(usize, usize, Sensitive)> {
    let words: Vec<usize> = signs.find(&WORDS).into_iter().map(|word| word.end).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        let is_start = at == 0 || !signs.plain(at - 1).is_alphanumeric();
        match is_start.then(|| plate(signs, at, &words)).flatten() {
            Some(end) => {
                found.push((at, end, Sensitive::Plate));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// The end of the plate that begins at a place.
fn plate(signs: &Signs, at: usize, words: &[usize]) -> Option<usize> {
    let digit = |at: usize| signs.plain(at).is_ascii_digit();
    if !(digit(at) && digit(at + 1) && signs.plain(at) != '0') || digit(at + 2) {
        return None;
    }
    let is_named = words.iter().any(|end| (*end..=end + NEAR).contains(&at));
    let series = skip(signs, at + 2, 1);
    let is_letter = |at: usize| signs.plain(at).is_ascii_lowercase();
    if !is_letter(series) {
        return None;
    }
    let is_capital = signs.get(series).is_some_and(|sign| sign.seen.is_uppercase());
    let ends = [(is_letter(series + 1) || digit(series + 1)).then_some(series + 2), Some(series + 1)];
    ends.into_iter().flatten().find_map(|series_end| {
        let start = skip(signs, series_end, 3);
        let (end, digits) = number(signs, start)?;
        let is_joined = start - series_end <= 1 && signs.plain(series_end) != ' ';
        let is_year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
        let is_sure = match digits.len() {
            5 => is_capital || is_joined,
            _ => is_capital && !is_year,
        };
        (is_named || is_sure).then_some(end)
    })
}

/// Past up to `most` spaces, hyphens and points.
fn skip(signs: &Signs, at: usize, most: usize) -> usize {
    (at..at + most).find(|at| !" -.".contains(signs.plain(*at))).unwrap_or(at + most)
}

/// Five digits, perhaps with a sign after the third, or four: the end and the digits.
fn number(signs: &Signs, at: usize) -> Option<(usize, String)> {
    let mut digits = String::new();
    let mut end = at;
    while digits.len() < 6 {
        let c = signs.plain(end);
        let parts = digits.len() == 3 && ".-".contains(c) && signs.plain(end + 1).is_ascii_digit();
        if c.is_ascii_digit() {
            digits.push(c);
        } else if !parts || signs.plain(end - 1) == c {
            break;
        }
        end += 1;
    }
    let goes_on = signs.plain(end).is_alphanumeric()
        || (".,".contains(signs.plain(end)) && signs.plain(end + 1).is_ascii_digit());
    // `10h 0912 345 678`: a phone number behind the time of day.
    let is_phone = digits.starts_with('0')
        && " .-".contains(signs.plain(end))
        && (1..=3).all(|at| signs.plain(end + at).is_ascii_digit());
    (matches!(digits.len(), 4 | 5) && !goes_on && !is_phone).then_some((end, digits))
}
