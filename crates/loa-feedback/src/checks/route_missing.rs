//! Nothing is taken in, or a door is missing that the law or experience asks for.
//!
//! # Why it matters
//! Without a door to the form there is no feedback.
//! Half of what came to the app of Hanoi about procedures was turned away, most of it because it belonged elsewhere;
//! who has no door to choose writes where it is not read.
//!
//! # Source
//! Nghị định 20/2008/NĐ-CP, Điều 1: khiếu nại and tố cáo are not feedback, so people must be told where they belong.
//!
//! # Example
//! ```toml
//! [[routes]]
//! kind = "complaint"
//! label = "Khiếu nại"
//! door = "elsewhere"
//! ```

use loa_plan::{Finding, Severity};

use super::{Check, Rule, about};
use crate::Kind;
use crate::routes::Routes;

pub(super) const RULE: Rule =
    Rule::new("route-missing", Severity::Error, about!("route_missing.rs"), Check::Routes(check));

fn check(routes: &Routes) -> Vec<Finding> {
    let mut findings = Vec::new();
    if routes.taken_in().next().is_none() {
        let help = "add a `[[routes]]` with `kind = \"procedure\"` and `door = \"here\"`";
        findings.push(RULE.finding("routes", "no kind of feedback goes on to the form", help));
    }
    for kind in [Kind::Complaint, Kind::Denunciation, Kind::Street] {
        if routes.route(kind).is_none() {
            let message = format!("there is no door for the kind `{kind}`");
            let help = format!("add a `[[routes]]` with `kind = \"{kind}\"` that says where it belongs");
            findings.push(RULE.finding_as(Severity::Warning, "routes", message, help));
        }
    }
    findings
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn missing_doors_are_named() {
        let door = |kind: &str| format!("[[routes]]\nkind = \"{kind}\"\nlabel = \"A\"\ndoor = \"elsewhere\"\n");
        check(
            &RULE,
            &(door("complaint") + &door("denunciation")),
            &expect![[r#"
            error: no kind of feedback goes on to the form (routes)
              help: add a `[[routes]]` with `kind = "procedure"` and `door = "here"`
            warning: there is no door for the kind `street` (routes)
              help: add a `[[routes]]` with `kind = "street"` that says where it belongs"#]],
        );
        let here = "[[routes]]\nkind = \"procedure\"\nlabel = \"A\"\ndoor = \"here\"\n";
        check(&RULE, &(door("complaint") + &door("denunciation") + &door("street") + here), &expect![[""]]);
    }
}
