//! Which door is the right one, asked before anybody writes.
//!
//! Half of what people sent to Hanoi's app about procedures was rejected, most of it because it belonged elsewhere.
//! So the door is asked for first, and what somebody writes may suggest another one. It is a suggestion: the person
//! decides, and nothing is turned away without a word.

use super::{Door, Route, Routes};
use crate::Kind;
use crate::spelling::composed;

/// What is known of what somebody brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Answers<'a> {
    /// The kind that was chosen.
    pub kind: Option<Kind>,
    /// What has been written so far.
    pub text: &'a str,
    /// Whether a hint about it is wanted.
    pub hint: Hint,
}

/// Whether a hint is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hint {
    /// The person has not seen one.
    #[default]
    Wanted,
    /// The person has seen it and goes on all the same.
    Overruled,
}

/// Where it goes from here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision<'r> {
    /// A kind is to be chosen among the doors.
    Choose,
    /// To the form.
    Write(&'r Route),
    /// To the form or to another door: the words suggest that one, and the person decides.
    Ask {
        /// The door that was chosen.
        chosen: &'r Route,
        /// The door that the words suggest.
        suggested: &'r Route,
        /// The word that suggests it, as the campaign has it.
        word: &'r str,
    },
    /// To another door, which is named with its reason.
    Elsewhere(&'r Route),
}

/// Which door is the right one.
#[must_use]
pub fn triage<'r>(routes: &'r Routes, answers: &Answers<'_>) -> Decision<'r> {
    let Some(chosen) = answers.kind.and_then(|kind| routes.route(kind)) else { return Decision::Choose };
    if !chosen.is_taken_in() {
        return Decision::Elsewhere(chosen);
    }
    if answers.hint == Hint::Overruled {
        return Decision::Write(chosen);
    }
    match suggested(routes, chosen, answers.text) {
        Some((suggested, word)) => Decision::Ask { chosen, suggested, word },
        None => Decision::Write(chosen),
    }
}

/// The first door elsewhere whose words stand in the text.
fn suggested<'r>(routes: &'r Routes, chosen: &Route, text: &str) -> Option<(&'r Route, &'r str)> {
    let text = words(text);
    let elsewhere = routes.routes.iter().filter(|route| route.door == Door::Elsewhere && route.kind != chosen.kind);
    elsewhere
        .flat_map(|route| route.words.iter().map(move |word| (route, word.as_str())))
        .find(|(_, word)| stands_in(&words(word), &text))
}

/// The words of a text in small letters.
fn words(text: &str) -> Vec<String> {
    composed(text)
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether words stand side by side in a text, as they are or without any accent.
///
/// A text with accents is taken at its word: `tờ cáo` is not `tố cáo`.
fn stands_in(wanted: &[String], text: &[String]) -> bool {
    let alike = |wanted: &String, found: &String| {
        wanted == found || (found.is_ascii() && *found == loa_plan::words::fold(wanted))
    };
    !wanted.is_empty()
        && text.windows(wanted.len()).any(|found| wanted.iter().zip(found).all(|(wanted, found)| alike(wanted, found)))
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use super::*;

    fn routes() -> Routes {
        let text = include_str!("../../../../examples/campaigns/hanoi-2025/routes.toml");
        super::super::read("routes.toml", text).unwrap().value
    }

    fn decided(kind: Option<Kind>, text: &str, hint: Hint) -> String {
        match triage(&routes(), &Answers { kind, text, hint }) {
            Decision::Choose => "choose".to_owned(),
            Decision::Write(route) => format!("write {}", route.kind),
            Decision::Ask { chosen, suggested, word } => format!("{} or {}, by `{word}`", chosen.kind, suggested.kind),
            Decision::Elsewhere(route) => format!("elsewhere: {}", route.kind),
        }
    }

    #[test]
    fn the_door_is_chosen_first() {
        assert_eq!(decided(None, "Tôi tố cáo", Hint::Wanted), "choose");
        assert_eq!(decided(Some(Kind::Other), "", Hint::Wanted), "choose");
        assert_eq!(decided(Some(Kind::Procedure), "Nộp hồ sơ không được", Hint::Wanted), "write procedure");
        assert_eq!(decided(Some(Kind::Complaint), "", Hint::Overruled), "elsewhere: complaint");
        assert_eq!(decided(Some(Kind::Street), "", Hint::Wanted), "elsewhere: street");
    }

    #[test]
    fn words_suggest_another_door_and_the_person_decides() {
        let asked = |text| decided(Some(Kind::Procedure), text, Hint::Wanted);
        assert_eq!(asked("Tôi muốn TỐ CÁO cán bộ"), "procedure or denunciation, by `tố cáo`");
        assert_eq!(asked("toi muon to cao can bo"), "procedure or denunciation, by `tố cáo`");
        assert_eq!(asked("To\u{302}\u{301} ca\u{301}o"), "procedure or denunciation, by `tố cáo`");
        assert_eq!(asked("Tôi nộp đơn khiếu nại rồi"), "procedure or complaint, by `khiếu nại`");
        assert_eq!(asked("Có ổ gà trước nhà"), "procedure or street, by `ổ gà`");
        // Other words with other accents, and parts of words, are not taken for them.
        assert_eq!(asked("Tờ cáo phó, tổ cao tuổi"), "write procedure");
        assert_eq!(asked("đọc báo cáo"), "write procedure");
        let text = "Tôi muốn tố cáo cán bộ";
        assert_eq!(decided(Some(Kind::Procedure), text, Hint::Overruled), "write procedure");
    }

    #[test]
    fn a_door_that_the_law_keeps_apart_never_leads_to_the_form() {
        let mut routes = routes();
        routes.routes.iter_mut().for_each(|route| route.door = Door::Here);
        let answers = Answers { kind: Some(Kind::Denunciation), ..Answers::default() };
        assert!(matches!(triage(&routes, &answers), Decision::Elsewhere(route) if route.kind == Kind::Denunciation));
        assert!(routes.taken_in().all(|kind| !kind.is_kept_apart_by_law()));
    }
}
