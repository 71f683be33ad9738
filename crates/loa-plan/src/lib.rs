//! A government communication plan as data.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod activity;
mod actor;
mod audience;
mod channel;
pub mod checks;
pub mod date;
mod denominator;
mod duties;
mod finding;
mod format;
mod id;
mod indicator;
mod known;
mod measurement;
pub mod membership;
mod message;
mod number;
mod obligation;
mod phase;
mod plan;
mod principle;
pub mod progress;
pub mod read;
pub mod schedule;
#[cfg(feature = "schema")]
pub mod schema;
mod snippet;
mod source;
pub mod succession;
mod target;
mod text;
mod topic;
pub mod words;
#[cfg(any(feature = "toml", feature = "json"))]
mod write;
mod zone;

pub use activity::{Activity, ActivityKind};
pub use actor::{Actor, ActorKind, Duty};
pub use audience::{Audience, AudienceKind, AudienceTag};
pub use channel::{Channel, ChannelGroup};
pub use denominator::denominator;
pub use duties::{DutyState, OwedDuty, duties, duty_state};
pub use finding::{Finding, Severity};
pub use format::{Format, UnknownFormat};
pub use id::{
    ActivityId, ActorId, AudienceId, ChannelId, GuideId, IndicatorId, InvalidId, MAX_ID_LENGTH, MessageId,
    ObligationId, PhaseId, PlanId, PrincipleId, SourceId, TargetId, TopicId, check_id,
};
pub use indicator::{Indicator, Unit};
pub use known::Known;
pub use measurement::Measurement;
pub use message::Message;
pub use number::{Amount, Count, InvalidNumber, MAX_COUNT, Percent};
pub use obligation::{Evidence, EvidenceKind, Obligation};
pub use phase::Phase;
pub use plan::{Decision, Plan, Successor};
pub use principle::{Principle, PrincipleKind};
pub use snippet::{Snippet, snippet};
pub use source::{Cite, Clause, Place, Source};
pub use target::Target;
pub use text::{InvalidLanguage, Language, Text};
pub use topic::{Topic, TopicKind};
pub use zone::{InvalidZone, Zone};
