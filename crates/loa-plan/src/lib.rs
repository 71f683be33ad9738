//! A government communication plan as data: read it, check it, know what is due on a date.
//!
//! ```
//! # #[cfg(feature = "toml")] {
//! use loa_plan::{Plan, checks, date, schedule};
//!
//! let text = std::fs::read_to_string("tests/fixtures/small.toml")?;
//! let plan = Plan::from_toml(&text)?;
//! let today = date::parse("2025-03-15").ok_or("not a date")?;
//!
//! assert_eq!(plan.phases[0].title.get("vi"), "Giai đoạn 1");
//! assert!(matches!(schedule::phase_on(&plan.phases, today), schedule::Moment::Current { index: 0, .. }));
//! assert!(checks::run(&plan, today).iter().any(|finding| finding.rule == "message-without-channel"));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The model
//!
//! - A [`Plan`] has [`Phase`]s with aims, [`Audience`]s, [`Topic`]s and [`Channel`]s; a [`Message`] joins them, word for
//!   word as decided.
//! - [`Actor`]s carry it out: agencies and groups of them, with the days on which they exist and who takes over.
//! - An [`Obligation`] says who must publish what, by when, shown by which [`Evidence`], under which [`Clause`].
//! - A [`Target`] sets a goal for an [`Indicator`]; a [`Measurement`] is a value with its period and source.
//! - What is not known is said with its reason ([`Known`]), and each fact may name its source ([`Cite`]).
//!
//! Reading can fail and tells every problem with its place and one way out ([`read`]).
//! Judging cannot fail: [`checks::run`] gives [`Finding`]s, [`duties`] what an agency owes, [`progress`] how far a target
//! is reached.
//!
//! # What it does not do
//!
//! It opens no file, asks no clock and draws nothing: text comes in, "today" is a parameter, values go out.
//! Guides are in the crate `loa-procedure`; published files and pages are made by `loa-bundle` and `loa-widgets`.
//! It knows nothing of Hanoi: every name, date, figure and slogan is data.
//!
//! # Features
//!
//! `toml` and `json` (both on) read and write the two formats; `schema` gives the JSON Schema of the format.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod activity;
mod actor;
mod address;
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
mod procedure_code;
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
pub use address::{Address, InvalidAddress};
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
pub use procedure_code::{InvalidCode, ProcedureCode};
pub use snippet::{Snippet, fragments, snippet};
pub use source::{Cite, Clause, Place, Source};
pub use target::Target;
pub use text::{InvalidLanguage, Language, Text};
pub use topic::{Topic, TopicKind};
pub use zone::{InvalidZone, Zone};

/// The examples of the README are tested too.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
