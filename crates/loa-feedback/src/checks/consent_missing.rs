//! No consent is asked for the answer.
//!
//! # Why it matters
//! A feedback has a name and a contact by law; nobody may use them without consent, so nobody could answer.
//!
//! # Source
//! Luật 91/2025/QH15, Điều 9; Nghị định 20/2008/NĐ-CP, Điều 7.
//!
//! # Example
//! ```toml
//! [[consents]]
//! purpose = "publish"
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
use crate::consent::{Consents, Need, Purpose};

pub(super) const RULE: Rule =
    Rule::new("consent-missing", Severity::Error, about!("consent_missing.rs"), Check::Consents(check));

fn check(consents: &Consents) -> Vec<Finding> {
    match consents.consents.iter().enumerate().find(|(_, consent)| consent.purpose == Purpose::Answer) {
        Some((_, consent)) if consent.need == Need::Required => Vec::new(),
        Some((at, _)) => {
            let message = "the consent for the answer is optional, and without it nobody may answer";
            vec![RULE.finding(format!("consents[{at}].need"), message, "write `need = \"required\"`")]
        }
        None => {
            let help = "add a `[[consents]]` with `purpose = \"answer\"` and `need = \"required\"`";
            vec![RULE.finding("consents", "no consent is asked for the answer", help)]
        }
    }
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::{check, consent};

    #[test]
    fn the_answer_needs_a_consent() {
        check(&RULE, &consent("answer", "required", "\"tên\""), &expect![[""]]);
        check(
            &RULE,
            &consent("answer", "optional", "\"tên\""),
            &expect![[r#"
            error: the consent for the answer is optional, and without it nobody may answer (consents[0].need)
              help: write `need = "required"`"#]],
        );
        check(
            &RULE,
            &consent("publish", "optional", "\"tên\""),
            &expect![[r#"
            error: no consent is asked for the answer (consents)
              help: add a `[[consents]]` with `purpose = "answer"` and `need = "required"`"#]],
        );
    }
}
