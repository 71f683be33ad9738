//! A Vietnamese text is written with accents apart from their letters.
//!
//! # Why it matters
//! "hoà" can be stored in two ways that look alike. In the decomposed way the page search of a browser may not find the
//! word, and some fonts and screen readers set the accent beside its letter. The form NFC, in Vietnam called Unicode
//! dựng sẵn, has none of this; the national catalogue of procedures itself has names in the other form.
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
    let mut findings = Vec::new();
    each_string(plan, &mut |path, text| {
        if is_nfc(text) {
            return;
        }
        let word = text.split_whitespace().find(|word| !is_nfc(word)).unwrap_or(text);
        findings.push(RULE.finding(
            path,
            format!("the word {} is written with accents apart from their letters", shown(word)),
            format!(
                "choose Unicode dựng sẵn in the settings of the Vietnamese keyboard and type the text again: {}",
                shown(&word.nfc().collect::<String>())
            ),
        ));
    });
    findings
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn each_decomposed_text_is_reported_with_its_word() {
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
                  help: choose Unicode dựng sẵn in the settings of the Vietnamese keyboard and type the text again: `hành`"#]],
        );
    }
}
