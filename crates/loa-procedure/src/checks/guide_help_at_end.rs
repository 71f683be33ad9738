//! A guide does not say where to get help.
//!
//! # Why it matters
//! Whoever is stuck needs a number to call or a place to go, and most are stuck at signing in.
//! So a guide names channels of the plan under `help`, and, when it ends in filing, what signing in needs.
//!
//! # Source
//! Nghị định 20/2008/NĐ-CP, Điều 10 and 13: hotline and address are made public; naming them in a guide is own
//! judgement.
//!
//! # Example
//! ```markdown
//! +++
//! help = []
//! +++
//! ```

use chrono::NaiveDate;
use loa_plan::{Finding, Severity};

use super::{Rule, about};
use crate::Guide;

pub(super) const RULE: Rule = Rule::new("guide-help-at-end", Severity::Warning, about!("guide_help_at_end.rs"), check);

fn check(guide: &Guide, _: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    if guide.help.is_empty() {
        let message = "the guide does not say where to get help";
        let help = "name channels of the plan: `help = [\"tong-dai\"]`";
        findings.push(RULE.finding("help", message, help));
    }
    if guide.filing.is_some() && guide.sign_in.is_none() {
        let message = "the guide leads to filing, but does not say what signing in needs";
        let help = "write `sign_in = \"Cần tài khoản định danh điện tử VNeID.\"`, or what the page asks for";
        findings.push(RULE.finding_as(Severity::Info, "filing", message, help));
    }
    findings
}

#[cfg(all(test, feature = "markdown"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn a_guide_names_somebody_who_helps() {
        check(&RULE, "", &expect![[""]]);
        check(
            &RULE,
            "+++\nhelp =\n+++\n",
            &expect![[r#"
            warning: the guide does not say where to get help (help)
              help: name channels of the plan: `help = ["tong-dai"]`"#]],
        );
    }

    #[test]
    fn a_guide_that_leads_to_filing_says_what_signing_in_needs() {
        let filing = "filing = { title = \"Cổng\", url = \"https://dichvucong.gov.vn\" }";
        check(&RULE, &format!("+++\n{filing}\nsign_in = \"Cần VNeID.\"\n+++\n"), &expect![[""]]);
        check(
            &RULE,
            &format!("+++\n{filing}\n+++\n"),
            &expect![[r#"
            info: the guide leads to filing, but does not say what signing in needs (filing)
              help: write `sign_in = "Cần tài khoản định danh điện tử VNeID."`, or what the page asks for"#]],
        );
    }
}
