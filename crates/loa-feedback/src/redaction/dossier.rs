//! Codes of dossiers, such as `H26.19.8-241120-0001`: whoever has one can look up whose dossier it is.

use super::Sensitive;
use super::sign::Signs;

pub(super) fn find(signs: &Signs) -> Vec<(usize, usize, Sensitive)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        let is_start = at == 0 || !signs.plain(at - 1).is_alphanumeric();
        match is_start.then(|| dossier(signs, at)).flatten() {
            Some(end) => {
                found.push((at, end, Sensitive::Dossier));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// A letter, two digits of the province, parts of the agency after points, the day and a number after hyphens.
fn dossier(signs: &Signs, at: usize) -> Option<usize> {
    let digits = |at: usize| (at..signs.len()).take_while(|at| signs.plain(*at).is_ascii_digit()).count();
    if !signs.plain(at).is_ascii_lowercase() || digits(at + 1) != 2 {
        return None;
    }
    let mut end = at + 3;
    while signs.plain(end) == '.' && (1..=3).contains(&digits(end + 1)) {
        end += 1 + digits(end + 1);
    }
    if signs.plain(end) != '-' || digits(end + 1) != 6 {
        return None;
    }
    end += 7;
    let number = digits(end + 1);
    (signs.plain(end) == '-' && (3..=7).contains(&number)).then_some(end + 1 + number)
}
