//! A door leads elsewhere and does not say where.
//!
//! # Why it matters
//! Who is turned away without an address is turned away for good.
//!
//! # Source
//! Nghị định 20/2008/NĐ-CP, Điều 9: what belongs to another agency is shown its way there.
//!
//! # Example
//! ```toml
//! [[routes]]
//! kind = "street"
//! label = "Sự cố trên đường phố"
//! door = "elsewhere"
//! ```

use loa_plan::{Finding, Severity, Text};

use super::{Check, Rule, about};
use crate::routes::{Door, Routes};

pub(super) const RULE: Rule =
    Rule::new("route-leads-nowhere", Severity::Error, about!("route_leads_nowhere.rs"), Check::Routes(check));

fn check(routes: &Routes) -> Vec<Finding> {
    let elsewhere = routes.routes.iter().enumerate().filter(|(_, route)| route.door == Door::Elsewhere);
    elsewhere
        .filter(|(_, route)| {
            // A unit that is unknown says so to the person; one without words says nothing.
            let says_who = route.unit.as_ref().is_some_and(|unit| !unit.get().is_some_and(Text::is_blank));
            route.channels.is_empty() && !says_who
        })
        .map(|(i, route)| {
            let message = format!("the door for the kind `{}` leads elsewhere and does not say where", route.kind);
            let help = "name the plan's channels in `channels`, or say who deals with it in `unit`";
            RULE.finding(format!("routes[{i}]"), message, help)
        })
        .collect()
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn a_door_says_where_it_leads() {
        let door = "[[routes]]\nkind = \"street\"\nlabel = \"A\"\ndoor = \"elsewhere\"\n";
        check(&RULE, &format!("{door}unit = \"Ban\"\n"), &expect![[""]]);
        check(&RULE, &format!("{door}channels = [\"ihanoi\"]\n"), &expect![[""]]);
        check(&RULE, &format!("{door}unit = {{ unknown = \"Chưa rõ\" }}\n"), &expect![[""]]);
        for silent in ["", "unit = { vi = \" \" }\n"] {
            check(
                &RULE,
                &format!("{door}{silent}"),
                &expect![[r#"
                error: the door for the kind `street` leads elsewhere and does not say where (routes[0])
                  help: name the plan's channels in `channels`, or say who deals with it in `unit`"#]],
            );
        }
    }
}
