//! Enums, which are written as one of a few words.

use super::{Node, Reader, Value};
use crate::words::nearest;

/// No word of ours is longer; a longer text is not searched for.
const LONGEST_WORD: usize = 64;

impl Reader<'_> {
    /// Takes `node` as one of `words` and gives its index; anything else is reported.
    pub fn word(&mut self, node: &Node<'_>, words: &[&str]) -> Option<usize> {
        let all = || super::record::listed(words);
        let Value::Text(text) = &node.value else {
            self.mismatch(node, "a word in quotes", format!("write one of {} in quotes", all()));
            return None;
        };
        let index = words.iter().position(|word| word == text);
        if index.is_none() {
            let short = text.chars().take(LONGEST_WORD + 1).count() <= LONGEST_WORD;
            let help = match if short { nearest(text, words.iter().copied()) } else { None } {
                Some(word) => format!("did you mean `{word}`?"),
                None => format!("write one of {}", all()),
            };
            let message = format!("`{}` is not a possible value of `{}`", super::wording::shorten(text), self.key());
            self.problem(node.span, message, help);
        }
        index
    }
}

/// Makes [`Read`](crate::read::Read) for an enum from the words that stand for its values in a file.
///
/// ```
/// #[derive(Debug, PartialEq)]
/// enum Day { Weekday, Weekend }
/// loa_plan::read_words!(Day { "weekday" => Weekday, "weekend" => Weekend });
/// ```
#[macro_export]
macro_rules! read_words {
    ($name:ident { $($word:literal => $value:ident),* $(,)? }) => {
        impl $crate::read::Read for $name {
            fn read(node: &$crate::read::Node<'_>, reader: &mut $crate::read::Reader<'_>) -> Option<Self> {
                const WORDS: &[&str] = &[$($word),*];
                reader.word(node, WORDS).and_then(|index| [$($name::$value),*].into_iter().nth(index))
            }

            fn example() -> &'static str {
                const EXAMPLES: &[&str] = &[$(concat!("\"", $word, "\"")),*];
                EXAMPLES.first().copied().unwrap_or("\"…\"")
            }
        }
    };
}
