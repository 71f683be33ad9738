//! A message takes more than a minute to read aloud.
//!
//! # Why it matters
//! Messages go out by loudspeaker and radio too, and screen readers read them to people who do not see.
//! Vietnamese is read at about 150 to 200 syllables a minute, and each syllable is a word of its own between spaces;
//! by the slow end of that, for elderly listeners, a minute holds 150 words.
//!
//! # Source
//! Own judgement: a minute at the slow end of the usual speed of reading.
//!
//! # Example
//! A message of 151 words; here the words are numbers.
//! ```toml
//! [[messages]]
//! id = "dai"
//! text = """
//! 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30
//! 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30
//! 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30
//! 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30
//! 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31"""
//! ```

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule = Rule {
    name: "too-long-to-read-aloud",
    severity: Severity::Warning,
    about: about!("too_long_to_read_aloud.rs"),
    check,
};

/// How many words, in Vietnamese syllables, are read aloud in a minute at the slow end of 150 to 200.
const WORDS_PER_MINUTE: usize = 150;

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (i, message) in plan.messages.iter().enumerate() {
        for (language, text) in message.text.each() {
            let words = text.split_whitespace().count();
            if words <= WORDS_PER_MINUTE {
                continue;
            }
            let language = language.map(|language| format!(".{language}")).unwrap_or_default();
            findings.push(RULE.finding(
                format!("messages[{i}].text{language}"),
                format!(
                    "message `{}` has {words} words, expected at most {WORDS_PER_MINUTE}, which take a minute to read aloud",
                    message.id
                ),
                "keep the sentence that people should remember, and move the rest into a guide",
            ));
        }
    }
    findings
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn a_message_of_more_than_a_minute_is_reported() {
        let (long, short) = ("nộp ".repeat(151), "nộp ".repeat(150));
        let text = format!("[[messages]]\nid = \"chao\"\ntext = {{ vi = \"{long}\", en = \"{short}\" }}");
        check(
            &RULE,
            &text,
            &expect![[r#"
            warning: message `chao` has 151 words, expected at most 150, which take a minute to read aloud (messages[0].text.vi)
              help: keep the sentence that people should remember, and move the rest into a guide"#]],
        );
    }
}
