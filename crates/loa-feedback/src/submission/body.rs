//! The text of a feedback: cleaned of what nobody sees, and understandable.

use loa_plan::Count;

use crate::spelling::composed;

/// The longest text, in characters: about two printed pages.
pub const MAX_TEXT: usize = 5_000;

/// The fewest letters from which something can be understood.
pub const MIN_LETTERS: usize = 10;

/// The fewest different letters; `aaaa aaaa aaaa` says nothing.
const MIN_DIFFERENT: usize = 4;

/// In Unicode's composed form, with plain line ends and without signs that nobody sees.
///
/// ```
/// use loa_feedback::submission::clean;
///
/// assert_eq!(clean(" Hoa\u{300}\u{200b} bi\u{300}nh\r\n"), "Hoà bình");
/// ```
#[must_use]
pub fn clean(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines = composed(&lines);
    let seen = lines.chars().filter(|c| !is_unseen(*c)).map(|c| if c == '\t' || c == '\u{a0}' { ' ' } else { c });
    seen.collect::<String>().trim().to_owned()
}

/// On one line, with one space between words.
pub(super) fn clean_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Control characters, marks that turn the direction of writing, spaces without width; a desk could be misled by them.
fn is_unseen(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// What is wrong with a clean text, in words for the person; `None` when it can be read.
pub(super) fn problem(text: &str) -> Option<String> {
    if text.is_empty() {
        return Some("Xin viết nội dung phản ánh, kiến nghị.".to_owned());
    }
    let length = text.chars().count();
    if length > MAX_TEXT {
        return Some(format!(
            "Nội dung dài {} ký tự, nhiều hơn mức {} ký tự. Xin viết gọn lại.",
            grouped(length),
            grouped(MAX_TEXT)
        ));
    }
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
    let latin = letters.iter().filter(|c| is_latin(**c)).count();
    if latin * 2 < letters.len() {
        return Some("Xin viết bằng tiếng Việt, có dấu hoặc không dấu.".to_owned());
    }
    if letters.len() < MIN_LETTERS {
        return Some(format!("Nội dung quá ngắn nên chưa hiểu được. Xin viết rõ hơn, ít nhất {MIN_LETTERS} chữ cái."));
    }
    let mut different: Vec<char> = Vec::with_capacity(MIN_DIFFERENT);
    for letter in letters.iter().flat_map(|c| c.to_lowercase()) {
        if different.len() < MIN_DIFFERENT && !different.contains(&letter) {
            different.push(letter);
        }
    }
    if different.len() < MIN_DIFFERENT
        || !text.split_whitespace().skip(1).any(|word| word.contains(char::is_alphabetic))
    {
        return Some("Nội dung chưa hiểu được. Xin viết thành câu.".to_owned());
    }
    None
}

/// Vietnamese letters, composed or apart, are among these blocks.
fn is_latin(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | 'ａ'..='ｚ' | 'Ａ'..='Ｚ')
}

fn grouped(number: usize) -> String {
    i64::try_from(number).ok().and_then(|number| Count::new(number).ok()).unwrap_or(Count::ONE).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_taken_out_and_accents_are_joined() {
        assert_eq!(
            clean("  Hoa\u{300}\u{200b} bi\u{300}nh\r\n\u{202e}xin\u{7}\t chào\u{a0}ạ \n"),
            "Hoà bình\nxin  chào ạ"
        );
        assert_eq!(clean_line(" Nguyễn\n Thị   Lan "), "Nguyễn Thị Lan");
    }

    #[test]
    fn a_text_is_understandable_with_or_without_accents() {
        for good in [
            "Nộp hồ sơ mãi không được",
            "Nop ho so mai khong duoc",
            "NỘP HỒ SƠ KHÔNG ĐƯỢC!!!",
            "Trang 404 khi bấm nút Nộp :(",
        ] {
            assert_eq!(problem(good), None, "{good}");
        }
    }

    #[test]
    fn what_cannot_be_understood_is_said_in_words() {
        let said = |text: &str| problem(text).unwrap_or_default();
        assert_eq!(said(""), "Xin viết nội dung phản ánh, kiến nghị.");
        let short = "Nội dung quá ngắn nên chưa hiểu được. Xin viết rõ hơn, ít nhất 10 chữ cái.";
        for text in ["?!... --- 123 456 789", "Chậm quá", "👍👍👍"] {
            assert_eq!(said(text), short, "{text}");
        }
        for text in ["aaaa aaaa aaaa aaaa", "abcdefghijklmnop"] {
            assert_eq!(said(text), "Nội dung chưa hiểu được. Xin viết thành câu.", "{text}");
        }
        assert_eq!(said("Услуга не работает"), "Xin viết bằng tiếng Việt, có dấu hoặc không dấu.");
        assert_eq!(
            said(&"ab cd ef ".repeat(600)),
            "Nội dung dài 5.400 ký tự, nhiều hơn mức 5.000 ký tự. Xin viết gọn lại."
        );
    }
}
