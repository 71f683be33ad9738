//! A purpose has two consents.
//!
//! # Why it matters
//! Nobody could tell later to which words a person agreed.
//!
//! # Source
//! Luật 91/2025/QH15, Điều 9: consent is explicit and specific.
//!
//! # Example
//! ```toml
//! [[consents]]
//! purpose = "answer"
//! version = 1
//! need = "required"
//! text = "Tôi đồng ý"
//! data = ["họ tên"]
//! controller = "ubnd"
//! rights = "Xem, sửa, xóa"
//! withdraw = "Gọi tổng đài"
//!
//! [[consents]]
//! purpose = "answer"
//! version = 1
//! need = "required"
//! text = "Tôi đồng ý"
//! data = ["họ tên"]
//! controller = "ubnd"
//! rights = "Xem, sửa, xóa"
//! withdraw = "Gọi tổng đài"
//! ```

use loa_plan::{Finding, Severity};

use super::{Check, Rule, about};
use crate::consent::Consents;

pub(super) const RULE: Rule =
    Rule::new("consent-twice", Severity::Error, about!("consent_twice.rs"), Check::Consents(check));

fn check(consents: &Consents) -> Vec<Finding> {
    let all = &consents.consents;
    let again = all.iter().enumerate().filter(|(i, one)| all.iter().take(*i).any(|other| other.purpose == one.purpose));
    again
        .map(|(i, consent)| {
            let message = format!("the purpose `{}` has another consent above", consent.purpose);
            RULE.finding(format!("consents[{i}].purpose"), message, "join the two; a new wording gets a new `version`")
        })
        .collect()
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::{check, consent};

    #[test]
    fn a_second_consent_is_reported() {
        let [answer, publish] = ["answer", "publish"].map(|purpose| consent(purpose, "required", "\"tên\""));
        check(&RULE, &format!("{answer}{publish}"), &expect![[""]]);
        check(
            &RULE,
            &format!("{answer}{publish}{answer}"),
            &expect![[r#"
            error: the purpose `answer` has another consent above (consents[2].purpose)
              help: join the two; a new wording gets a new `version`"#]],
        );
    }
}
