//! The code of a record, also where the catalogue has none that can be right.

use std::fmt;

use loa_plan::ProcedureCode;

/// The code of a record in the catalogue.
///
/// A catalogue of 5,670 rows had `" 1.014325"`, `1.0133611`, `1.014955-Xoa` and `2.009182739`; provinces write
/// `1.001193.000.00.00.H44` and `1.001193.H26` for `1.001193`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(from = "String", into = "String")]
pub enum CatalogueCode {
    /// A code of the national catalogue, without spaces and without what a province puts behind it.
    National(ProcedureCode),
    /// Whatever else stands there, as it was found; it is a finding, and never a link.
    Malformed(String),
}

impl CatalogueCode {
    /// Reads a code as it is written anywhere. It cannot fail: what is no code is kept as found.
    ///
    /// ```
    /// use loa_procedure::procedure::CatalogueCode;
    ///
    /// assert_eq!(CatalogueCode::read(" 1.001193.000.00.00.H26 ").as_str(), "1.001193");
    /// assert!(CatalogueCode::read("1.014955-Xoa").is_malformed());
    /// ```
    #[must_use]
    pub fn read(text: &str) -> Self {
        let trimmed = text.trim();
        let national = trimmed.get(..LENGTH).filter(|_| is_suffix(trimmed.get(LENGTH..).unwrap_or_default()));
        match national.and_then(|code| ProcedureCode::new(code).ok()) {
            Some(code) => Self::National(code),
            None => Self::Malformed(text.to_owned()),
        }
    }

    /// The code, or what was found in its place.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::National(code) => code.as_str(),
            Self::Malformed(text) => text,
        }
    }

    /// The code, when it is one of the national catalogue.
    #[must_use]
    pub fn national(&self) -> Option<&ProcedureCode> {
        match self {
            Self::National(code) => Some(code),
            Self::Malformed(_) => None,
        }
    }

    /// Whether it is no code of the national catalogue.
    #[must_use]
    pub fn is_malformed(&self) -> bool {
        self.national().is_none()
    }
}

/// A digit, a point and six digits.
const LENGTH: usize = 8;

/// Nothing, the agency (`.H26`, `.G01`), or three groups of figures and the agency (`.000.00.00.H26`).
fn is_suffix(text: &str) -> bool {
    let agency = |part: &str| {
        let mut bytes = part.bytes();
        bytes.next().is_some_and(|b| b.is_ascii_uppercase())
            && (2..=3).contains(&part.len())
            && bytes.all(|b| b.is_ascii_digit())
    };
    let figures = |part: &str, count: usize| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
    if text.is_empty() {
        return true;
    }
    match text.split('.').collect::<Vec<_>>().as_slice() {
        ["", last] => agency(last),
        ["", a, b, c, last] => figures(a, 3) && figures(b, 2) && figures(c, 2) && agency(last),
        _ => false,
    }
}

impl fmt::Display for CatalogueCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<String> for CatalogueCode {
    fn from(text: String) -> Self {
        Self::read(&text)
    }
}

impl From<CatalogueCode> for String {
    fn from(code: CatalogueCode) -> Self {
        match code {
            CatalogueCode::National(code) => code.as_str().to_owned(),
            CatalogueCode::Malformed(text) => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_and_what_a_province_puts_behind_are_taken_away() {
        for text in ["1.001193", " 1.001193", "1.001193\n", "1.001193.H26", "1.001193.000.00.00.H44", "1.001193.G1"] {
            assert_eq!(CatalogueCode::read(text).national().map(ProcedureCode::as_str), Some("1.001193"), "{text}");
        }
    }

    #[test]
    fn what_is_no_code_is_kept_as_it_was_found() {
        let found = ["1.0133611", "1.014955-Xoa", "2.009182739", "1.001193.", "1.001193.H26.1", "1.00119", "", "ơ.ơ"];
        for text in found {
            assert_eq!(CatalogueCode::read(text), CatalogueCode::Malformed(text.to_owned()));
            assert_eq!(CatalogueCode::read(text).as_str(), text);
        }
    }

    #[test]
    fn it_is_written_as_a_text() {
        let code = CatalogueCode::read("1.001193.H26");
        let text = serde_json::to_string(&code).unwrap();
        assert_eq!(text, "\"1.001193\"");
        assert_eq!(serde_json::from_str::<CatalogueCode>(&text).unwrap(), code);
    }
}
