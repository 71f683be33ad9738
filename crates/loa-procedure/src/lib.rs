//! Procedures of the national catalogue, and step-by-step guides to them: read, checked, and shown as they are.
//!
//! ```
//! # #[cfg(feature = "markdown")] {
//! use loa_procedure::{checks, guide};
//!
//! let text = include_str!("../examples/khai-sinh.md");
//! let document = guide::read("khai-sinh.md", text)?;
//! assert_eq!(document.value.steps[0].title, "Đăng nhập bằng VNeID");
//!
//! let today = loa_plan::date::parse("2026-11-24").unwrap_or_default();
//! for finding in checks::run(&document.value, today) {
//!     let line = document.places.locate(&finding.path).map_or(1, |place| place.line);
//!     println!("khai-sinh.md:{line}: {finding}");
//! }
//! # }
//! # Ok::<(), loa_plan::read::ReadError>(())
//! ```
//!
//! The model:
//!
//! - A [`Procedure`] is a record of the catalogue with its official fields; `catalogue` reads what is served, however dirty.
//! - [`honest`] says what may be shown of a record: zero is not free, and a figure without a unit is no time.
//! - `search` finds a record from everyday words, and says none where nothing is near.
//! - A [`Guide`] says what to prepare, how long it takes, where to file and where to get help; its facts have a source.
//! - It has [steps](guide::Step); each is one thing to do, with paragraphs, lists, notes and pictures.
//! - Reading gives every problem of a file at once, with its place and one way out.
//! - What Markdown can do and a guide cannot is a problem, so nothing is dropped unseen.
//! - Judging a guide never fails; [`checks`] gives findings, one rule per file.
//!
//! It does not read files, know the day, or draw anything: text and day are parameters, drawing is for the widgets.
//! Whether the pictures are there is for whoever reads the folder to check.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

#[cfg(feature = "catalogue")]
pub mod catalogue;
pub mod checks;
pub mod guide;
pub mod honest;
pub mod procedure;
#[cfg(feature = "search")]
pub mod search;

pub use guide::Guide;
pub use loa_plan::{Address, InvalidAddress, InvalidCode, ProcedureCode};
pub use procedure::Procedure;
