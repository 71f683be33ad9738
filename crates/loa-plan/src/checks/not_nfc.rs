//! A Vietnamese text is written with accents apart from their letters.
//!
//! # Why it matters
//! "hoà" can be stored in two ways that look alike. In the decomposed way the page search of a browser may not find the
//! word, and some fonts and screen readers set the accent beside its letter. The form NFC, in Vietnam called Unicode
//! dựng sẵn, has none of this; the national catalogue of procedures itself has names in the other form.
//!
//! # Source
//! Unicode Standard Annex 15 (normalisation forms); that NFC is the one to write is own judgement.
//!
//! # Example
//! ```toml
//! title = "Ho\u0300a gia\u0309i"
//! ```

use chrono::NaiveDate;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::texts::{each_string, shown};
use super::{Rule, about};
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule = Rule { name: "not-nfc", severity: Severity::Warning, about: about!("not_nfc.rs"), check };

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let mut count = 0;
    let mut first: Option<(String, String)> = None;
    each_string(plan, &mut |path, text| {
        if is_nfc(text) {
            return;
        }
        count += 1;
        first.get_or_insert_with(|| {
            let word = text.split_whitespace().find(|word| !is_nfc(word)).unwrap_or(text);
            (path.to_string(), word.to_owned())
        });
    });
    let Some((path, word)) = first else { return Vec::new() };
    // Whoever types so types everything so: the first text stands for all of them.
    let message = match count {
        1 => format!("the word {} is written with accents apart from their letters", shown(&word)),
        _ => {
            format!("{count} texts are written with accents apart from their letters, first the word {}", shown(&word))
        }
    };
    let help = format!(
        "choose Unicode dựng sẵn in the settings of the Vietnamese keyboard and type it again: {}",
        shown(&word.nfc().collect::<String>())
    );
    vec![RULE.finding(path, message, help)]
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn decomposed_texts_are_reported_once_with_the_first_word() {
        check(
            &RULE,
            r#"
title = "Hoà giải"
[[channels]]
id = "tong-dai"
group = "other"
title = "Tổng đài"
note = { vi = "Gọi giờ ha\u0300nh chi\u0301nh", en = "Office hours" }
"#,
            &expect![[r#"
                warning: the word `hành` is written with accents apart from their letters (channels[0].note.vi)
                  help: choose Unicode dựng sẵn in the settings of the Vietnamese keyboard and type it again: `hành`"#]],
        );
        check(
            &RULE,
            "title = \"Ho\\u0300a gia\\u0309i\"\nsummary = \"Thu\\u0309 tu\\u0323c\"",
            &expect![[r#"
            warning: 2 texts are written with accents apart from their letters, first the word `Hòa` (title)
              help: choose Unicode dựng sẵn in the settings of the Vietnamese keyboard and type it again: `Hòa`"#]],
        );
    }
}
