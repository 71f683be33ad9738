//! A sentence has more than 25 words.
//!
//! # Why it matters
//! A long sentence must be read twice, and its beginning is forgotten when it is read aloud.
//! Words are counted as they are written, with spaces between them, so a word of two syllables counts twice.
//!
//! # Source
//! Own judgement: 25 words are a rule of thumb of plain language.
//!
//! # Example
//! ```markdown
//! ## Điền tờ khai
//!
//! Điền đầy đủ họ, tên, ngày sinh, nơi sinh, quê quán, dân tộc, quốc tịch, nơi cư trú của trẻ và của cha, mẹ theo đúng
//! giấy tờ.
//! ```

use chrono::NaiveDate;
use loa_plan::{Finding, Severity};

use super::passage::{beginning, passages, sentences};
use super::{Rule, about};
use crate::Guide;

pub(super) const RULE: Rule =
    Rule::new("guide-sentence-length", Severity::Warning, about!("guide_sentence_length.rs"), check);

/// How many words a sentence may have.
const MOST_WORDS: usize = 25;

fn check(guide: &Guide, _: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    for passage in passages(guide).iter().filter(|passage| may_be_long(&passage.text)) {
        for sentence in sentences(&passage.text).filter(|sentence| may_be_long(sentence)) {
            let words = sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
            if words > MOST_WORDS {
                let begins = beginning(sentence);
                let message = format!("the sentence “{begins}” has {words} words, expected at most {MOST_WORDS}");
                findings.push(RULE.finding(passage.at.to_string(), message, "make two sentences of it, or a list"));
            }
        }
    }
    findings
}

/// Whether there are enough spaces, counted by bytes that may belong to one: so the words of most texts need not be
/// told apart.
fn may_be_long(text: &str) -> bool {
    let may_be_space = |b: &u8| *b <= b' ' || matches!(b, 0xC2 | 0xE2 | 0xE3 | 0x9A);
    text.bytes().filter(may_be_space).count() >= MOST_WORDS
}

#[cfg(all(test, feature = "markdown"))]
mod tests {
    use expect_test::expect;

    use super::{RULE, may_be_long};
    use crate::checks::test::check;

    #[test]
    fn a_sentence_has_at_most_twenty_five_words() {
        let words = |n| vec!["chữ"; n].join(" ");
        check(&RULE, &format!("## Nộp\n\n{}. {} –.\n", words(25), words(25)), &expect![[""]]);
        check(
            &RULE,
            &format!("## Nộp\n\nNgắn. {}.\n", words(26)),
            &expect![[r#"
            warning: the sentence “chữ chữ chữ chữ chữ chữ…” has 26 words, expected at most 25 (steps[0].body[0])
              help: make two sentences of it, or a list"#]],
        );
    }

    #[test]
    fn sentences_of_the_head_count_too_and_items_of_lists_are_sentences() {
        let words = vec!["chữ"; 26].join(" ");
        let text =
            format!("+++\nneeds = [{{ text = \"Thẻ\", note = \"{words}\" }}]\n+++\n## Nộp\n\n- chữ chữ\n- chữ chữ\n");
        check(
            &RULE,
            &text,
            &expect![[r#"
            warning: the sentence “chữ chữ chữ chữ chữ chữ…” has 26 words, expected at most 25 (needs[0].note)
              help: make two sentences of it, or a list"#]],
        );
    }

    #[test]
    fn every_kind_of_space_counts() {
        for space in (0..=u32::from(char::MAX)).filter_map(char::from_u32).filter(|c| c.is_whitespace()) {
            assert!(may_be_long(&format!("từ{space}").repeat(25)), "{space:?}");
        }
        assert!(!may_be_long(&"từ ".repeat(24)));
    }
}
