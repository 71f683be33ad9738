//! Zero is not free.
//!
//! # Why it matters
//! Of 1,402 entries of fees in 254 records 697 had the amount 0. Nearly all of them have a text such as "mức cụ thể do Hội
//! đồng nhân dân quy định"; birth registration has none. A page that says "miễn phí" there makes somebody travel twice.
//!
//! # Source
//! Luật Phí và lệ phí 97/2015/QH13, Điều 15: who collects publishes the amounts and who is exempt. Nghị định 224/2026/NĐ-CP,
//! Điều 9: what is published about a procedure is what the national database has.
//!
//! # Example
//! ```
//! use loa_procedure::honest::fee::{self, Said};
//! use loa_procedure::procedure::{Amount, Fee, FeeKind};
//!
//! let birth = Fee { kind: FeeKind::Charge, amount: Some(Amount(0)), text: String::new() };
//! assert_eq!(fee::said(&birth), Said::Unknown);
//! assert_eq!(fee::written(&birth), "chưa có số liệu, xem nguồn");
//! ```

use loa_plan::words::fold;

use crate::procedure::{Amount, Fee};

/// What an entry says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said<'a> {
    /// An amount, and what the catalogue says about it, which may be a case or an exemption; empty when nothing.
    Amount(Amount, &'a str),
    /// Words and no amount: they are shown as they stand.
    Told(&'a str),
    /// Nothing at all, which is not "free".
    Unknown,
}

/// What is shown where the catalogue says nothing.
pub const UNKNOWN: &str = "chưa có số liệu, xem nguồn";

/// What an entry says; a zero says nothing beside its text.
#[must_use]
pub fn said(fee: &Fee) -> Said<'_> {
    match fee.amount {
        Some(amount) if amount.0 > 0 => Said::Amount(amount, &fee.text),
        _ if fee.text.chars().filter(|c| c.is_alphanumeric()).count() > 1 => Said::Told(&fee.text),
        _ => Said::Unknown,
    }
}

/// An entry in one text, for where there is no room for two.
#[must_use]
pub fn written(fee: &Fee) -> String {
    match said(fee) {
        Said::Amount(amount, "") => amount.to_string(),
        Said::Amount(amount, text) => format!("{amount}: {text}"),
        Said::Told(text) => text.to_owned(),
        Said::Unknown => UNKNOWN.to_owned(),
    }
}

/// Whether the catalogue itself says, in so many words, that nothing is paid.
///
/// Who is exempt is another matter: "miễn phí cho hộ nghèo" does not make it free.
#[must_use]
pub fn is_free(fee: &Fee) -> bool {
    let text = fold(&fee.text);
    let words = text.trim_matches(|c: char| !c.is_alphanumeric());
    fee.amount.is_none_or(|amount| amount.0 == 0) && FREE.contains(&words)
}

/// Whether an entry is about who does not pay, and not about what is paid.
#[must_use]
pub fn is_exemption(fee: &Fee) -> bool {
    let text = fold(&fee.text);
    !matches!(said(fee), Said::Amount(..))
        && !is_free(fee)
        && (text.contains("mien phi") || text.contains("mien le phi") || text.contains("duoc mien"))
}

/// Whole texts that say that nothing is paid.
const FREE: [&str; 8] = [
    "mien phi",
    "mien le phi",
    "mien phi, le phi",
    "khong thu phi",
    "khong thu le phi",
    "khong thu phi, le phi",
    "khong mat phi",
    "khong phai nop phi, le phi",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::FeeKind;

    fn fee(amount: Option<u64>, text: &str) -> Fee {
        Fee { kind: FeeKind::Fee, amount: amount.map(Amount), text: text.to_owned() }
    }

    #[test]
    fn an_amount_stands_with_its_text() {
        assert_eq!(written(&fee(Some(20_000), "")), "20.000 đồng");
        assert_eq!(written(&fee(Some(7000), "nộp qua mạng")), "7.000 đồng: nộp qua mạng");
    }

    #[test]
    fn a_zero_shows_its_text_and_without_one_that_nothing_is_known() {
        let council = "Do Hội đồng nhân dân tỉnh quy định";
        assert_eq!(written(&fee(Some(0), council)), council);
        assert_eq!(written(&fee(None, council)), council);
        for nothing in [fee(Some(0), ""), fee(None, ""), fee(None, "T"), fee(Some(0), "-")] {
            assert_eq!(written(&nothing), "chưa có số liệu, xem nguồn");
        }
    }

    #[test]
    fn only_words_make_it_free() {
        assert!(is_free(&fee(Some(0), "Miễn phí.")));
        assert!(is_free(&fee(None, "Không thu phí, lệ phí")));
        for paid in [
            fee(Some(0), ""),
            fee(Some(0), "Miễn phí cho hộ nghèo"),
            fee(Some(10), "Miễn phí"),
            fee(None, "Không quy định"),
        ] {
            assert!(!is_free(&paid), "{}", paid.text);
        }
    }

    #[test]
    fn who_is_exempt_is_told_apart_from_what_is_paid() {
        assert!(is_exemption(&fee(
            Some(0),
            "Miễn phí Đồng - Trường hợp công dân thuộc diện được miễn phí theo Điều 4"
        )));
        assert!(!is_exemption(&fee(Some(20_000), "Trường hợp thuộc diện được miễn phí thì xuất trình giấy tờ")));
        assert!(!is_exemption(&fee(Some(0), "Miễn phí")));
    }
}
