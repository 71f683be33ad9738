//! One spelling for what can be spelled in several ways.
//!
//! Unicode's tables weigh more than everything else that a form needs. A browser has them anyway, so the widgets do
//! without the feature `unicode`: they compose a draft by the browser's own means before they hold it against the rules.

#[cfg(feature = "unicode")]
pub(crate) use whole::{composed, folded, plain};

#[cfg(not(feature = "unicode"))]
pub(crate) use small::{composed, folded, plain};

#[cfg(feature = "unicode")]
mod whole {
    use unicode_normalization::UnicodeNormalization;

    /// In composed form: one sign for a letter with its accents.
    pub(crate) fn composed(text: &str) -> String {
        text.nfc().collect()
    }

    /// In composed form, with plain signs for those that only look different: `０` becomes `0`.
    pub(crate) fn plain(text: &str) -> String {
        text.nfkc().collect()
    }

    /// In small letters without accents.
    pub(crate) fn folded(text: &str) -> String {
        loa_plan::words::fold(text)
    }
}

/// The same for text that is composed already.
#[cfg(any(test, not(feature = "unicode")))]
mod small {
    #[cfg(not(feature = "unicode"))]
    pub(crate) fn composed(text: &str) -> String {
        text.to_owned()
    }

    #[cfg(not(feature = "unicode"))]
    pub(crate) fn plain(text: &str) -> String {
        text.to_owned()
    }

    /// Each plain letter with those that it becomes under Vietnamese accents.
    const LETTERS: [(char, &str); 7] = [
        ('a', "àáảãạăằắẳẵặâầấẩẫậ"),
        ('d', "đ"),
        ('e', "èéẻẽẹêềếểễệ"),
        ('i', "ìíỉĩị"),
        ('o', "òóỏõọôồốổỗộơờớởỡợ"),
        ('u', "ùúủũụưừứửữự"),
        ('y', "ỳýỷỹỵ"),
    ];

    /// In small letters without Vietnamese accents.
    pub(crate) fn folded(text: &str) -> String {
        let plain = |c| LETTERS.iter().find(|(_, accented)| accented.contains(c)).map_or(c, |(plain, _)| *plain);
        text.chars().flat_map(char::to_lowercase).map(plain).collect()
    }

    #[cfg(all(test, feature = "unicode"))]
    mod tests {
        #[test]
        fn vietnamese_letters_are_folded_as_by_the_tables() {
            for (plain, accented) in super::LETTERS {
                for letter in accented.chars().flat_map(|c| [c.to_string(), c.to_uppercase().to_string()]) {
                    assert_eq!(super::folded(&letter), plain.to_string(), "{letter}");
                    assert_eq!(super::folded(&letter), loa_plan::words::fold(&letter), "{letter}");
                }
            }
            let text = "Đơn TỐ CÁO, khiếu nại về ổ gà ở Hà Nội, 12 km";
            assert_eq!(super::folded(text), loa_plan::words::fold(text));
        }
    }
}
