//! What may be said about a procedure, so that nothing is promised that the catalogue does not say: one rule per file.
//!
//! The catalogue is full of figures that are none. A fee of zero is mostly its way to say that the fee is set elsewhere,
//! and a time of `1 OTHER` is no time. Whoever shows a procedure asks here, and shows what comes back.

pub mod age;
pub mod fee;
pub mod filing_link;
pub mod level;
pub mod necessity;
pub mod online_gain;
pub mod place;
pub mod time;
