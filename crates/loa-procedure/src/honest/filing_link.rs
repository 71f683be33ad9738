//! A link to filing is data, with a search as the way out, and never made up from a code.
//!
//! # Why it matters
//! Addresses of the national portal have an id that no code gives. A link that was put together leads to a page that says
//! nothing was found, and people give up there.
//!
//! # Source
//! The national portal's addresses as of 18/7/2026: `/thu-tuc-hanh-chinh/<id>`, and `/dvc-ket-qua-thu-tuc?keyword=`.
//!
//! # Example
//! ```
//! use loa_procedure::honest::filing_link;
//!
//! let search = filing_link::search("Đăng ký khai sinh");
//! assert_eq!(search, "https://dichvucong.gov.vn/dvc-ket-qua-thu-tuc?keyword=%C4%90%C4%83ng%20k%C3%BD%20khai%20sinh");
//! ```

use std::fmt::Write;

use loa_plan::Address;

use crate::procedure::Origin;

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilingLink {
    /// To the page that the record names.
    Page(Address),
    /// To the portal's search for a name, since the record names no page.
    Search(String),
}

impl FilingLink {
    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Page(address) => address.as_str(),
            Self::Search(address) => address,
        }
    }
}

/// The link of a record with this origin and this name.
#[must_use]
pub fn of(origin: &Origin, name: &str) -> FilingLink {
    match &origin.url {
        Some(address) => FilingLink::Page(address.clone()),
        None => FilingLink::Search(search(name)),
    }
}

/// The national portal's search for words.
#[must_use]
pub fn search(words: &str) -> String {
    let mut address = String::from("https://dichvucong.gov.vn/dvc-ket-qua-thu-tuc?keyword=");
    for byte in words.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            // Writing to a text cannot fail.
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_taken_from_the_record_and_else_the_name_is_searched_for() {
        let snapshot = chrono::NaiveDate::default();
        let url = Address::new("https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bf7").unwrap();
        let origin = Origin { url: Some(url.clone()), id: String::new(), updated: None, snapshot };
        assert_eq!(of(&origin, "Tên"), FilingLink::Page(url));
        let link = of(&Origin { url: None, ..origin }, "a&b=ế");
        assert_eq!(link.as_str(), "https://dichvucong.gov.vn/dvc-ket-qua-thu-tuc?keyword=a%26b%3D%E1%BA%BF");
    }
}
