//! One text, tidied.

use unicode_normalization::UnicodeNormalization;

use super::RepairKind;

/// Whether line breaks say something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A name, a code, a number of a law.
    Line,
    /// A step, a note, a list that was written into one field.
    Paragraphs,
}

/// The text, and what was done to it in the order in which it was done.
pub(super) fn tidy(text: &str, shape: Shape) -> (String, Vec<RepairKind>) {
    let mut repairs = Vec::new();
    let mut step = |before: String, after: String, kind| {
        if before != after {
            repairs.push(kind);
        }
        after
    };
    let text = step(text.to_owned(), with_signs(text), RepairKind::Entities);
    let seen = without_invisible(&text);
    let text = step(text, seen, RepairKind::Invisible);
    let composed = text.nfc().collect();
    let text = step(text, composed, RepairKind::Composed);
    let text = match shape {
        Shape::Paragraphs => text,
        Shape::Line => {
            // A break at the edge is no more than a space there.
            let inner = text.trim().replace(['\r', '\n', '\u{2028}', '\u{2029}'], " ");
            let is_broken = inner != text.trim();
            if is_broken {
                repairs.push(RepairKind::LineBreaks);
                inner
            } else {
                text
            }
        }
    };
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>();
    let spaced = lines.join("\n").trim().to_owned();
    if spaced != text {
        repairs.push(RepairKind::Spaces);
    }
    (spaced, repairs)
}

/// Entities of HTML by number, and the few by name that stand in texts.
fn with_signs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        match entity(from) {
            Some((sign, length)) => {
                out.push(sign);
                rest = from.get(length..).unwrap_or_default();
            }
            None => {
                out.push('&');
                rest = from.get(1..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}

/// The sign of the entity that a text begins with, and how many bytes the entity has.
fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.find(';').filter(|end| *end <= LONGEST)?;
    let name = text.get(1..end)?;
    let sign = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "hellip" => '…',
        "bull" => '•',
        _ => {
            let digits = name.strip_prefix('#')?;
            let hexadecimal = digits.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16));
            let number = hexadecimal.unwrap_or_else(|| digits.parse()).ok()?;
            char::from_u32(number).filter(|sign| !sign.is_control() || sign.is_whitespace())?
        }
    };
    Some((sign, end + 1))
}

/// `&#x10FFFF;` is the longest entity of a sign.
const LONGEST: usize = 9;

/// Without signs of no width and control signs, which no reader sees and every search stumbles over.
fn without_invisible(text: &str) -> String {
    let is_invisible = |c: char| {
        matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
            || (c.is_control() && !c.is_whitespace())
    };
    text.chars().filter(|c| !is_invisible(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_loses_breaks_and_spaces() {
        assert_eq!(
            tidy(" Đăng ký\n khai  sinh ", Shape::Line),
            ("Đăng ký khai sinh".to_owned(), vec![RepairKind::LineBreaks, RepairKind::Spaces])
        );
        assert_eq!(tidy("Đăng ký\n", Shape::Line), ("Đăng ký".to_owned(), vec![RepairKind::Spaces]));
        assert_eq!(tidy("Đăng ký", Shape::Line), ("Đăng ký".to_owned(), vec![]));
    }

    #[test]
    fn paragraphs_keep_their_lines() {
        let text = "Bước 1: nộp\n\n- tờ khai";
        assert_eq!(tidy(text, Shape::Paragraphs), (text.to_owned(), vec![]));
        assert_eq!(
            tidy("Bước 1:\t nộp \r\nBước 2\n\n", Shape::Paragraphs),
            ("Bước 1: nộp\nBước 2".to_owned(), vec![RepairKind::Spaces])
        );
    }

    #[test]
    fn entities_become_signs_and_other_ampersands_stay() {
        let (text, repairs) = tidy("A &#40;B&#x29; &amp; C & D &khong; &#0; &amp;lt;", Shape::Line);
        assert_eq!(text, "A (B) & C & D &khong; &#0; &lt;");
        assert_eq!(repairs, [RepairKind::Entities]);
    }

    #[test]
    fn accents_are_composed_and_what_nobody_sees_goes() {
        let (text, repairs) = tidy("Hoa\u{300}\u{200b}", Shape::Line);
        assert_eq!(text, "Hoà");
        assert_eq!(repairs, [RepairKind::Invisible, RepairKind::Composed]);
    }
}
