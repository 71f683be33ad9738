//! Finding a procedure from everyday words, with or without accents, among all that the catalogue has.
//!
//! ```
//! use loa_procedure::search::{Entry, Everyday, Index, Kind};
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # #[cfg(feature = "everyday")] {
//! let entries = [
//!     Entry::new("1.004222", "Đăng ký thường trú"),
//!     Entry::new("1.000894", "Thủ tục đăng ký kết hôn"),
//! ];
//! let index = Index::build(&entries, &Everyday::of_the_language());
//! let answer = index.find("nhap ho khau cho con");
//! assert_eq!(answer.kind, Kind::Match);
//! assert_eq!(answer.results[0].code, "1.004222");
//! # }
//! # Ok(())
//! # }
//! ```
//!
//! - A name is a row of syllables, since that is what Vietnamese is written in. Accents are folded away on both sides.
//! - A question is read three times: as it stands, with abbreviations written out, and in the words that the catalogue uses
//!   for what people say. [`Everyday`] is the list of these, a file for people to read and correct.
//! - A name is near when it has what the question asks for, in the same order, and little besides.
//! - What is not near is not shown: [`Kind::None`] is an answer, and a guess would send somebody the wrong way.

mod answer;
mod bytes;
mod distance;
mod entry;
mod everyday;
mod index;
mod question;
mod scan;
mod syllable;

pub use answer::{Answer, Found, Kind, MOST, Why};
pub use bytes::InvalidIndex;
pub use entry::{Entry, Reach};
pub use everyday::{Everyday, Saying};
pub use index::Index;
