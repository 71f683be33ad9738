//! A door has no words by which a person could choose it.
//!
//! # Why it matters
//! The form asks for the door first; a choice without words is chosen by nobody, or by mistake.
//!
//! # Source
//! Own judgement: quotes without words say nothing.
//!
//! # Example
//! ```toml
//! [[routes]]
//! kind = "procedure"
//! label = ""
//! door = "here"
//! ```

use loa_plan::{Finding, Severity};

use super::{Check, Rule, about};
use crate::routes::Routes;

pub(super) const RULE: Rule =
    Rule::new("route-without-label", Severity::Error, about!("route_without_label.rs"), Check::Routes(check));

fn check(routes: &Routes) -> Vec<Finding> {
    let silent = routes.routes.iter().enumerate().filter(|(_, route)| route.label.is_blank());
    silent
        .map(|(i, route)| {
            let message = format!("the door for the kind `{}` has no words to choose it by", route.kind);
            RULE.finding(format!("routes[{i}].label"), message, "write the words between the quotes")
        })
        .collect()
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn a_door_has_words() {
        let door = |label: &str| format!("[[routes]]\nkind = \"street\"\nlabel = {label}\ndoor = \"here\"\n");
        check(&RULE, &door("\"Đường phố\""), &expect![[""]]);
        for blank in ["\" \"", "{ vi = \"Đường phố\", en = \"\" }"] {
            check(
                &RULE,
                &door(blank),
                &expect![[r#"
                error: the door for the kind `street` has no words to choose it by (routes[0].label)
                  help: write the words between the quotes"#]],
            );
        }
    }
}
