//! E-mail addresses, also those that are written so that programs miss them: `a @ b . com`, `a[at]b.com`, `a còng`.

use super::Sensitive;
use super::sign::Signs;

/// What stands for `@`, in brackets or between spaces.
const AT_WORDS: [&str; 6] = ["at", "a cong", "a coong", "a moc", "a vong", "acong"];

/// What stands for the point.
const DOT_WORDS: [&str; 3] = ["dot", "cham", "punto"];

/// The ends of addresses that are known when a space stands before them, so that a new sentence is not taken for one.
const ENDS: [&str; 16] =
    ["com", "vn", "net", "org", "edu", "gov", "info", "io", "me", "biz", "co", "mail", "uk", "us", "de", "fr"];

pub(super) fn find(signs: &Signs) -> Vec<(usize, usize, Sensitive)> {
    let mut found: Vec<(usize, usize, Sensitive)> = Vec::new();
    for (at, end, is_sign) in ats(signs) {
        if found.last().is_some_and(|(_, until, _)| at < *until) {
            continue;
        }
        let close = is_sign && is_local(signs.plain(at.wrapping_sub(1))) && signs.plain(end).is_alphanumeric();
        let (Some(from), Some((until, has_end))) = (local(signs, at), domain(signs, end)) else { continue };
        // `lan@gmail` is enough where nothing stands between; elsewhere only a known end makes it an address.
        if close || has_end {
            found.push((from, until, Sensitive::Email));
        }
    }
    found
}

/// Every `@` and what stands for it: where it begins and ends, and whether it is the sign itself.
fn ats(signs: &Signs) -> Vec<(usize, usize, bool)> {
    let mut ats: Vec<(usize, usize, bool)> =
        (0..signs.len()).filter(|at| signs.plain(*at) == '@').map(|at| (at, at + 1, true)).collect();
    for word in signs.find(&AT_WORDS) {
        let (from, until) = brackets(signs, word.start, word.end);
        ats.push((from, until, false));
    }
    ats.sort_unstable();
    ats
}

/// With the brackets around it.
fn brackets(signs: &Signs, from: usize, until: usize) -> (usize, usize) {
    let opens = from > 0 && "[({<".contains(signs.plain(from - 1));
    let closes = "])}>".contains(signs.plain(until));
    if opens && closes { (from - 1, until + 1) } else { (from, until) }
}

fn is_local(c: char) -> bool {
    c.is_alphanumeric() || "._%+-".contains(c)
}

/// Where the part before the sign begins; letters with spaces between them belong to it.
fn local(signs: &Signs, at: usize) -> Option<usize> {
    let mut from = back(signs, at)?;
    // `l a n @ gmail.com`: single letters, one space apart.
    while from >= 2 && signs.plain(from - 1) == ' ' && is_local(signs.plain(from - 2)) {
        let single = from < 3 || !is_local(signs.plain(from - 3));
        let next_single = !is_local(signs.plain(from + 1)) || signs.plain(from + 1) == ' ';
        if !(single && next_single) {
            break;
        }
        from -= 2;
    }
    Some(from)
}

fn back(signs: &Signs, at: usize) -> Option<usize> {
    let mut end = at;
    while end > 0 && at - end < 2 && signs.plain(end - 1) == ' ' {
        end -= 1;
    }
    let mut from = end;
    while from > 0 && is_local(signs.plain(from - 1)) {
        from -= 1;
    }
    (from < end).then_some(from)
}

/// The end of the part after the sign, and whether it ends as addresses do.
fn domain(signs: &Signs, at: usize) -> Option<(usize, bool)> {
    let mut end = label(signs, spaces(signs, at))?;
    let mut has_end = false;
    while let Some((next, is_close)) = dot(signs, end) {
        let Some(next_end) = label(signs, next) else { break };
        let word: String = signs.slice(next, next_end).iter().map(|sign| sign.plain).collect();
        let is_end = ENDS.contains(&word.as_str());
        if !is_close && !is_end {
            break;
        }
        has_end |= is_end || (is_close && word.len() >= 2 && word.chars().all(char::is_alphabetic));
        end = next_end;
    }
    Some((end, has_end))
}

fn spaces(signs: &Signs, at: usize) -> usize {
    (at..at + 2).find(|at| signs.plain(*at) != ' ').unwrap_or(at + 2)
}

fn label(signs: &Signs, at: usize) -> Option<usize> {
    let end = (at..signs.len()).find(|at| !(signs.plain(*at).is_alphanumeric() || signs.plain(*at) == '-'));
    let end = end.unwrap_or(signs.len());
    (at < end).then_some(end)
}

/// Past a point or a word for it: where the next part begins, and whether no space stands around it.
fn dot(signs: &Signs, at: usize) -> Option<(usize, bool)> {
    if signs.plain(at) == '.' && signs.plain(at + 1).is_alphanumeric() {
        return Some((at + 1, true));
    }
    let start = spaces(signs, at);
    if signs.plain(start) == '.' {
        return Some((spaces(signs, start + 1), false));
    }
    let (opening, start) = if "[({<".contains(signs.plain(start)) { (true, start + 1) } else { (false, start) };
    let end = signs.word_end(start);
    let word: String = signs.slice(start, end).iter().map(|sign| sign.plain).collect();
    if !DOT_WORDS.contains(&word.as_str()) {
        return None;
    }
    Some((spaces(signs, if opening { end + 1 } else { end }), false))
}
