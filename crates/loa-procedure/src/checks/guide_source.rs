//! A guide does not say where its facts come from.
//!
//! # Why it matters
//! Papers, fees and times change. Without a source nobody can tell whether the guide is still right,
//! and made-up fees are known to be passed on as facts.
//!
//! # Source
//! Nghị định 224/2026/NĐ-CP, Điều 9: procedures are published as on the national portal.
//!
//! # Example
//! ```markdown
//! +++
//! source =
//! +++
//! ```

use chrono::NaiveDate;
use loa_plan::{Finding, Severity};

use super::{Rule, about};
use crate::Guide;

pub(super) const RULE: Rule = Rule::new("guide-source", Severity::Warning, about!("guide_source.rs"), check);

fn check(guide: &Guide, _: NaiveDate) -> Vec<Finding> {
    if guide.source.is_some() {
        return Vec::new();
    }
    let help = "name a source of the plan: `source = { id = \"cong-dvcqg\", clause = \"Thủ tục 1.001193\" }`";
    vec![RULE.finding("source", "the guide does not say where its facts come from", help)]
}

#[cfg(all(test, feature = "markdown"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn a_guide_names_its_source() {
        check(&RULE, "", &expect![[""]]);
        check(
            &RULE,
            "+++\nsource =\n+++\n",
            &expect![[r#"
            warning: the guide does not say where its facts come from (source)
              help: name a source of the plan: `source = { id = "cong-dvcqg", clause = "Thủ tục 1.001193" }`"#]],
        );
    }
}
