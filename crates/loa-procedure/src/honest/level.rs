//! How much is done online is what the data says, and "in part" says why.
//!
//! # Why it matters
//! "Toàn trình" promises that nobody has to come. A level that is guessed from the ways of filing breaks that promise.
//!
//! # Source
//! Nghị định 224/2026/NĐ-CP, Điều 14: what is offered in part has a reason and a legal basis.
//!
//! # Example
//! ```
//! use loa_procedure::honest::level;
//!
//! assert_eq!(level::badge(None), "Nguồn chưa ghi mức độ trực tuyến");
//! ```

use crate::procedure::Level;

/// What the badge says.
#[must_use]
pub fn badge(level: Option<&Level>) -> &'static str {
    level.map_or("Nguồn chưa ghi mức độ trực tuyến", Level::name)
}

/// Whether a level owes its reader a reason or a legal basis.
#[must_use]
pub fn lacks_reason(level: &Level) -> bool {
    let is_blank = |text: &Option<String>| text.as_deref().is_none_or(|text| text.trim().is_empty());
    matches!(level, Level::Partial { reason, basis } if is_blank(reason) || is_blank(basis))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_needs_both_reason_and_basis() {
        let partial = |reason: Option<&str>, basis: Option<&str>| Level::Partial {
            reason: reason.map(str::to_owned),
            basis: basis.map(str::to_owned),
        };
        assert!(!lacks_reason(&partial(Some("Phải kiểm tra bản gốc"), Some("123/2015/NĐ-CP, Điều 9"))));
        assert!(lacks_reason(&partial(Some("Phải kiểm tra bản gốc"), None)));
        assert!(lacks_reason(&partial(Some(" "), Some("123/2015/NĐ-CP"))));
        assert!(!lacks_reason(&Level::Whole));
        assert_eq!(badge(Some(&Level::Whole)), "Trực tuyến toàn trình");
        assert_eq!(badge(Some(&Level::None)), "Chưa nộp được trực tuyến");
    }
}
