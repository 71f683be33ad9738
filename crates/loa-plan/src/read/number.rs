//! Percentages, counts, days, and yes or no.

use super::{Node, Read, Reader, Value};
use crate::words::fold;
use crate::{Amount, Count, InvalidNumber, MAX_COUNT, Percent};

impl Read for Percent {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let number = match node.value {
            #[allow(clippy::cast_precision_loss, reason = "what is so large is out of range anyway")]
            Value::Integer(number) => number as f64,
            Value::Float(number) => number,
            _ => {
                not_a_number(node, "a number", "60", reader);
                return None;
            }
        };
        let percent = Self::new(number);
        if let Err(error) = &percent {
            let help = match error {
                InvalidNumber::Precision(number) => {
                    format!("round it: {}", reader.instead(&((number * 100.0).round() / 100.0).to_string()))
                }
                _ => "write a number from 0 to 100, without the percent sign".to_owned(),
            };
            reader.problem(node.span, error.to_string(), help);
        }
        percent.ok()
    }

    fn example() -> &'static str {
        "60"
    }
}

impl Read for Count {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let number = whole(node, reader)?;
        let count = Self::new(number);
        if let Err(error) = &count {
            reader.problem(node.span, error.to_string(), "a count begins at 0; leave the key out when it is not known");
        }
        count.ok()
    }

    fn example() -> &'static str {
        "32"
    }
}

impl Read for u16 {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let number = whole(node, reader)?;
        let days = Self::try_from(number);
        if days.is_err() {
            let message = format!("`{number}` is out of range, expected a whole number from 0 to {}", Self::MAX);
            let help = format!("write for example {}", reader.instead(Self::example()));
            reader.problem(node.span, message, help);
        }
        days.ok()
    }

    fn example() -> &'static str {
        "90"
    }
}

impl Read for bool {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if let Value::Boolean(yes) = node.value {
            return Some(yes);
        }
        let meant = match &node.value {
            Value::Text(text) => yes_or_no(text),
            Value::Integer(1) => Some("true"),
            Value::Integer(0) => Some("false"),
            _ => None,
        };
        let help = match meant {
            Some(meant) if matches!(node.value, Value::Text(_)) => {
                format!("write {} without quotes", reader.instead(meant))
            }
            Some(meant) => format!("write {}", reader.instead(meant)),
            None => format!("write {} or leave the line out", reader.instead("true")),
        };
        reader.mismatch(node, "`true` or `false`", help);
        None
    }

    /// What is not said is not so.
    fn absent(_: &Node<'_>, _: &'static str, _: &mut Reader<'_>) -> Option<Self> {
        Some(false)
    }
}

impl Read for Amount {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if let Value::Integer(_) | Value::Float(_) = node.value {
            let number = reader.excerpt(node.span);
            let message = format!("`{number}` has no unit");
            let help = either_unit(&number, reader);
            reader.problem(node.span, message, help);
            return None;
        }
        if !matches!(node.value, Value::Table(_)) {
            let text = if let Value::Text(text) = &node.value { text.as_ref() } else { "" };
            let help = if let Some(meant) = amount(text) {
                format!("write {}", reader.instead(&meant))
            } else if let Some(number) = plain_whole(text) {
                either_unit(without_zeros(&number), reader)
            } else {
                let example = reader.instead(Self::example());
                format!("write a number with its unit, such as {example}{}", reader.or_unknown())
            };
            reader.mismatch(node, "a value with its unit", help);
            return None;
        }
        let before = reader.reported();
        let mut record = reader.record(node, &["percent", "count"])?;
        let (percent, count) = (record.field::<Option<Percent>>("percent"), record.field::<Option<Count>>("count"));
        match (percent?, count?) {
            (Some(percent), None) => Some(Self::Percent(percent)),
            (None, Some(count)) => Some(Self::Count(count)),
            // A misspelt unit has been reported already.
            (None, None) if reader.reported() > before => None,
            (percent, _) => {
                let found = if percent.is_some() { "two units" } else { "no unit" };
                let message = format!("`{}` has {found}, expected either `percent` or `count`", reader.key());
                let help = format!("write {}", reader.instead(Self::example()));
                reader.problem(node.span, message, help);
                None
            }
        }
    }

    fn example() -> &'static str {
        "{ percent = 60 }"
    }
}

/// `true` or `false`, when the text is another word for it.
pub(super) fn yes_or_no(text: &str) -> Option<&'static str> {
    match fold(text.trim()).as_str() {
        "yes" | "y" | "true" | "on" | "1" | "co" | "dung" | "x" => Some("true"),
        "no" | "n" | "false" | "off" | "0" | "khong" | "sai" | "" => Some("false"),
        _ => None,
    }
}

/// The number that a person wrote in another way: `60%`, `16,5`, `1.859`.
pub(super) fn plain(text: &str) -> Option<String> {
    let text: String = text.trim().trim_end_matches('%').split_whitespace().collect();
    let groups: Vec<&str> = text.split('.').collect();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if groups.len() > 1 && groups.iter().all(|g| digits(g)) && groups.iter().skip(1).all(|g| g.len() == 3) {
        return Some(groups.concat());
    }
    match text.split_once([',', '.']) {
        None => digits(&text).then_some(text),
        Some((whole, rest)) => (digits(whole) && digits(rest)).then(|| format!("{whole}.{rest}")),
    }
}

/// The same for what is counted, where a comma divides thousands: `1859` for `1,859`.
pub(super) fn plain_whole(text: &str) -> Option<String> {
    let groups: Vec<&str> = text.trim().split(',').collect();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let is_thousands = groups.len() > 1
        && groups.iter().all(|group| digits(group))
        && groups.iter().skip(1).all(|group| group.len() == 3)
        && groups.first().is_some_and(|group| group.len() <= 3 && !group.starts_with('0'));
    if is_thousands { Some(groups.concat()) } else { plain(text) }
}

/// The number before words, and the words: `60 phần trăm`; none when the words make it another number: `2 triệu hộ`.
pub(super) fn leading(text: &str) -> Option<(String, &str)> {
    let (number, words) = text.trim().split_once(char::is_whitespace)?;
    let words = words.trim();
    let is_words = words.starts_with(char::is_alphabetic) && !multiplies(words);
    Some((without_zeros(&plain_whole(number)?).to_owned(), words)).filter(|_| is_words)
}

/// Whether the number before these words is a thousand, a million or a billion times larger.
fn multiplies(words: &str) -> bool {
    let first = words.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    matches!(fold(first).as_str(), "nghin" | "ngan" | "trieu" | "tr" | "ty" | "ti" | "k")
}

/// The number with its unit that a person wrote in one: `{ percent = 60 }` for `60%` or `60 phần trăm`.
pub(super) fn amount(text: &str) -> Option<String> {
    let text = text.trim();
    let (number, unit) = match leading(text) {
        Some((number, words)) => {
            let is_percent = ["phan tram", "percent", "per cent"].iter().any(|unit| fold(words).starts_with(unit));
            // A count is whole, so `16,5 điểm` is none.
            if !is_percent && number.contains('.') {
                return None;
            }
            (number, if is_percent { "percent" } else { "count" })
        }
        None => match text.strip_suffix('%') {
            Some(number) => (plain(number)?, "percent"),
            None => {
                let number = plain_whole(text)?;
                match number.parse::<f64>() {
                    _ if number.contains('.') => (number, "percent"),
                    Ok(value) if value > 100.0 => (number, "count"),
                    // It may be either.
                    _ => return None,
                }
            }
        },
    };
    Some(format!("{{ {unit} = {} }}", without_zeros(&number)))
}

/// The number without the zeros that stand before its first digit: `24.5` for `024.5`.
pub(super) fn without_zeros(number: &str) -> &str {
    let zeros = number.bytes().zip(number.bytes().skip(1)).take_while(|(b, next)| *b == b'0' && next.is_ascii_digit());
    number.get(zeros.count()..).unwrap_or(number)
}

fn either_unit(number: &str, reader: &Reader<'_>) -> String {
    let [percent, count] = ["percent", "count"].map(|unit| reader.instead(&format!("{{ {unit} = {number} }}")));
    format!("write {percent} or {count}")
}

fn whole(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<i64> {
    match node.value {
        Value::Integer(number) => return Some(number),
        Value::Float(_) => {
            let source = reader.excerpt(node.span);
            if source.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
                let message = format!("`{source}` is too large, expected at most {MAX_COUNT}");
                reader.problem(node.span, message, "look for a digit too many");
                return None;
            }
            let meant = plain(&source).map(|number| number.trim_end_matches(".0").to_owned());
            let help = match meant.filter(|number| !number.contains('.')) {
                Some(number) => format!("write it without a point: {}", reader.instead(&number)),
                None => format!("write a whole number such as {}", reader.instead("32")),
            };
            reader.problem(node.span, format!("`{source}` is not a whole number"), help);
        }
        _ => not_a_number(node, "a whole number", "32", reader),
    }
    None
}

fn not_a_number(node: &Node<'_>, expected: &str, example: &str, reader: &mut Reader<'_>) {
    let is_whole = expected == "a whole number";
    let number = if is_whole { plain_whole } else { plain };
    let (meant, has_words) = match &node.value {
        Value::Text(text) => {
            let words = leading(text).map(|(number, _)| number);
            let meant = number(text).or_else(|| words.clone());
            (meant.filter(|number| !is_whole || !number.contains('.')), words.is_some())
        }
        _ => (None, false),
    };
    let help = match meant {
        Some(number) => {
            let without = if has_words { "words or quotes" } else { "quotes" };
            format!("write the number alone, without {without}: {}", reader.instead(without_zeros(&number)))
        }
        None => format!("write a number such as {}", reader.instead(example)) + &reader.or_unknown(),
    };
    reader.mismatch(node, expected, help);
}
