//! The feedback service: what is acknowledged is on the disk, and what is public says nothing about who sent it.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use loa_feedback::{consent, routes};
//! use loa_server::campaign::{Campaign, Settings};
//! use loa_server::{Clock, Service, Store, router};
//!
//! # let text = |name: &str| std::fs::read_to_string(format!("tests/campaign/{name}"));
//! let plan = loa_plan::Plan::from_toml(&text("plan.toml")?)?;
//! let doors = routes::read("routes.toml", &text("routes.toml")?)?.value;
//! let consents = consent::read("consents.toml", &text("consents.toml")?)?.value;
//! let campaign = Campaign::new(plan, doors, consents, [], Settings::default());
//! # let folder = tempfile::tempdir()?;
//! # let url = format!("sqlite://{}", folder.path().join("loa.db").display());
//! let store = Store::open(&url.parse()?).await?;
//! let service = Service::new(campaign, store, Clock::system());
//! let router = router(service.clone());
//! # service.store().close().await;
//! # Ok(())
//! # }
//! ```
//!
//! - A [`Campaign`] is made once, of plan, doors, consents, holidays and the settings of `service.toml`; `loa serve` reads
//!   them from a folder.
//! - A [`Store`] is one small interface with SQLite or PostgreSQL behind it; writes are grouped into commits.
//! - A [`Service`] joins them; [`router()`] answers for it and goes beside other routers, [`run`] serves until told to stop.
//! - [`routes`] is the list from which the router is made, and [`OPENAPI`] describes it.
//!
//! Every rule about a feedback is in `loa-feedback`; here is only what has to do with HTTP, SQL and the clock.
//! Officers work at `/desk` ([`desk`]); what one person may ask for is in [`person`].
//! It sends no mail, and has no TLS of its own.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

pub mod backup;
mod body;
pub mod campaign;
mod clock;
pub mod desk;
mod intake;
pub mod log;
mod openapi;
mod page;
pub mod person;
mod public;
mod refusal;
mod repeats;
mod retention;
mod router;
mod serve;
mod service;
pub mod store;
mod throttle;
mod visitor;

pub use campaign::Campaign;
pub use clock::Clock;
pub use openapi::OPENAPI;
pub use retention::{Retained, retain};
pub use router::{Route, router, routes};
pub use serve::{GRACE, run};
pub use service::{NoRandomness, Service};
pub use store::Store;
pub use visitor::Peer;

/// The examples of the README are tested too.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
