//! What a person sends: as typed ([`Draft`]), and as it may be taken in ([`Submission`]), with every problem at once.

mod body;
mod check;
mod draft;
mod email;
mod key;
mod phone;
mod problem;
mod rules;
mod unit;

pub use body::{MAX_TEXT, MIN_LETTERS, clean};
pub use check::{MAX_ADDRESS, MAX_NAME, MIN_ADDRESS, MIN_NAME, Sender, Submission};
pub use draft::{Draft, HONEYPOT};
pub use email::{EmailAddress, InvalidEmail, MAX_EMAIL};
pub use key::{IdempotencyKey, InvalidKey, MAX_KEY, MIN_KEY};
pub use phone::{InvalidPhone, PhoneNumber};
#[cfg(feature = "service")]
pub(crate) use phone::{is_landline, is_mobile, was_mobile};
pub use problem::{Field, FieldProblem, Problems};
pub use rules::{AskedConsent, Rules};
pub use unit::{Unit, units};

#[cfg(test)]
mod tests;
