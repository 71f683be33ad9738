//! Where the boundary does not matter, nobody is sent to one ward.
//!
//! # Why it matters
//! Since July 2025 most procedures are taken in at any point of the province. A page that names one ward makes people travel.
//!
//! # Source
//! Nghị định 118/2025/NĐ-CP, Điều 15: reception whatever the administrative boundary within a province.
//!
//! # Example
//! ```
//! use loa_procedure::honest::place;
//! use loa_procedure::procedure::Territory;
//!
//! assert_eq!(place::sentence(Territory::Unsaid), None);
//! ```

use crate::procedure::Territory;

/// What is said about where to file in person; none when the catalogue does not say, and then the agency is named.
#[must_use]
pub const fn sentence(territory: Territory) -> Option<&'static str> {
    match territory {
        Territory::AnyPointInProvince => {
            Some("Nộp tại bất kỳ điểm phục vụ hành chính công nào trong tỉnh, thành phố, không phụ thuộc nơi cư trú.")
        }
        Territory::OwnPlace => Some("Nộp tại cơ quan có thẩm quyền ở nơi thực hiện thủ tục."),
        Territory::Unsaid => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_point_is_said_where_the_catalogue_says_so() {
        assert_eq!(
            sentence(Territory::AnyPointInProvince),
            Some("Nộp tại bất kỳ điểm phục vụ hành chính công nào trong tỉnh, thành phố, không phụ thuộc nơi cư trú.")
        );
        assert_eq!(sentence(Territory::OwnPlace), Some("Nộp tại cơ quan có thẩm quyền ở nơi thực hiện thủ tục."));
        assert_eq!(sentence(Territory::Unsaid), None);
    }
}
