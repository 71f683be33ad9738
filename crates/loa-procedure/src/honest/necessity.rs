//! What is not said to be needed is not said to be optional.
//!
//! # Why it matters
//! The flag of the catalogue that says whether a document is needed was false for all documents that were seen, the
//! application form among them. Hiding them, or calling them optional, sends people home from the counter.
//!
//! # Source
//! Nghị định 61/2018/NĐ-CP, Điều 4; Nghị định 224/2026/NĐ-CP, Điều 23 khoản 6: documents are listed as the procedure has
//! them. That an unknown necessity is said is own judgement.
//!
//! # Example
//! ```
//! use loa_procedure::honest::necessity;
//! use loa_procedure::procedure::Necessity;
//!
//! assert_eq!(necessity::label(Necessity::Unsaid), "tùy trường hợp");
//! ```

use crate::procedure::Necessity;

/// What stands beside a document.
#[must_use]
pub const fn label(necessity: Necessity) -> &'static str {
    match necessity {
        Necessity::Required => "bắt buộc",
        Necessity::Unsaid => "tùy trường hợp",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_to_be_needed_is_told_apart() {
        assert_eq!(label(Necessity::Required), "bắt buộc");
        assert_eq!(label(Necessity::Unsaid), "tùy trường hợp");
    }
}
