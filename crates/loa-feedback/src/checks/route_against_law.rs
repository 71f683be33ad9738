//! A complaint or a denunciation is taken in as feedback.
//!
//! # Why it matters
//! Both have laws, limits and duties of their own; here they would be lost, and a person who denounces would not be protected.
//!
//! # Source
//! Nghị định 20/2008/NĐ-CP, Điều 1: the decree does not apply to khiếu nại and tố cáo.
//!
//! # Example
//! ```toml
//! [[routes]]
//! kind = "denunciation"
//! label = "Tố cáo"
//! door = "here"
//! ```

use loa_plan::{Finding, Severity};

use super::{Check, Rule, about};
use crate::routes::{Door, Routes};

pub(super) const RULE: Rule =
    Rule::new("route-against-law", Severity::Error, about!("route_against_law.rs"), Check::Routes(check));

fn check(routes: &Routes) -> Vec<Finding> {
    let here = routes.routes.iter().enumerate().filter(|(_, route)| route.door == Door::Here);
    here.filter(|(_, route)| route.kind.is_kept_apart_by_law())
        .map(|(i, route)| {
            let message = format!("the kind `{}` goes on to the form, and by law it is not feedback", route.kind);
            let help = "write `door = \"elsewhere\"`, and say in `unit` or `channels` where it belongs";
            RULE.finding(format!("routes[{i}].door"), message, help)
        })
        .collect()
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn what_the_law_keeps_apart_is_not_taken_in() {
        let door = |kind: &str| format!("[[routes]]\nkind = \"{kind}\"\nlabel = \"A\"\ndoor = \"here\"\n");
        check(&RULE, &door("street"), &expect![[""]]);
        check(
            &RULE,
            &door("complaint"),
            &expect![[r#"
            error: the kind `complaint` goes on to the form, and by law it is not feedback (routes[0].door)
              help: write `door = "elsewhere"`, and say in `unit` or `channels` where it belongs"#]],
        );
    }
}
