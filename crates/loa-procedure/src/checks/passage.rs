//! The texts of a guide in the order in which they are read, and the sentences in them.

use crate::Guide;

/// A text with its path in the guide.
#[derive(Debug)]
pub(super) struct Passage {
    pub(super) path: String,
    pub(super) text: String,
}

/// Every text of the guide, as it is shown: what to know first, the steps, filing and notes.
pub(super) fn passages(guide: &Guide) -> Vec<Passage> {
    let mut passages = Vec::new();
    let mut add = |path: String, text: &str| passages.push(Passage { path, text: text.to_owned() });
    add("title".to_owned(), &guide.title);
    guide.summary.iter().for_each(|text| add("summary".to_owned(), text));
    for (i, need) in guide.known_needs().iter().enumerate() {
        add(format!("needs[{i}].text"), &need.text);
        need.note.iter().for_each(|note| add(format!("needs[{i}].note"), note));
    }
    for (i, block) in guide.intro.iter().enumerate() {
        block.texts().for_each(|text| add(format!("intro[{i}]"), &text));
    }
    for (i, step) in guide.steps.iter().enumerate() {
        add(format!("steps[{i}]"), &step.title);
        for (j, block) in step.body.iter().enumerate() {
            block.texts().for_each(|text| add(format!("steps[{i}].body[{j}]"), &text));
        }
    }
    guide.sign_in.iter().for_each(|text| add("sign_in".to_owned(), text));
    guide.filing.iter().for_each(|link| add("filing.title".to_owned(), &link.title));
    guide.links.iter().enumerate().for_each(|(i, link)| add(format!("links[{i}].title"), &link.title));
    guide.note.iter().for_each(|text| add("note".to_owned(), text));
    passages
}

/// The sentences of a text: up to a full stop, an exclamation or question mark that a space follows, or a new line.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut begin = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let next = text.get(end..).and_then(|rest| rest.chars().next());
        let ends = c == '\n' || (matches!(c, '.' | '!' | '?' | '…') && next.is_none_or(char::is_whitespace));
        if ends {
            sentences.extend(text.get(begin..end));
            begin = end;
        }
    }
    sentences.extend(text.get(begin..));
    sentences.into_iter().map(str::trim).filter(|sentence| !sentence.is_empty()).collect()
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
        assert_eq!(
            sentences("Trả 10.000 đồng. Mở dichvucong.gov.vn\nXong chưa? Rồi!"),
            ["Trả 10.000 đồng.", "Mở dichvucong.gov.vn", "Xong chưa?", "Rồi!"]
        );
        assert!(sentences(" ").is_empty());
    }

    #[test]
    fn a_long_sentence_is_shown_by_its_beginning() {
        assert_eq!(beginning("một hai ba bốn năm sáu"), "một hai ba bốn năm sáu");
        assert_eq!(beginning("một hai ba bốn năm sáu bảy"), "một hai ba bốn năm sáu…");
    }
}
