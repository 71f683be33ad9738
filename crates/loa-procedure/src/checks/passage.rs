//! The texts of a guide in the order in which they are read, and the sentences in them.

use std::borrow::Cow;
use std::fmt;

use crate::Guide;

/// A text and where it stands in the guide.
#[derive(Debug)]
pub(super) struct Passage<'g> {
    pub(super) at: At,
    pub(super) text: Cow<'g, str>,
}

/// Where a text stands; the path is written only when there is something to say, since most texts are fine.
#[derive(Debug, Clone, Copy)]
pub(super) enum At {
    Key(&'static str),
    Need(usize, &'static str),
    Intro(usize),
    Step(usize),
    Body(usize, usize),
    Link(usize),
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(key) => f.write_str(key),
            Self::Need(i, key) => write!(f, "needs[{i}].{key}"),
            Self::Intro(i) => write!(f, "intro[{i}]"),
            Self::Step(i) => write!(f, "steps[{i}]"),
            Self::Body(i, j) => write!(f, "steps[{i}].body[{j}]"),
            Self::Link(i) => write!(f, "links[{i}].title"),
        }
    }
}

/// Every text of the guide, as it is shown: what to know first, the steps, filing and notes.
pub(super) fn passages(guide: &Guide) -> Vec<Passage<'_>> {
    let mut passages = Vec::with_capacity(64);
    let mut add = |at, text| passages.push(Passage { at, text });
    add(At::Key("title"), guide.title.as_str().into());
    guide.summary.iter().for_each(|text| add(At::Key("summary"), text.into()));
    for (i, need) in guide.known_needs().iter().enumerate() {
        add(At::Need(i, "text"), need.text.as_str().into());
        need.note.iter().for_each(|note| add(At::Need(i, "note"), note.into()));
    }
    for (i, block) in guide.intro.iter().enumerate() {
        block.plain_texts().for_each(|text| add(At::Intro(i), text));
    }
    for (i, step) in guide.steps.iter().enumerate() {
        add(At::Step(i), step.title.as_str().into());
        for (j, block) in step.body.iter().enumerate() {
            block.plain_texts().for_each(|text| add(At::Body(i, j), text));
        }
    }
    guide.sign_in.iter().for_each(|text| add(At::Key("sign_in"), text.into()));
    guide.filing.iter().for_each(|link| add(At::Key("filing.title"), link.title.as_str().into()));
    guide.links.iter().enumerate().for_each(|(i, link)| add(At::Link(i), link.title.as_str().into()));
    guide.note.iter().for_each(|text| add(At::Key("note"), text.into()));
    passages
}

/// The sentences of a text: up to a full stop, an exclamation or question mark that a space follows, or a new line.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    let pieces = std::iter::from_fn(move || {
        let text = rest?;
        let (sentence, after) = text.split_at(end(text));
        rest = (!after.is_empty()).then_some(after);
        Some(sentence)
    });
    pieces.map(str::trim).filter(|sentence| !sentence.is_empty())
}

/// Where the first sentence ends.
fn end(text: &str) -> usize {
    // Bytes, since most texts are one sentence: `…` is E2 80 A6, and nothing else that is looked for has several.
    let mut from = 0;
    while let Some(found) = text.as_bytes()[from..].iter().position(|b| matches!(b, b'\n' | b'.' | b'!' | b'?' | 0xE2))
    {
        let at = from + found;
        let Some(mark) = text[at..].chars().next() else { break };
        let end = at + mark.len_utf8();
        let closes = || text[end..].chars().next().is_none_or(char::is_whitespace);
        if mark == '\n' || (matches!(mark, '.' | '!' | '?' | '…') && closes()) {
            return end;
        }
        from = end;
    }
    text.len()
}

/// The beginning of a sentence, for a message.
pub(super) fn beginning(sentence: &str) -> String {
    let mut beginning: String = sentence.split_whitespace().take(6).collect::<Vec<_>>().join(" ");
    if sentence.split_whitespace().count() > 6 {
        beginning.push('…');
    }
    beginning
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_within_a_number_or_an_address_ends_no_sentence() {
        let of = |text| sentences(text).collect::<Vec<_>>();
        assert_eq!(
            of("Trả 10.000 đồng. Mở dichvucong.gov.vn\nXong chưa? Rồi!"),
            ["Trả 10.000 đồng.", "Mở dichvucong.gov.vn", "Xong chưa?", "Rồi!"]
        );
        assert_eq!(of("Bấm “Nộp”… Chờ – một lát….\u{a0}Xong"), ["Bấm “Nộp”…", "Chờ – một lát….", "Xong"]);
        assert_eq!(of(" "), [""; 0]);
    }

    #[test]
    fn a_long_sentence_is_shown_by_its_beginning() {
        assert_eq!(beginning("một hai ba bốn năm sáu"), "một hai ba bốn năm sáu");
        assert_eq!(beginning("một hai ba bốn năm sáu bảy"), "một hai ba bốn năm sáu…");
    }
}
