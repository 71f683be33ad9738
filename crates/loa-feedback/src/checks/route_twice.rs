//! A kind of feedback has two doors.
//!
//! # Why it matters
//! A person would be sent to one of them by chance.
//!
//! # Source
//! Own judgement: one door for one thing.
//!
//! # Example
//! ```toml
//! [[routes]]
//! kind = "campaign"
//! label = "Chiến dịch"
//! door = "here"
//!
//! [[routes]]
//! kind = "campaign"
//! label = "Thông tin"
//! door = "here"
//! ```

use loa_plan::{Finding, Severity};

use super::{Check, Rule, about};
use crate::routes::Routes;

pub(super) const RULE: Rule = Rule::new("route-twice", Severity::Error, about!("route_twice.rs"), Check::Routes(check));

fn check(routes: &Routes) -> Vec<Finding> {
    let all = &routes.routes;
    let again = all.iter().enumerate().filter(|(i, route)| all.iter().take(*i).any(|other| other.kind == route.kind));
    again
        .map(|(i, route)| {
            let message = format!("the kind `{}` has another door above", route.kind);
            RULE.finding(format!("routes[{i}].kind"), message, "join the two, or give one of them another kind")
        })
        .collect()
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn a_second_door_is_reported() {
        let door = |kind: &str| format!("[[routes]]\nkind = \"{kind}\"\nlabel = \"A\"\ndoor = \"here\"\n");
        check(&RULE, &(door("campaign") + &door("procedure")), &expect![[""]]);
        check(
            &RULE,
            &(door("campaign") + &door("procedure") + &door("campaign")),
            &expect![[r#"
            error: the kind `campaign` has another door above (routes[2].kind)
              help: join the two, or give one of them another kind"#]],
        );
    }
}
