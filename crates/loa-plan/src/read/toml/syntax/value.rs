//! Values that are not written as TOML has them.

use crate::read::date::{WayOut, explain, parts};
use crate::read::number::{plain, without_zeros, yes_or_no};
use crate::read::wording::shorten;

/// Keys whose values are texts also when they are made of digits.
const TEXTS: [&str; 4] = ["phone", "number", "article", "clause"];

/// Keys whose values are dates.
const DATES: [&str; 8] = ["starts", "ends", "from", "until", "due", "seen", "dated", "updated"];

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
    let is_text = key.is_some_and(|key| TEXTS.contains(&key));
    let is_date = key.is_some_and(|key| DATES.contains(&key));
    if is_date || (parts(token).is_some() && !is_text) {
        let (message, way_out) = explain(token);
        let help = match way_out {
            WayOut::Day(day) => instead(&day).replace("write", "write the date as year-month-day:"),
            WayOut::Example(day) => instead(&day).replace("write", "write a day as year-month-day, such as"),
            WayOut::Words(words) => words,
        };
        return (message, help);
    }
    if let Some(meant) = yes_or_no(token).filter(|_| !token.bytes().all(|b| b.is_ascii_digit())) {
        return (format!("`{shown}` is neither `true` nor `false`"), instead(meant));
    }
    if let Some(number) = plain(token) {
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
    let help = if shown == token { instead(&quoted(token)) } else { "write `\"` before it and behind it".to_owned() };
    (format!("`{shown}` is a text without quotes"), help)
}
