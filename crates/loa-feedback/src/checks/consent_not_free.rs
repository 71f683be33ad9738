//! A consent that is not needed for the answer is required.
//!
//! # Why it matters
//! A consent that one cannot refuse is not voluntary, so it is not valid.
//! An answer does not need the text to be public, nor questions afterwards.
//!
//! # Source
//! Luật 91/2025/QH15, Điều 9: consent is voluntary, for each purpose.
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
    Rule::new("consent-not-free", Severity::Warning, about!("consent_not_free.rs"), Check::Consents(check));

fn check(consents: &Consents) -> Vec<Finding> {
    let required = consents.consents.iter().enumerate().filter(|(_, consent)| consent.need == Need::Required);
    required
        .filter(|(_, consent)| consent.purpose != Purpose::Answer)
        .map(|(i, consent)| {
            let message = format!("the consent for `{}` is required, and an answer does not need it", consent.purpose);
            RULE.finding(format!("consents[{i}].need"), message, "write `need = \"optional\"`")
        })
        .collect()
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::{check, consent};

    #[test]
    fn publishing_can_be_refused() {
        check(&RULE, &consent("answer", "required", "\"tên\""), &expect![[""]]);
        check(&RULE, &consent("publish", "optional", "\"tên\""), &expect![[""]]);
        check(
            &RULE,
            &consent("publish", "required", "\"tên\""),
            &expect![[r#"
            warning: the consent for `publish` is required, and an answer does not need it (consents[0].need)
              help: write `need = "optional"`"#]],
        );
    }
}
