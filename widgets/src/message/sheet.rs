//! What messages are drawn from, natively: every word of them.

use loa_plan::Text;

/// The messages with their words.
#[derive(Debug, Clone, PartialEq)]
pub struct MessageSheet {
    /// The main message.
    pub main: Vec<Text>,
    /// The messages by audience, in the order citizen, business, official.
    pub groups: Vec<Group>,
}

/// The messages for one kind of audience.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// `citizen`, `business` or `official`.
    pub kind: String,
    /// Their messages.
    pub messages: Vec<Said>,
}

/// A message.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// The words.
    pub text: Text,
    /// The names of the phases in which it is used; none means in all.
    pub phases: Vec<Text>,
}
