//! A step asks for several actions.
//!
//! # Why it matters
//! People do one thing, look, and come back for the next; of two things the second one is forgotten.
//!
//! What is an action can only be guessed. A step is reported when it has a numbered list, when a sentence goes on with
//! “rồi”, “sau đó”, “tiếp theo” or “xong thì”, or when it has more than five sentences outside of notes.
//!
//! # Source
//! Own judgement: one step, one action; the words that join two are a rule of thumb.
//!
//! # Example
//! ```markdown
//! ## Nộp hồ sơ
//!
//! Bấm nút Nộp, sau đó trả lệ phí.
//! ```

use chrono::NaiveDate;
use loa_plan::{Finding, Severity};

use super::passage::{beginning, sentences};
use super::{Rule, about};
use crate::Guide;
use crate::guide::{Block, ListKind, Step};

pub(super) const RULE: Rule =
    Rule::new("guide-one-action-per-step", Severity::Warning, about!("guide_one_action_per_step.rs"), check);

/// Words that begin a second action.
const CHAINS: [&str; 4] = ["rồi", "sau đó", "tiếp theo", "xong thì"];

/// How many sentences one action may take.
const MOST_SENTENCES: usize = 5;

fn check(guide: &Guide, _: NaiveDate) -> Vec<Finding> {
    guide.steps.iter().enumerate().flat_map(|(i, step)| of_step(i, step)).collect()
}

fn of_step(i: usize, step: &Step) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut count = 0;
    for (j, block) in step.body.iter().enumerate() {
        let path = || format!("steps[{i}].body[{j}]");
        match block {
            Block::List { kind: ListKind::Numbered, .. } => {
                let message = format!("the step `{}` has a numbered list, so it is several actions", step.title);
                findings.push(RULE.finding(path(), message, "make each entry a step of its own, with `##`"));
            }
            Block::Note(_) => continue,
            _ => {}
        }
        for text in block.plain_texts() {
            let may_chain = may_chain(&text);
            for sentence in sentences(&text) {
                count += 1;
                if may_chain && let Some(chain) = chain(sentence) {
                    let message = format!("“{}” goes on to a second action with “{chain}”", beginning(sentence));
                    findings.push(RULE.finding(path(), message, "make the second action a step of its own, with `##`"));
                }
            }
        }
    }
    if count > MOST_SENTENCES {
        let message = format!("the step `{}` has {count} sentences, expected at most {MOST_SENTENCES}", step.title);
        findings.push(RULE.finding(format!("steps[{i}]"), message, "divide the step, or leave out what is no action"));
    }
    findings
}

/// Whether a word that begins like one of [`CHAINS`] may be in the text, in whichever case.
fn may_chain(text: &str) -> bool {
    text.as_bytes().windows(3).any(|bytes| match bytes[0] | 0x20 {
        b'r' | b's' | b't' | b'x' => {
            CHAINS.iter().any(|chain| chain.as_bytes().get(..3).is_some_and(|chain| chain.eq_ignore_ascii_case(bytes)))
        }
        _ => false,
    })
}

/// The words by which a sentence goes on to a second action; at its beginning they only join it to the one before.
fn chain(sentence: &str) -> Option<&'static str> {
    let small = sentence.to_lowercase();
    let words: Vec<&str> = small.split_whitespace().collect();
    // The last word joins nothing: “đã nộp rồi”.
    let inside = words.get(1..words.len().saturating_sub(1)).unwrap_or_default();
    CHAINS.into_iter().find(|chain| {
        let chain: Vec<&str> = chain.split(' ').collect();
        inside.windows(chain.len()).any(|window| match (window, chain.as_slice()) {
            // Before a comma it says that something is done already: “nếu đã nộp rồi, …”.
            ([word], [chain]) => word == chain,
            (window, chain) => window.iter().map(|word| word.trim_end_matches(',')).eq(chain.iter().copied()),
        })
    })
}

#[cfg(all(test, feature = "markdown"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn a_second_action_in_a_sentence_is_reported() {
        check(
            &RULE,
            "## Nộp\n\nXem lại rồi bấm nút Nộp. Trả phí, Sau đó chờ tin nhắn.\n",
            &expect![[r#"
            warning: “Xem lại rồi bấm nút Nộp.” goes on to a second action with “rồi” (steps[0].body[0])
              help: make the second action a step of its own, with `##`
            warning: “Trả phí, Sau đó chờ tin…” goes on to a second action with “sau đó” (steps[0].body[0])
              help: make the second action a step of its own, with `##`"#]],
        );
    }

    #[test]
    fn words_that_only_join_or_end_a_sentence_are_fine() {
        check(&RULE, "## Nộp\n\nSau đó bấm nút Nộp. Nếu đã nộp rồi, chờ tin nhắn. Hồ sơ đã nộp rồi.\n", &expect![[""]]);
        check(&RULE, "## Nộp\n\n> Nộp rồi mới trả phí.\n", &expect![[""]]);
    }

    #[test]
    fn a_numbered_list_is_several_actions() {
        check(
            &RULE,
            "## Nộp\n\n1. Xem lại\n2. Nộp\n\n- Giấy chứng sinh\n- Thẻ\n",
            &expect![[r#"
            warning: the step `Nộp` has a numbered list, so it is several actions (steps[0].body[0])
              help: make each entry a step of its own, with `##`"#]],
        );
    }

    #[test]
    fn many_sentences_are_several_actions() {
        check(&RULE, "## Nộp\n\nMột. Hai. Ba. Bốn. Năm.\n\n> Sáu. Bảy.\n", &expect![[""]]);
        check(
            &RULE,
            "## Nộp\n\nMột. Hai. Ba.\n\nBốn. Năm. Sáu.\n",
            &expect![[r#"
            warning: the step `Nộp` has 6 sentences, expected at most 5 (steps[0])
              help: divide the step, or leave out what is no action"#]],
        );
    }
}
