//! Where a feedback stands, and the record of what happened to it.

use loa_plan::ActorId;

use super::{CloseReason, Event, Role, Status, Urgency};
use crate::Moment;

/// Where a feedback stands: what the next event is held against, and what deadlines are counted from.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Standing {
    /// Its status.
    pub status: Status,
    /// How soon it must be dealt with.
    pub urgency: Urgency,
    /// The unit that it is with.
    pub unit: ActorId,
    /// The unit that it was sent to by its sender.
    pub addressed_to: ActorId,
    /// When it came in.
    pub received_at: Moment,
    /// When it came to the unit that it is with: by its sender, from another unit, or once more.
    pub with_unit_since: Moment,
    /// When its time for an answer began: when it came in, or when it was last taken up again.
    pub counted_from: Moment,
    /// When it came into its status.
    pub since: Moment,
    /// Why it is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_because: Option<CloseReason>,
}

/// One line of the record: who did what and when. It is written once and never changed.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Record {
    /// When.
    pub at: Moment,
    /// In which role.
    pub by: Role,
    /// What.
    #[serde(flatten)]
    pub event: Event,
    /// The status before.
    pub from: Status,
    /// The status after.
    pub to: Status,
}

impl Standing {
    /// Of a feedback that has just come in.
    #[must_use]
    pub fn received(addressed_to: ActorId, at: Moment) -> Self {
        Self {
            status: Status::Received,
            urgency: Urgency::Normal,
            unit: addressed_to.clone(),
            addressed_to,
            received_at: at,
            with_unit_since: at,
            counted_from: at,
            since: at,
            closed_because: None,
        }
    }

    /// The unit that it was sent on to; none when it is where its sender sent it.
    #[must_use]
    pub fn forwarded_to(&self) -> Option<&ActorId> {
        (self.unit != self.addressed_to).then_some(&self.unit)
    }
}
