//! A consent does not say which data it is about, which rights there are, or how it is taken back.
//!
//! # Why it matters
//! A consent is valid only when the person was told all of this.
//!
//! # Source
//! Luật 91/2025/QH15, Điều 9: kind of data, purpose, who is responsible, rights. Seen in the press, not in the signed text.
//!
//! # Example
//! ```toml
//! [[consents]]
//! purpose = "answer"
//! version = 1
//! need = "required"
//! text = "Tôi đồng ý"
//! data = []
//! controller = "ubnd"
//! rights = "Xem, sửa, xóa"
//! withdraw = "Gọi tổng đài"
//! ```

use loa_plan::{Finding, Severity, Text};

use super::{Check, Rule, about};
use crate::consent::Consents;

pub(super) const RULE: Rule =
    Rule::new("consent-not-informed", Severity::Error, about!("consent_not_informed.rs"), Check::Consents(check));

fn check(consents: &Consents) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (i, consent) in consents.consents.iter().enumerate() {
        let missing = [
            ("data", "which data it is about", consent.data.is_empty() || consent.data.iter().any(Text::is_blank)),
            ("text", "what is agreed to", consent.text.is_blank()),
            ("rights", "which rights the person has", consent.rights.is_blank()),
            ("withdraw", "how it is taken back", consent.withdraw.is_blank()),
        ];
        for (key, what, _) in missing.into_iter().filter(|(.., missing)| *missing) {
            let message = format!("the consent for `{}` does not say {what}", consent.purpose);
            findings.push(RULE.finding(format!("consents[{i}].{key}"), message, format!("fill `{key}` in")));
        }
    }
    findings
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::{check, consent};

    #[test]
    fn a_consent_says_what_it_is_about() {
        check(&RULE, &consent("answer", "required", "\"tên\""), &expect![[""]]);
        let silent = consent("answer", "required", "").replace("Xem, sửa, xóa", "").replace("Gọi tổng đài", " ");
        check(
            &RULE,
            &silent,
            &expect![[r#"
            error: the consent for `answer` does not say which data it is about (consents[0].data)
              help: fill `data` in
            error: the consent for `answer` does not say which rights the person has (consents[0].rights)
              help: fill `rights` in
            error: the consent for `answer` does not say how it is taken back (consents[0].withdraw)
              help: fill `withdraw` in"#]],
        );
    }
}
