//! A text is made to flash: rows of exclamation marks, stars or pictures, or tags that move.
//!
//! # Why it matters
//! Thông tư 32/2017/TT-BTTTT, Điều 18, forbids blinking and self-moving text on the pages of state agencies.
//! A row of marks is its cousin in plain text: screen readers say "star star star", and it looks like a scam.
//!
//! # Source
//! Thông tư 32/2017/TT-BTTTT, Điều 18: no blinking or self-moving text; rows of marks are own judgement.
//!
//! # Example
//! ```toml
//! [[messages]]
//! id = "khai-sinh"
//! text = "★★★ Đăng ký khai sinh trực tuyến!!!"
//! ```

use chrono::NaiveDate;

use super::texts::each_version;
use super::{Rule, about};
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule =
    Rule { name: "blinking-text", severity: Severity::Warning, about: about!("blinking_text.rs"), check };

/// How many marks in a row are too many.
const ROW: usize = 3;

/// Joins two pictures into one.
const JOIN: char = '\u{200D}';

/// Tags that make text blink or move.
const TAGS: [&str; 2] = ["<blink", "<marquee"];

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    each_version(plan, &mut |path, text| {
        if let Some(tag) = moving_tag(text) {
            let message = format!("the text has the tag `{tag}>`, which makes it blink or move");
            findings.push(RULE.finding(path, message, "delete the tag; the words stay"));
        } else if let Some(row) = row_of_marks(text) {
            let message = format!("the text has `{row}`, {} marks in a row, expected fewer than {ROW}", marks(&row));
            findings.push(RULE.finding(path, message, "delete the marks, or keep a single one"));
        }
    });
    findings
}

fn moving_tag(text: &str) -> Option<&'static str> {
    if !text.contains('<') {
        return None;
    }
    let text = text.to_ascii_lowercase();
    TAGS.into_iter().find(|tag| text.contains(tag))
}

/// The first row of marks that is too long.
fn row_of_marks(text: &str) -> Option<String> {
    let mut row = String::new();
    for c in text.chars() {
        if is_mark(c) || (is_joiner(c) && !row.is_empty()) {
            row.push(c);
        } else if !row.is_empty() {
            if marks(&row) >= ROW {
                break;
            }
            row.clear();
        }
    }
    (marks(&row) >= ROW).then_some(row)
}

/// How many marks a row has; pictures that are joined into one, such as a family, count once.
fn marks(row: &str) -> usize {
    let marks = row.chars().filter(|c| !is_joiner(*c)).count();
    marks.saturating_sub(row.matches(JOIN).count())
}

/// Exclamation and question marks, stars and other ornaments, and pictures.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '!' | '?' | '*' | '~' | '\u{2190}'..='\u{21FF}' | '\u{25A0}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}'
            | '\u{1F000}'..='\u{1FAFF}'
    )
}

/// Characters that colour or join pictures and are no marks of their own.
fn is_joiner(c: char) -> bool {
    matches!(c, JOIN | '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}')
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::checks::test::check as judge;

    #[test]
    fn rows_of_marks_and_moving_tags_are_reported() {
        judge(
            &RULE,
            r#"
title = "Nộp hồ sơ ngay!!!"
[[messages]]
id = "a"
text = "★★★ Mới"
[[messages]]
id = "b"
text = "<MARQUEE>Mới</MARQUEE>"
[[messages]]
id = "c"
text = { vi = "Nhanh 🎉🔥👍🏽", en = "Fast!" }
"#,
            &expect![[r#"
                warning: the text has `!!!`, 3 marks in a row, expected fewer than 3 (title)
                  help: delete the marks, or keep a single one
                warning: the text has `★★★`, 3 marks in a row, expected fewer than 3 (messages[0].text)
                  help: delete the marks, or keep a single one
                warning: the text has the tag `<marquee>`, which makes it blink or move (messages[1].text)
                  help: delete the tag; the words stay
                warning: the text has `🎉🔥👍🏽`, 3 marks in a row, expected fewer than 3 (messages[2].text.vi)
                  help: delete the marks, or keep a single one"#]],
        );
    }

    #[test]
    fn one_or_two_marks_and_ordinary_signs_are_fine() {
        for text in ["Nhanh chóng, dễ dàng!", "Thật không?!", "Bước 1… rồi bước 2", "👨‍👩‍👧 Gia đình", "a < b, 1 → 2"]
        {
            assert_eq!(row_of_marks(text).or(moving_tag(text).map(str::to_owned)), None, "{text}");
        }
    }
}
