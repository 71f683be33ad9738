//! Personal data in free text: found for an officer to see, and taken out of what is published.
//!
//! What is found are numbers and addresses that have a form: phone numbers, numbers of identity papers, e-mail addresses,
//! bank accounts, plates, tax codes. Where a number may be one of them or none, it is hidden, and the officer leaves it
//! in; a procedure's code, a date, an amount of money and the number of a law stay. Names and addresses have no form, so
//! an officer marks them.
//!
//! ```
//! use loa_feedback::redaction::Preview;
//! use loa_feedback::status::Role;
//!
//! let preview = Preview::new("Thủ tục 1.001193: gọi tôi 0 9 1 2.345 678 nhé");
//! let consents = ["publish@1".parse()?];
//! let public = preview.approve_question(Role::Publisher, &consents)?;
//! assert_eq!(public.as_str(), "Thủ tục 1.001193: gọi tôi [đã ẩn số điện thoại] nhé");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod account;
mod dossier;
mod email;
mod group;
mod kept;
mod number;
mod plate;
mod preview;
mod sign;
#[cfg(test)]
mod tests;

pub use preview::{Found, NotApproved, Preview, Sensitive};

use self::group::groups;
use self::kept::Kept;
use self::sign::Signs;

/// Finds personal data in a text, in the order of the text, nothing twice.
#[must_use]
pub fn find(text: &str) -> Vec<Found> {
    let signs = Signs::new(text);
    let mut found: Vec<(usize, usize, Sensitive)> = email::find(&signs);
    found.extend(plate::find(&signs));
    found.extend(dossier::find(&signs));
    let groups = groups(&signs, |from, until| found.iter().any(|(a, b, _)| from < *b && *a < until));
    let kept = Kept::new(&signs, &groups);
    found.extend(account::find(&signs, &groups, &kept));
    found.extend(number::find(&signs, &groups, &kept));
    joined(found.into_iter().map(|(from, until, kind)| Found { span: signs.span(from, until), kind }).collect())
}

/// In order, with stretches that overlap made one.
fn joined(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|found| (found.span.start, std::cmp::Reverse(found.span.end)));
    let mut joined: Vec<Found> = Vec::with_capacity(found.len());
    for next in found {
        match joined.last_mut() {
            Some(last) if next.span.start < last.span.end => last.span.end = last.span.end.max(next.span.end),
            _ => joined.push(next),
        }
    }
    joined
}
