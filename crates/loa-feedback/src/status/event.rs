//! What can happen to a feedback.

use loa_plan::{ActorId, Text};

use super::{CloseReason, Urgency};
use crate::word::words;

words! {
    /// The kinds of events, as the table of transitions and the record have them.
    EventKind, "kind of event" {
        /// A unit takes it on.
        "accept" => Accept,
        /// It is sent on to another unit.
        "forward" => Forward,
        /// It is answered.
        "answer" => Answer,
        /// It is taken up again.
        "reopen" => Reopen,
        /// Nothing more is to be done.
        "close" => Close,
    }
}

/// Something that happens to a feedback.
///
/// Texts that are written along with it, such as the answer itself, are kept with the record, not here.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// The unit that it is with takes it on.
    Accept {
        /// How soon it must be dealt with.
        urgency: Urgency,
    },
    /// It is sent on to the unit that it belongs to.
    Forward {
        /// That unit.
        unit: ActorId,
        /// Why, as the officer put it; it stays in the record and is not shown to the public.
        because: Text,
    },
    /// It is answered.
    Answer,
    /// It is taken up again.
    Reopen,
    /// Nothing more is to be done.
    Close {
        /// Why.
        because: CloseReason,
    },
}

impl Event {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> EventKind {
        match self {
            Self::Accept { .. } => EventKind::Accept,
            Self::Forward { .. } => EventKind::Forward,
            Self::Answer => EventKind::Answer,
            Self::Reopen => EventKind::Reopen,
            Self::Close { .. } => EventKind::Close,
        }
    }
}
