//! Values that are not written as TOML has them.

use crate::read::date::{WayOut, explain, parts};
use crate::read::number::{amount, leading, plain, plain_whole, without_zeros, yes_or_no};
use crate::read::several::says_unknown;
use crate::read::wording::{UNKNOWN, shorten};

/// Keys whose values are texts also when they are made of digits.
const TEXTS: [&str; 4] = ["phone", "number", "article", "clause"];

/// Keys whose values are dates.
const DATES: [&str; 8] = ["starts", "ends", "from", "until", "due", "seen", "dated", "updated"];

/// Keys whose values may be unknown wherever they stand.
pub(super) const UNKNOWNS: [&str; 3] = ["goal", "baseline", "due"];

/// Keys whose values are a number with its unit.
const AMOUNTS: [&str; 3] = ["goal", "baseline", "value"];

/// Keys whose values are numbers.
const NUMBERS: [&str; 5] = ["percent", "count", "numerator", "denominator", "review_after_days"];

const CURLY: [char; 8] = ['“', '”', '„', '‘', '’', '‚', '«', '»'];

/// What is wrong with `token`, which stands alone or behind a `key`, and one way out.
pub(super) fn wrong(key: Option<&str>, token: &str) -> (String, String) {
    let shown = shorten(token);
    let instead = |value: &str| match key {
        Some(key) => format!("write `{key} = {value}`"),
        None => format!("write `{value}`"),
    };
    let quoted = |text: &str| format!("\"{}\"", shorten(&text.replace('\\', "\\\\").replace('"', "\\\"")));
    if token.contains(CURLY) && token.starts_with(CURLY) {
        let inner = token.trim_matches(CURLY);
        return (format!("`{shown}` is in curly quotes, expected straight ones"), instead(&quoted(inner)));
    }
    let may_be_unknown = key.is_some_and(|key| UNKNOWNS.contains(&key));
    let is_text = key.is_some_and(|key| TEXTS.contains(&key));
    let is_date = key.is_some_and(|key| DATES.contains(&key));
    if is_date || (parts(token).is_some() && !is_text) {
        let (message, way_out) = explain(token);
        let or_unknown =
            key.filter(|_| may_be_unknown).map(|key| format!(", or `{key} = {UNKNOWN}`")).unwrap_or_default();
        let help = match way_out {
            WayOut::Day(day) => instead(&day).replace("write", "write the date as year-month-day:"),
            WayOut::Example(day) => {
                instead(&day).replace("write", "write a day as year-month-day, such as") + &or_unknown
            }
            WayOut::Words(words) => words,
        };
        return (message, help);
    }
    if may_be_unknown && says_unknown(token) {
        let key = key.unwrap_or_default();
        return (format!("`{key}` is not given as a value or as unknown"), instead(UNKNOWN));
    }
    if let Some(meant) = yes_or_no(token).filter(|_| !token.bytes().all(|b| b.is_ascii_digit())) {
        return (format!("`{shown}` is neither `true` nor `false`"), instead(meant));
    }
    let is_amount = key.is_some_and(|key| AMOUNTS.contains(&key));
    if is_amount && let Some(amount) = amount(token) {
        return (format!("`{shown}` is not a number with its unit"), instead(&amount));
    }
    let is_number = key.is_some_and(|key| NUMBERS.contains(&key));
    // What is no share is counted, and whole.
    let fits = |number: &str| !is_number || key == Some("percent") || !number.contains('.');
    if is_number && let Some((number, _)) = leading(token).filter(|(number, _)| fits(number)) {
        let help = instead(&number).replace("write", "write the number alone:");
        return (format!("`{shown}` is a number with words behind it"), help);
    }
    let number = if key == Some("percent") { plain(token) } else { plain_whole(token) };
    if let Some(number) = number.filter(|number| fits(number)) {
        if is_text {
            return (format!("`{shown}` is a text without quotes"), instead(&quoted(token)));
        }
        let bare = without_zeros(&number);
        if bare != number || number == token {
            let help = format!("{}, or `{}` when it is a phone number or a code", instead(bare), quoted(token));
            return (format!("`{shown}` is a number that begins with 0"), help);
        }
        return (format!("`{shown}` is not a number of the form `60` or `16.5`"), instead(&number));
    }
    // Quotes would make a text of it, which is not what is expected either.
    if is_amount {
        let key = key.unwrap_or_default();
        let or_unknown = if may_be_unknown { format!(", or `{key} = {UNKNOWN}`") } else { String::new() };
        let help = format!("write a number with its unit, such as `{key} = {{ percent = 60 }}`{or_unknown}");
        return (format!("`{shown}` is not a number with its unit"), help);
    }
    if is_number {
        return (format!("`{shown}` is not a number"), instead("60").replace("write", "write a number such as"));
    }
    let help = if shown == token { instead(&quoted(token)) } else { "write `\"` before it and behind it".to_owned() };
    (format!("`{shown}` is a text without quotes"), help)
}

/// Whether `token` begins as a word does.
pub(super) fn is_words(token: &str) -> bool {
    token.chars().next().is_some_and(char::is_alphabetic)
}
