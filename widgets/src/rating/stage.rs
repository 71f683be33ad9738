//! What becomes of a rating: chosen, taken back, sent, counted.

/// One of the levels, by its place in the form.
pub(crate) type Level = usize;

/// Where a rating stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Stage {
    /// Nothing is chosen.
    #[default]
    Asking,
    /// What was chosen was taken back.
    Undone,
    /// It is sent when the time to take it back is over.
    Chosen(Level),
    /// It is on its way.
    Sending(Level),
    /// The service has counted it.
    Counted(Level),
    /// The browser has it, since the person left the page; there is no answer.
    HandedOver(Level),
    /// It was not counted, or nobody knows.
    Failed(Level, Why),
}

/// Why a rating is not known to be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// No answer, or a busy service: it may have been counted.
    Lost,
    /// An answer that no service of the contract gives.
    Strange,
    /// The service does not take it.
    Refused,
    /// The page's policy forbids to send from a script.
    Blocked,
}

/// What happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Did {
    /// A person has tapped a level, or pressed space on it.
    Tap(Level),
    /// A person has pressed the form's button.
    Press(Level),
    /// Another level is marked, by whatever means; keys move the mark without choosing.
    Mark(Level),
    /// A person takes it back.
    Undo,
    /// The time to take it back is over.
    TimeUp,
    /// A person sends it again.
    Again,
    /// The service has answered: nothing when it has counted.
    Answer(Option<Why>),
    /// The person leaves the page.
    Leave,
}

/// What is to be done then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Then {
    /// Nothing.
    Rest,
    /// Wait with it; it gets a new key.
    Wait,
    /// Send it.
    Send,
    /// Give it to the browser.
    HandOver,
    /// Leave it, it is not sent.
    Drop,
    /// Tell the page that it is counted.
    Tell,
}

impl Stage {
    /// The level that the form shows as marked.
    pub(crate) fn level(self) -> Option<Level> {
        match self {
            Self::Asking | Self::Undone => None,
            Self::Chosen(level)
            | Self::Sending(level)
            | Self::Counted(level)
            | Self::HandedOver(level)
            | Self::Failed(level, _) => Some(level),
        }
    }

    /// What follows. Where the first may have been counted, no second one is begun.
    pub(crate) fn after(self, did: Did) -> (Self, Then) {
        match (self, did) {
            (Self::Chosen(_), Did::Press(level)) => (Self::Sending(level), Then::Send),
            (
                Self::Asking
                | Self::Undone
                | Self::Chosen(_)
                | Self::Failed(_, Why::Strange | Why::Refused | Why::Blocked),
                Did::Tap(level) | Did::Press(level),
            ) => (Self::Chosen(level), Then::Wait),
            (Self::Chosen(level), Did::Mark(marked)) if level != marked => (Self::Asking, Then::Drop),
            (Self::Chosen(_), Did::Undo) => (Self::Undone, Then::Drop),
            (Self::Chosen(level), Did::TimeUp) => (Self::Sending(level), Then::Send),
            (Self::Chosen(level) | Self::Sending(level), Did::Leave) => (Self::HandedOver(level), Then::HandOver),
            (Self::Failed(level, _), Did::Again) | (Self::Failed(level, Why::Lost), Did::Press(_)) => {
                (Self::Sending(level), Then::Send)
            }
            (Self::Sending(level), Did::Answer(None)) => (Self::Counted(level), Then::Tell),
            (Self::Sending(level), Did::Answer(Some(why))) => (Self::Failed(level, why), Then::Rest),
            (stage, _) => (stage, Then::Rest),
        }
    }

    /// What an answer with this status says; 0 is none.
    pub(crate) fn read(status: u16) -> Option<Why> {
        match status {
            204 => None,
            0 | 408 | 429 | 500..=599 => Some(Why::Lost),
            400..=499 => Some(Why::Refused),
            _ => Some(Why::Strange),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(stage: Stage, deeds: impl IntoIterator<Item = Did>) -> (Stage, Then) {
        deeds.into_iter().fold((stage, Then::Rest), |(stage, _), did| stage.after(did))
    }

    #[test]
    fn a_tap_is_sent_when_the_time_to_take_it_back_is_over() {
        let chosen = after(Stage::Asking, [Did::Tap(0)]);
        assert_eq!(chosen, (Stage::Chosen(0), Then::Wait));
        assert_eq!([chosen.0.level(), Stage::Undone.level()], [Some(0), None]);
        assert_eq!(after(chosen.0, [Did::TimeUp]), (Stage::Sending(0), Then::Send));
        assert_eq!(after(chosen.0, [Did::Undo]), (Stage::Undone, Then::Drop));
        assert_eq!(after(chosen.0, [Did::Undo, Did::TimeUp]), (Stage::Undone, Then::Rest));
        assert_eq!(after(chosen.0, [Did::Tap(1)]), (Stage::Chosen(1), Then::Wait));
    }

    #[test]
    fn moving_the_mark_sends_nothing_and_takes_back_what_was_chosen() {
        assert_eq!(after(Stage::Asking, [Did::Mark(0)]), (Stage::Asking, Then::Rest));
        let chosen = Stage::Chosen(0);
        assert_eq!(after(chosen, [Did::Mark(0)]).0, chosen);
        assert_eq!(after(chosen, [Did::Mark(1)]), (Stage::Asking, Then::Drop));
    }

    #[test]
    fn the_button_chooses_and_pressed_again_sends_at_once() {
        let pressed = after(Stage::Asking, [Did::Press(0)]);
        assert_eq!(pressed, (Stage::Chosen(0), Then::Wait));
        assert_eq!(after(pressed.0, [Did::Press(0)]), (Stage::Sending(0), Then::Send));
    }

    #[test]
    fn whoever_leaves_loses_nothing_and_sends_nothing_that_was_taken_back() {
        for stage in [Stage::Chosen(0), Stage::Sending(0)] {
            assert_eq!(after(stage, [Did::Leave]), (Stage::HandedOver(0), Then::HandOver));
        }
        for stage in [Stage::Asking, Stage::Undone, Stage::Counted(0), Stage::HandedOver(0)] {
            assert_eq!(after(stage, [Did::Leave]), (stage, Then::Rest));
        }
    }

    #[test]
    fn only_an_answer_of_the_contract_says_that_it_was_counted() {
        assert_eq!(Stage::read(204), None);
        for (status, why) in
            [(0, Why::Lost), (503, Why::Lost), (429, Why::Lost), (404, Why::Refused), (200, Why::Strange)]
        {
            assert_eq!(Stage::read(status), Some(why), "{status}");
        }
        let sending = Stage::Sending(0);
        assert_eq!(after(sending, [Did::Answer(None)]).0, Stage::Counted(0));
        assert_eq!(after(sending, [Did::Answer(Some(Why::Lost))]).0, Stage::Failed(0, Why::Lost));
    }

    #[test]
    fn where_it_may_have_been_counted_no_other_one_is_begun() {
        for stage in [Stage::Counted(0), Stage::Sending(0), Stage::Failed(0, Why::Lost)] {
            assert_eq!(after(stage, [Did::Tap(1), Did::Mark(1)]), (stage, Then::Rest));
        }
        let lost = Stage::Failed(0, Why::Lost);
        for did in [Did::Again, Did::Press(1)] {
            assert_eq!(after(lost, [did]), (Stage::Sending(0), Then::Send));
        }
        for why in [Why::Refused, Why::Strange, Why::Blocked] {
            assert_eq!(after(Stage::Failed(0, why), [Did::Tap(1)]), (Stage::Chosen(1), Then::Wait));
        }
    }
}
