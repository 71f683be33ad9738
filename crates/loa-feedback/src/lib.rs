//! Feedback that is answered in public: what may be taken in, where it stands, and what everybody may see of it.
//!
//! ```
//! use loa_feedback::submission::{AskedConsent, Draft, Rules, Submission};
//! use loa_feedback::{Field, Kind, consent};
//!
//! let rules = Rules {
//!     campaign: "ke-hoach-2025".parse()?,
//!     actors: vec!["trung-tam-pvhcc".parse()?],
//!     kinds: vec![Kind::Campaign, Kind::Procedure],
//!     consents: vec![AskedConsent {
//!         purpose: consent::Purpose::Answer,
//!         version: consent::Version::new(1).ok_or("a version is at least 1")?,
//!         need: consent::Need::Required,
//!     }],
//! };
//! let draft = Draft { text: "Nộp hồ sơ mãi không được".into(), ..Draft::default() };
//! let problems = Submission::check(&draft, &rules).unwrap_err();
//! assert_eq!(problems.of(Field::Name).next(), Some("Xin ghi họ và tên."));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The model
//!
//! - [`routes`] are doors: which kind of feedback goes on to the form and which belongs elsewhere, asked before anybody
//!   writes ([`routes::triage()`]).
//! - A [`submission`] is held against its rules once, by the form in a page and by the service alike; every problem comes
//!   at once, by field, in words for the person.
//! - A [`ReceiptCode`] can be read out over the phone; [`consent`]s are given for one purpose, in the words of one version.
//! - A [`status`] is moved by a table of who may do what, and has a deadline by the working-time clock of [`calendar`].
//! - [`public`] types have no field for personal data, and [`redaction`] finds it in free text.
//!
//! Reading can fail and tells every problem with its place and one way out; judging cannot ([`checks`]).
//!
//! # What it does not do
//!
//! It stores nothing, asks no clock, draws no random number and knows nothing of HTTP: moments and bytes are parameters.
//! It does not find names and addresses in free text: an officer does, and approves what is published.
//!
//! # Features
//!
//! `toml` (on) reads the files of a campaign. `service` (on) has what only a service needs: clock, transitions, redaction,
//! making receipt codes. `unicode` (on) composes text; without it a caller does so before it asks. The widgets do without all.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod calendar;
pub mod checks;
mod code;
pub mod consent;
mod count;
mod kind;
mod moment;
pub mod public;
mod rating;
mod receipt;
#[cfg(feature = "service")]
pub mod redaction;
pub mod routes;
mod spelling;
pub mod status;
pub mod submission;
mod word;

pub use code::{CODE_DIGITS, InvalidReceiptCode, ReceiptCode};
pub use count::{CountEvent, CountRow, CountedEvent, Deed, InvalidCount, Obstacle};
pub use kind::Kind;
pub use moment::{InvalidMoment, Moment};
pub use public::{BoardPage, BoardQuery, Cursor, PublicView};
pub use rating::{MAX_COMMENT, MAX_SUBJECT, Rating, RatingCounts, Satisfaction};
pub use receipt::Receipt;
pub use routes::{Route, Routes};
pub use status::Status;
pub use submission::{Draft, Field, Problems, Submission};
pub use word::UnknownWord;
