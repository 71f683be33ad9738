//! A door leads elsewhere and does not say why.
//!
//! # Why it matters
//! People accept another door when they are told why, and lose trust when they are not.
//!
//! # Source
//! Nghị định 20/2008/NĐ-CP, Điều 1, for khiếu nại and tố cáo; own judgement for the rest.
//!
//! # Example
//! ```toml
//! [[routes]]
//! kind = "complaint"
//! label = "Khiếu nại"
//! door = "elsewhere"
//! unit = "Cơ quan đã ra quyết định"
//! ```

use loa_plan::{Finding, Severity, Text};

use super::{Check, Rule, about};
use crate::routes::{Door, Routes};

pub(super) const RULE: Rule =
    Rule::new("route-without-reason", Severity::Warning, about!("route_without_reason.rs"), Check::Routes(check));

fn check(routes: &Routes) -> Vec<Finding> {
    let mut findings = Vec::new();
    let elsewhere = routes.routes.iter().enumerate().filter(|(_, route)| route.door == Door::Elsewhere);
    for (i, route) in elsewhere {
        let kind = route.kind;
        if route.reason.as_ref().is_none_or(Text::is_blank) {
            let message = format!("the door for the kind `{kind}` does not say why it leads elsewhere");
            let help = "add `reason = \"…\"`, in words for the person who chose it";
            findings.push(RULE.finding(format!("routes[{i}]"), message, help));
        }
        if kind.is_kept_apart_by_law() && route.source.is_none() {
            let message = format!("the kind `{kind}` is kept apart by law, and the door does not name the clause");
            let help = "add `source = { id = \"nd-20-2008\", clause = \"Điều 1\" }`";
            findings.push(RULE.finding(format!("routes[{i}]"), message, help));
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
    fn a_door_says_why_and_by_which_law() {
        let door = |kind: &str| format!("[[routes]]\nkind = \"{kind}\"\nlabel = \"A\"\ndoor = \"elsewhere\"\n");
        check(&RULE, &(door("street") + "reason = \"Ứng dụng của thành phố nhận việc này.\"\n"), &expect![[""]]);
        check(
            &RULE,
            &(door("street") + "reason = \"\"\n"),
            &expect![[r#"
            warning: the door for the kind `street` does not say why it leads elsewhere (routes[0])
              help: add `reason = "…"`, in words for the person who chose it"#]],
        );
        check(
            &RULE,
            &door("complaint"),
            &expect![[r#"
            warning: the door for the kind `complaint` does not say why it leads elsewhere (routes[0])
              help: add `reason = "…"`, in words for the person who chose it
            warning: the kind `complaint` is kept apart by law, and the door does not name the clause (routes[0])
              help: add `source = { id = "nd-20-2008", clause = "Điều 1" }`"#]],
        );
    }
}
