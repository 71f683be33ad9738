//! A text holds a character that nobody sees.
//!
//! # Why it matters
//! Spaces without width and hyphens that show only at the end of a line come along when text is copied from a web page
//! or a document. Whoever searches for the word does not find it, a copied phone number cannot be dialled, and some
//! screen readers stop in the middle of the word.
//!
//! # Source
//! Own judgement: what nobody sees nobody meant to write.
//!
//! # Example
//! ```toml
//! title = "Kế\u200B hoạch"
//! ```

use chrono::NaiveDate;

use super::texts::{each_string, shown};
use super::{Rule, about};
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule =
    Rule { name: "invisible-character", severity: Severity::Warning, about: about!("invisible_character.rs"), check };

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    each_string(plan, &mut |path, text| {
        let Some((at, c, name)) = text.char_indices().find_map(|(at, c)| Some((at, c, name(c)?))) else { return };
        let seen: String = text.chars().filter(|c| self::name(*c).is_none()).collect();
        let place = match text[..at].split_whitespace().next_back() {
            Some(word) => format!("behind {}", shown(word)),
            None => "at the beginning".to_owned(),
        };
        findings.push(RULE.finding(
            path,
            format!("{name} (U+{:04X}), which nobody sees, stands in this text {place}", u32::from(c)),
            format!("type the text again instead of copying it: {}", shown(&seen)),
        ));
    });
    findings
}

/// The name of a character that nobody sees. Joiners are left out: some pictures are made with them.
fn name(c: char) -> Option<&'static str> {
    match c {
        '\u{ad}' => Some("a soft hyphen"),
        '\u{200b}' => Some("a space without width"),
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' => Some("a sign for the direction of writing"),
        '\u{2028}' | '\u{2029}' => Some("a line separator"),
        '\u{2060}' | '\u{feff}' => Some("a sign against line breaks"),
        _ => None,
    }
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn the_first_character_of_each_text_that_nobody_sees_is_reported_with_its_place() {
        check(
            &RULE,
            r#"
title = "Kế hoạch"
summary = "\uFEFFTóm tắt"
[[channels]]
id = "tong-dai"
group = "other"
title = "Tổng đài\u2028 24 giờ"
phone = "1900\u200B1009"
note = { vi = "Gọi giờ hành chính", en = "Office\u00ADhours\u200B" }
"#,
            &expect![[r#"
                warning: a sign against line breaks (U+FEFF), which nobody sees, stands in this text at the beginning (summary)
                  help: type the text again instead of copying it: `Tóm tắt`
                warning: a line separator (U+2028), which nobody sees, stands in this text behind `đài` (channels[0].title)
                  help: type the text again instead of copying it: `Tổng đài 24 giờ`
                warning: a soft hyphen (U+00AD), which nobody sees, stands in this text behind `Office` (channels[0].note.en)
                  help: type the text again instead of copying it: `Officehours`
                warning: a space without width (U+200B), which nobody sees, stands in this text behind `1900` (channels[0].phone)
                  help: type the text again instead of copying it: `19001009`"#]],
        );
    }
}
