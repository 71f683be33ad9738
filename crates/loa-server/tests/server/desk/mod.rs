//! The officers' desk, as a browser without scripts meets it.

pub(crate) mod browser;
mod life;
mod person;
mod review;
mod seats;
mod sign_in;
mod tables;
