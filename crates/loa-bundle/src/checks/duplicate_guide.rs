//! Two guides have the same id.
//!
//! # Why it matters
//! Both would be published at the same place, so one of them would be lost.
//!
//! # Source
//! Own judgement: an id that names two things names neither.
//!
//! # Example
//! `guides/khai-sinh.md` and a copy of it, `guides/khai-sinh-cu.md`, both with `id = "khai-sinh"`.

use std::collections::BTreeMap;

use loa_plan::Severity;

use super::{Located, Rule, about};
use crate::campaign::Campaign;

pub(super) const RULE: Rule = Rule::new("duplicate-guide", Severity::Error, about!("duplicate_guide.rs"), check);

fn check(campaign: &Campaign) -> Vec<Located> {
    let mut files = BTreeMap::new();
    let mut findings = Vec::new();
    for (guide, file) in campaign.guides_with_files() {
        if let Some(first) = files.get(guide.id.as_str()) {
            let message = format!("the id `{}` is that of another guide, `{first}`", guide.id);
            let help = "give each guide an id of its own, the same as the name of its file".to_owned();
            findings.push(Located::new(RULE.finding("id", message, help), file));
        } else {
            files.insert(guide.id.as_str(), file.name());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::{GUIDE, PLAN, check};

    #[test]
    fn the_second_guide_with_an_id_is_reported_with_the_first() {
        check(
            &RULE,
            &[("plan.toml", PLAN), ("guides/khai-sinh.md", GUIDE), ("guides/moi.md", GUIDE)],
            &expect![[r#"
                guides/moi.md:3:6: error: the id `khai-sinh` is that of another guide, `guides/khai-sinh.md`
                  help: give each guide an id of its own, the same as the name of its file"#]],
        );
    }
}
