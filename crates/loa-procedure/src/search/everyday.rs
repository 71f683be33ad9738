//! What people say, and what the catalogue calls it.

use std::collections::BTreeMap;

use super::syllable::{is_accented, spelled};
use loa_plan::words::fold;

/// One thing that people say in several ways.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Saying {
    /// Words, one of which stands in the question; `+` asks for both sides in any order, `{person}` for a word of a group.
    pub says: Vec<String>,
    /// Words that show that something else is meant.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unless: Vec<String>,
    /// What is searched for instead, in the words of the catalogue, the likelier first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub means: Vec<String>,
    /// Who decides, when no procedure does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<String>,
}

/// The list of them.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Everyday {
    /// Short forms, written out: `cccd` for `căn cước công dân`.
    #[serde(default)]
    pub short: BTreeMap<String, String>,
    /// Words that stand for one another in a saying.
    #[serde(default)]
    pub groups: BTreeMap<String, Vec<String>>,
    /// The sayings.
    #[serde(default, rename = "entry")]
    pub sayings: Vec<Saying>,
}

impl Everyday {
    /// The list that comes with this crate, `words/everyday.toml`, which a test reads.
    #[cfg(feature = "everyday")]
    #[must_use]
    pub fn of_the_language() -> Self {
        toml::from_str(include_str!("../../words/everyday.toml")).unwrap_or_default()
    }
}

/// The list, made ready to be held against questions.
#[derive(Debug, Clone)]
pub(super) struct Ears {
    sayings: Vec<(Saying, Vec<Pattern>, Vec<Pattern>)>,
}

/// Both sides of a `+`, each with the words of which one must stand there.
#[derive(Debug, Clone)]
struct Pattern {
    sides: Vec<Vec<Words>>,
}

/// Words between spaces, as they are written with accents and without.
#[derive(Debug, Clone)]
struct Words {
    text: String,
    spelled: String,
    plain: String,
}

impl Ears {
    pub(super) fn of(everyday: &Everyday) -> Self {
        let patterns = |texts: &[String]| texts.iter().map(|text| Pattern::of(text, everyday)).collect();
        let ready = |saying: &Saying| (saying.clone(), patterns(&saying.says), patterns(&saying.unless));
        Self { sayings: everyday.sayings.iter().map(ready).collect() }
    }

    /// The sayings that hold for a question, each with the words that were heard, as the list writes them.
    pub(super) fn hear(&self, question: &str) -> impl Iterator<Item = (&Saying, String)> {
        let accented = is_accented(question);
        let question = if accented { spaced(&spelled(question)) } else { spaced(&fold(question)) };
        // The words of each side that stand there; none as soon as one side has none.
        let heard = move |pattern: &Pattern| -> Option<Vec<String>> {
            let stands = |words: &&Words| question.contains(if accented { &words.spelled } else { &words.plain });
            let side = |side: &Vec<Words>| side.iter().find(stands).map(|words| words.text.clone());
            pattern.sides.iter().map(side).collect()
        };
        self.sayings.iter().filter_map(move |(saying, says, unless)| {
            let said = says.iter().find_map(&heard)?;
            unless.iter().all(|pattern| heard(pattern).is_none()).then(|| (saying, said.join(" … ")))
        })
    }
}

impl Pattern {
    fn of(text: &str, everyday: &Everyday) -> Self {
        let side = |side: &str| {
            let side = side.trim();
            match side.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
                Some(name) => everyday.groups.get(name).into_iter().flatten().map(|words| Words::of(words)).collect(),
                None => vec![Words::of(side)],
            }
        };
        Self { sides: text.split('+').map(side).collect() }
    }
}

impl Words {
    fn of(text: &str) -> Self {
        Self { text: text.to_owned(), spelled: spaced(&spelled(text)), plain: spaced(&fold(text)) }
    }
}

/// The words of a text with one space on each side of each, so that a part of a word is not taken for one.
fn spaced(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    words.fold(String::from(" "), |spaced, word| spaced + word + " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn everyday() -> Everyday {
        Everyday {
            groups: BTreeMap::from([("person".to_owned(), vec!["chồng".to_owned(), "mẹ".to_owned()])]),
            sayings: vec![Saying {
                says: vec!["{person} + mất".to_owned(), "báo tử".to_owned()],
                unless: vec!["mất giấy".to_owned()],
                means: vec!["đăng ký khai tử".to_owned()],
                ..Saying::default()
            }],
            ..Everyday::default()
        }
    }

    fn is_heard(question: &str) -> bool {
        Ears::of(&everyday()).hear(question).next().is_some()
    }

    #[test]
    fn both_sides_must_be_there_as_whole_words() {
        assert!(is_heard("Chồng em vừa mất, em phải làm gì?"));
        assert!(is_heard("chong em vua mat"));
        assert!(is_heard("Giấy báo-tử"));
        assert!(!is_heard("Mẹ em bị mật vụ bắt"));
        assert!(!is_heard("Chồng em mất giấy khai sinh"));
        assert!(!is_heard("mất"));
    }

    #[cfg(feature = "everyday")]
    #[test]
    fn the_list_of_the_language_is_sound() {
        let everyday: Everyday = toml::from_str(include_str!("../../words/everyday.toml")).unwrap();
        assert!(everyday.sayings.len() > 80);
        for saying in &everyday.sayings {
            assert!(
                saying.means.is_empty() == saying.elsewhere.is_some(),
                "{saying:?} means something or is elsewhere"
            );
            for pattern in saying.says.iter().chain(&saying.unless) {
                for side in pattern.split('+').map(str::trim) {
                    assert!(!side.is_empty(), "{pattern}");
                    if let Some(name) = side.strip_prefix('{') {
                        assert!(everyday.groups.contains_key(name.trim_end_matches('}')), "{pattern}");
                    }
                }
            }
        }
    }
}
