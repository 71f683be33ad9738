//! The keyboard, and where it leads.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde::Deserialize;

use super::Page;

/// A key that a test presses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// To the next place.
    Tab,
    /// To the place before: with the shift key.
    BackTab,
    /// Follows a link, presses a button.
    Enter,
    /// Presses a button, ticks a box.
    Space,
    /// Down, in a choice.
    Down,
}

/// Where the keyboard is.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Stop {
    /// The element, with what is around it.
    pub path: String,
    /// Where exactly it is among its likes.
    pub place: String,
    /// What a screen reader says of it.
    pub name: String,
    /// Whether a person sees it.
    pub seen: bool,
    /// Whether a person sees that the keyboard is there.
    pub ring: bool,
    /// Whether it belongs to a widget.
    pub within: bool,
}

impl Page {
    /// Presses a key.
    pub async fn key(&self, key: Key) {
        const SHIFT: char = '\u{E008}';
        let value = match key {
            Key::Tab | Key::BackTab => '\u{E004}',
            Key::Enter => '\u{E007}',
            Key::Space => ' ',
            Key::Down => '\u{E015}',
        };
        let mut keys = KeyActions::new("keyboard".to_owned());
        if key == Key::BackTab {
            keys = keys.then(KeyAction::Down { value: SHIFT });
        }
        keys = keys.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        if key == Key::BackTab {
            keys = keys.then(KeyAction::Up { value: SHIFT });
        }
        let pressed = self.client.perform_actions(keys).await;
        pressed.unwrap_or_else(|error| panic!("{}: {key:?}: {error}", self.engine));
    }

    /// Presses Enter where it leads to another page. It is sent to the place that has the keyboard, since WebKit's driver
    /// loses what comes after a key in the middle of which a page went away; where it led is for the test to say.
    pub async fn enter_onward(&self) {
        match self.client.active_element().await {
            Ok(place) => drop(place.send_keys("\u{E007}").await),
            Err(error) => panic!("{}: nothing has the keyboard: {error}", self.engine),
        }
    }

    /// Types a text where the keyboard is, key by key.
    pub async fn type_in(&self, text: &str) {
        let press = |keys: KeyActions, value| keys.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        let keys = text.chars().fold(KeyActions::new("keyboard".to_owned()), press);
        let typed = self.client.perform_actions(keys).await;
        typed.unwrap_or_else(|error| panic!("{}: type `{text}`: {error}", self.engine));
    }

    /// Where the keyboard is; none on the page itself.
    pub async fn stop(&self) -> Option<Stop> {
        self.see("look.stop()").await
    }

    /// Presses Tab until a place is reached whose path ends so; the places on the way, with it.
    ///
    /// # Panics
    /// When it is not reached.
    pub async fn tab_to(&self, end: &str) -> Vec<Stop> {
        let mut stops = Vec::new();
        while stops.len() < 60 {
            self.key(Key::Tab).await;
            let Some(stop) = self.stop().await else { continue };
            let there = stop.path.ends_with(end);
            stops.push(stop);
            if there {
                return stops;
            }
        }
        panic!("{}: `{end}` is not reached by Tab: {stops:#?}", self.engine);
    }

    /// Presses Tab through the page's widgets; every place within one, in order.
    pub async fn tab_through(&self) -> Vec<Stop> {
        let mut stops: Vec<Stop> = Vec::new();
        for _ in 0..80 {
            self.key(Key::Tab).await;
            match self.stop().await {
                Some(stop) if stop.within => stops.push(stop),
                // Before the widget the page may have places of its own; after it the way ends.
                _ if stops.is_empty() => {}
                _ => break,
            }
        }
        stops
    }
}
