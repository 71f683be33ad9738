//! Where a feedback stands, who may move it, and by when the next step is due.

#[cfg(feature = "service")]
mod deadline;
#[cfg(feature = "service")]
mod event;
mod label;
#[cfg(feature = "service")]
mod record;
#[cfg(feature = "service")]
mod transition;

pub use label::Labels;

#[cfg(feature = "service")]
pub use deadline::{Deadline, Due, Lateness, due, forward_by, lateness};
#[cfg(feature = "service")]
pub use event::{Event, EventKind};
#[cfg(feature = "service")]
pub use record::{Record, Standing};
#[cfg(feature = "service")]
pub use transition::{MoveError, Mover, TRANSITIONS, Transition, allowed, apply};

use crate::word::words;

words! {
    /// The status of a feedback: closed, for machines. How an agency calls it is in its [`Labels`].
    Status, "status" {
        /// It has come in and nobody has looked at it yet.
        "received" => Received,
        /// A unit has taken it on.
        "accepted" => Accepted,
        /// It was sent on to the unit that it belongs to, which has not taken it on yet.
        "forwarded" => Forwarded,
        /// It was answered.
        "answered" => Answered,
        /// The answer did not settle it.
        "reopened" => Reopened,
        /// Nothing more is to be done.
        "closed" => Closed,
    }
}

words! {
    /// How soon it must be dealt with; an officer says so, not the sender.
    Urgency, "level of urgency" {
        /// Bình thường.
        "normal" => Normal,
        /// Khẩn.
        "urgent" => Urgent,
        /// Phức tạp.
        "complex" => Complex,
    }
}

words! {
    /// Who moves a feedback.
    Role, "role" {
        /// An officer of the unit that the feedback is with.
        "officer" => Officer,
        /// Somebody who decides what is published.
        "publisher" => Publisher,
        /// Somebody of the lead agency who may do everything that people may.
        "admin" => Admin,
        /// The person who sent it.
        "sender" => Sender,
        /// The clock: time that has passed.
        "clock" => Clock,
    }
}

words! {
    /// Why a feedback is closed; it is public, since a feedback that is turned away without a reason is not answered.
    CloseReason, "reason for closing" {
        /// It was answered and nothing more came.
        "answered" => Answered,
        /// The same person has already sent it.
        "duplicate" => Duplicate,
        /// It is no feedback by law and was shown the right door.
        "other-door" => OtherDoor,
        /// It cannot be understood, and the sender could not be asked or did not answer.
        "unclear" => Unclear,
        /// The sender took it back.
        "withdrawn" => Withdrawn,
    }
}

words! {
    /// Whether the public sees the text, apart from its status.
    Publication, "state of publication" {
        /// Not yet.
        "unpublished" => Unpublished,
        /// Question and answer are on the board.
        "published" => Published,
        /// They were, and are no longer.
        "taken-back" => TakenBack,
    }
}

impl Status {
    /// Whether somebody has to do something.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Answered | Self::Closed)
    }

    /// A sign for the eye, beside the words: six shapes that are told apart without colour.
    ///
    /// # Source
    /// WCAG 2.2, 1.4.1: colour is not the only means by which something is said.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Received => "○",
            Self::Accepted => "◐",
            Self::Forwarded => "→",
            Self::Answered => "✓",
            Self::Reopened => "↻",
            Self::Closed => "■",
        }
    }
}

impl CloseReason {
    /// In words for the public.
    #[must_use]
    pub fn vietnamese(self) -> &'static str {
        match self {
            Self::Answered => "đã trả lời, không có ý kiến thêm",
            Self::Duplicate => "trùng với một phản ánh đã gửi",
            Self::OtherDoor => "không phải phản ánh, kiến nghị; đã hướng dẫn gửi đến nơi giải quyết",
            Self::Unclear => "nội dung chưa rõ và chưa liên hệ được với người gửi",
            Self::Withdrawn => "người gửi đã rút lại",
        }
    }
}

#[cfg(all(test, feature = "service", feature = "toml"))]
mod tests;
