//! What a person did with a guide: the step they are at, what they ticked, what can be undone.

/// The state of one guide on a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GuideState {
    /// The step that is shown, counted from 0.
    pub step: usize,
    /// How many steps there are.
    pub of: usize,
    /// What is ticked, by position.
    pub ticks: Vec<bool>,
    /// What was ticked before the person cleared the list.
    pub cleared: Option<Vec<bool>>,
    /// The step at which the person left earlier, offered when going there unasked would move the page.
    pub offer: Option<usize>,
    /// The person said that it is done.
    pub done: Done,
}

/// Whether the person said that the guide is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Done {
    /// Not yet.
    #[default]
    NotYet,
    /// Yes.
    Yes,
}

/// What happens to a guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// The steps were found on the page, with what is ticked.
    Found {
        /// The step in view.
        step: usize,
        /// How many there are.
        of: usize,
        /// What is ticked.
        ticks: Vec<bool>,
        /// The step to offer.
        offer: Option<usize>,
    },
    /// To a step, counted from 0; one beyond the end is the last.
    Go(usize),
    /// Something was ticked or cleared.
    Tick(Vec<bool>),
    /// The whole list was cleared; what had been ticked is kept for undoing.
    Clear(Vec<bool>),
    /// The clearing is undone.
    Undo,
    /// The person is done.
    Finish,
}

impl GuideState {
    /// The state after an action.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::Found { step, of, ticks, offer } => {
                let step = step.min(of.saturating_sub(1));
                // Steps that are found again, after their text was renewed, take nothing from the person.
                let offer = if self.of == 0 { offer } else { self.offer };
                let cleared = next.cleared.take().filter(|cleared| cleared.len() == ticks.len());
                next = Self {
                    step,
                    of,
                    ticks,
                    offer: offer.filter(|offer| *offer < of && *offer != step),
                    cleared,
                    ..next
                };
            }
            Action::Go(step) => {
                next.step = step.min(self.of.saturating_sub(1));
                next.offer = None;
            }
            Action::Tick(ticks) => {
                next.ticks = ticks;
                next.cleared = None;
            }
            Action::Clear(before) => {
                next.ticks = vec![false; before.len()];
                next.cleared = before.contains(&true).then_some(before);
            }
            Action::Undo => {
                if let Some(ticks) = next.cleared.take() {
                    next.ticks = ticks;
                }
            }
            Action::Finish => next.done = Done::Yes,
        }
        next
    }

    /// Whether the first step is shown.
    #[must_use]
    pub fn at_first(&self) -> bool {
        self.step == 0
    }

    /// Whether the last step is shown.
    #[must_use]
    pub fn at_last(&self) -> bool {
        self.step + 1 >= self.of
    }
}

/// The step, counted from 0, to which the address leads: `#loa-guide=khai-sinh&buoc=3` or `#khai-sinh-buoc-3`.
///
/// ```
/// # use loa_widgets::guide::state::step_in_address;
/// assert_eq!(step_in_address("#loa-guide=khai-sinh&buoc=3", "khai-sinh"), Some(2));
/// assert_eq!(step_in_address("#khai-sinh-buoc-3", "khai-sinh"), Some(2));
/// assert_eq!(step_in_address("#loa-guide=ket-hon&buoc=3", "khai-sinh"), None);
/// ```
#[must_use]
pub fn step_in_address(hash: &str, guide: &str) -> Option<usize> {
    let hash = hash.strip_prefix('#')?;
    let number = |text: &str| text.parse::<usize>().ok()?.checked_sub(1);
    if let Some(rest) = hash.strip_prefix(guide) {
        return number(rest.strip_prefix("-buoc-")?);
    }
    let mut pairs = hash.split('&').filter_map(|pair| pair.split_once('='));
    let (key, value) = pairs.next()?;
    if key != super::TAG || value != guide {
        return None;
    }
    pairs.find(|(key, _)| *key == "buoc").map_or(Some(0), |(_, step)| number(step))
}

/// The ticks as they are kept on the device: `101` for the first and the third.
#[must_use]
pub fn ticks_to_text(ticks: &[bool]) -> String {
    ticks.iter().map(|ticked| if *ticked { '1' } else { '0' }).collect()
}

/// The ticks from the device; a text of another length belongs to another list and ticks nothing.
#[must_use]
pub fn ticks_from_text(text: &str, of: usize) -> Vec<bool> {
    if text.len() == of { text.bytes().map(|b| b == b'1').collect() } else { vec![false; of] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found() -> GuideState {
        GuideState::default().after(Action::Found { step: 0, of: 3, ticks: vec![true, false], offer: Some(2) })
    }

    #[test]
    fn a_step_beyond_the_end_is_the_last_one() {
        let state = found().after(Action::Go(9));
        assert_eq!(state.step, 2);
        assert!(state.at_last() && !state.at_first());
    }

    #[test]
    fn clearing_the_ticks_can_be_undone() {
        let state = found();
        let cleared = state.after(Action::Clear(state.ticks.clone()));
        assert_eq!(cleared.ticks, [false, false]);
        assert_eq!(cleared.after(Action::Undo).ticks, [true, false]);
    }

    #[test]
    fn clearing_an_empty_list_leaves_nothing_to_undo() {
        assert_eq!(found().after(Action::Clear(vec![false, false])).cleared, None);
    }

    #[test]
    fn a_new_tick_ends_the_chance_to_undo() {
        let state = found().after(Action::Clear(vec![true, true])).after(Action::Tick(vec![false, true]));
        assert_eq!(state.after(Action::Undo).ticks, [false, true]);
    }

    #[test]
    fn the_offer_of_an_earlier_step_ends_when_the_person_moves() {
        assert_eq!(found().offer, Some(2));
        assert_eq!(found().after(Action::Go(1)).offer, None);
    }

    #[test]
    fn steps_that_are_found_again_take_nothing_from_the_person() {
        let done = found().after(Action::Go(2)).after(Action::Clear(vec![true, false])).after(Action::Finish);
        let again = done.after(Action::Found { step: 2, of: 3, ticks: vec![false, false], offer: Some(1) });
        assert_eq!(again, done);
    }

    #[test]
    fn addresses_of_other_things_lead_nowhere() {
        for hash in ["", "#", "#khai-sinh", "#khai-sinh-buoc-0", "#khai-sinh-buoc-x", "#buoc=3"] {
            assert_eq!(step_in_address(hash, "khai-sinh"), None, "{hash}");
        }
        assert_eq!(step_in_address("#loa-guide=khai-sinh", "khai-sinh"), Some(0));
    }

    #[test]
    fn ticks_of_a_list_that_changed_are_not_mistaken() {
        assert_eq!(ticks_from_text("101", 3), [true, false, true]);
        assert_eq!(ticks_from_text("101", 4), [false; 4]);
        assert_eq!(ticks_to_text(&[true, false]), "10");
    }
}
