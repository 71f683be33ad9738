//! A text is written in capital letters.
//!
//! # Why it matters
//! Words in capitals have no shape to recognise them by and are read more slowly, most of all with Vietnamese accents
//! above the letters; some screen readers spell them out. If a heading should look so, the style of the page does it.
//! Short names such as UBND or VNeID are fine: only four capital words in a row count.
//!
//! # Source
//! Own judgement: words keep their shape.
//!
//! # Example
//! ```toml
//! [[messages]]
//! id = "khai-sinh"
//! text = "ĐĂNG KÝ KHAI SINH TRỰC TUYẾN"
//! ```

use chrono::NaiveDate;

use super::texts::{each_version, shown};
use super::{Rule, about};
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule =
    Rule { name: "all-capitals", severity: Severity::Warning, about: about!("all_capitals.rs"), check };

/// How many capital words in a row are no longer a name.
const MOST: usize = 4;

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    each_version(plan, &mut |path, text| {
        if let Some(words) = capitals(text) {
            findings.push(RULE.finding(
                path,
                format!("the words {} are all in capitals", shown(&words)),
                "write small letters, with capitals only at the beginning of a sentence and of names",
            ));
        }
    });
    findings
}

/// The first run of words in capitals that is too long.
fn capitals(text: &str) -> Option<String> {
    // Two letters in each word: with fewer capitals the words need not be told apart.
    text.chars().filter(|c| c.is_uppercase()).nth(2 * MOST - 1)?;
    let mut run: Vec<&str> = Vec::new();
    for word in text.split_whitespace().chain([""]) {
        if is_capital(word) {
            run.push(word);
        } else if run.len() >= MOST {
            return Some(run.join(" ").trim_matches(|c: char| !c.is_alphabetic()).to_owned());
        } else if word.is_empty() || word.chars().any(char::is_lowercase) {
            run.clear();
        }
    }
    None
}

/// Whether a word has at least two letters, all of them capitals.
fn is_capital(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.clone().count() > 1 && letters.all(char::is_uppercase)
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::checks::test::check as judge;

    #[test]
    fn a_text_in_capitals_is_reported() {
        judge(
            &RULE,
            r#"
title = "Kế hoạch của UBND TP HCM"
[[messages]]
id = "khai-sinh"
text = { vi = "ĐĂNG KÝ - KHAI SINH, nhanh chóng", en = "REGISTER A BIRTH ONLINE TODAY" }
"#,
            &expect![[r#"
                warning: the words `REGISTER BIRTH ONLINE TODAY` are all in capitals (messages[0].text.en)
                  help: write small letters, with capitals only at the beginning of a sentence and of names
                warning: the words `ĐĂNG KÝ KHAI SINH` are all in capitals (messages[0].text.vi)
                  help: write small letters, with capitals only at the beginning of a sentence and of names"#]],
        );
    }

    #[test]
    fn signs_and_single_letters_between_capitals_do_not_hide_them_and_names_are_fine() {
        assert_eq!(capitals("NỘP – HỒ – SƠ – NGAY").as_deref(), Some("NỘP HỒ SƠ NGAY"));
        assert_eq!(capitals("Mẫu A B C D của UBND"), None);
        assert_eq!(capitals("nộp UBND TP HCM, rồi BHXH TP HCM"), None);
    }
}
