//! An abbreviation is not spelled out where it is first used.
//!
//! # Why it matters
//! Officials read UBND and CCCD every day; the people a guide is for may not.
//!
//! An abbreviation is a word with two or more capitals. It is spelled out when brackets hold it or follow it:
//! “mã xác thực một lần (OTP)” or “OTP (mã xác thực một lần)”. Names that are known as they are, are let through:
//! VNeID, QR, PDF. So are words with digits, which are numbers of documents and forms, and Roman numerals.
//!
//! # Source
//! Own judgement: a rule of thumb of plain language.
//!
//! # Example
//! ```markdown
//! ## Chuẩn bị
//!
//! Mang thẻ CCCD.
//! ```

use chrono::NaiveDate;
use loa_plan::{Finding, Severity};

use super::passage::passages;
use super::{Rule, about};
use crate::Guide;

pub(super) const RULE: Rule =
    Rule::new("guide-abbreviation", Severity::Warning, about!("guide_abbreviation.rs"), check);

/// Names that people know as they are, rather than what they stand for.
const KNOWN: [&str; 3] = ["VNeID", "QR", "PDF"];

fn check(guide: &Guide, _: NaiveDate) -> Vec<Finding> {
    let mut seen: Vec<String> = Vec::new();
    let mut findings = Vec::new();
    for passage in passages(guide).iter().filter(|passage| has_capitals(&passage.text)) {
        let words: Vec<&str> = passage.text.split_whitespace().collect();
        for (i, word) in words.iter().enumerate() {
            if !has_capitals(word) {
                continue;
            }
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            if !is_abbreviation(bare) || seen.iter().any(|known| known == bare) {
                continue;
            }
            seen.push(bare.to_owned());
            let next_opens = words.get(i + 1).is_some_and(|next| next.starts_with('('));
            let in_brackets = i > 0 && word.starts_with('(') && word.contains(')');
            if !in_brackets && !next_opens {
                let message = format!("`{bare}` is not spelled out where it is first used");
                let help = format!("write what it stands for, and `({bare})` after it when it is used again");
                findings.push(RULE.finding(passage.at.to_string(), message, help));
            }
        }
    }
    findings
}

/// Whether any word has two capitals, found without telling the words apart.
fn has_capitals(text: &str) -> bool {
    let mut capitals = 0;
    text.chars().any(|c| {
        match c {
            // Nearly all characters, told without a table.
            'a'..='z' => return false,
            ' ' => capitals = 0,
            'A'..='Z' => capitals += 1,
            c if c.is_ascii_punctuation() || c.is_ascii_digit() => {}
            c if c.is_whitespace() => capitals = 0,
            c if c.is_uppercase() => capitals += 1,
            _ => {}
        }
        capitals == 2
    })
}

fn is_abbreviation(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let roman = word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    capitals >= 2 && !roman && !word.contains(|c: char| c.is_ascii_digit()) && !KNOWN.contains(&word)
}

#[cfg(all(test, feature = "markdown"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn an_abbreviation_is_reported_once_where_it_is_first_used() {
        check(
            &RULE,
            "## Đến UBND\n\nMang CCCD đến UBND.\n",
            &expect![[r#"
            warning: `UBND` is not spelled out where it is first used (steps[0])
              help: write what it stands for, and `(UBND)` after it when it is used again
            warning: `CCCD` is not spelled out where it is first used (steps[0].body[0])
              help: write what it stands for, and `(CCCD)` after it when it is used again"#]],
        );
    }

    #[test]
    fn what_is_spelled_out_or_is_no_abbreviation_is_fine() {
        check(
            &RULE,
            "## Nhập mã\n\nNhập mã xác thực một lần (OTP). Không đưa OTP cho ai. Đến UBND (Ủy ban nhân dân).\n\n\
             Mở VNeID, quét mã QR. Điền mẫu CT01 theo Nghị định 118/2025/NĐ-CP, phần II.\n",
            &expect![[""]],
        );
    }
}
