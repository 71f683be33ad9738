//! A file about feedback points at a channel, an actor or a source that neither it nor the plan has.
//!
//! # Why it matters
//! A door would lead nowhere, a consent would name nobody, a day would have no source; so it is an error.
//!
//! # Source
//! Own judgement: a pointer to nothing has no meaning.
//!
//! # Example
//! `channels = ["ihanoii"]` in `routes.toml`, and only `id = "ihanoi"` under `[[channels]]` in the plan.

use loa_plan::checks::{Pointers, Rule};
use loa_plan::{Finding, Plan, Severity};

use super::about;
use crate::calendar::HolidayYear;
use crate::consent::Consents;
use crate::routes::Routes;

/// It needs the plan too, so it is not in the list of those for one kind of file.
pub(super) const RULE: Rule<()> =
    Rule::new("feedback-unknown-id", Severity::Error, about!("feedback_unknown_id.rs"), ());

pub(super) fn routes(routes: &Routes, plan: &Plan) -> Vec<Finding> {
    let mut pointers = Pointers::with_sources(RULE, plan, &routes.sources);
    for (i, unit) in routes.units.iter().enumerate() {
        pointers.actor(format!("units[{i}]"), unit);
    }
    for (i, route) in routes.routes.iter().enumerate() {
        for (j, channel) in route.channels.iter().enumerate() {
            pointers.channel(format!("routes[{i}].channels[{j}]"), channel);
        }
        pointers.source(format!("routes[{i}].source"), route.source.as_ref());
    }
    for (i, source) in routes.limits.sources.iter().enumerate() {
        pointers.source(format!("limits.sources[{i}]"), Some(source));
    }
    pointers.findings()
}

pub(super) fn consents(consents: &Consents, plan: &Plan) -> Vec<Finding> {
    let mut pointers = Pointers::with_sources(RULE, plan, &consents.sources);
    for (i, consent) in consents.consents.iter().enumerate() {
        pointers.actor(format!("consents[{i}].controller"), &consent.controller);
        for (j, channel) in consent.channels.iter().enumerate() {
            pointers.channel(format!("consents[{i}].channels[{j}]"), channel);
        }
        pointers.source(format!("consents[{i}].source"), consent.source.as_ref());
    }
    pointers.findings()
}

pub(super) fn holidays(year: &HolidayYear, plan: &Plan) -> Vec<Finding> {
    let mut pointers = Pointers::with_sources(RULE, plan, &year.sources);
    for (i, holiday) in year.holidays.iter().enumerate() {
        pointers.source(format!("holidays[{i}].source"), holiday.source.as_ref());
    }
    for (i, made_up) in year.make_up_days.iter().enumerate() {
        pointers.source(format!("make_up_days[{i}].source"), made_up.source.as_ref());
    }
    for (i, unsure) in year.unsure.iter().enumerate() {
        pointers.source(format!("unsure[{i}].source"), unsure.source.as_ref());
    }
    pointers.findings()
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;
    use loa_plan::{Finding, Plan};

    use crate::{calendar, checks, consent, routes};

    fn said(findings: &[Finding]) -> String {
        findings.iter().map(|f| format!("{f}\n  help: {}", f.help)).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn an_unknown_id_is_reported_with_the_nearest_one() {
        let plan = Plan::from_toml(include_str!("../../../../tests/fixtures/two-tiers.toml")).unwrap();
        let text = "format = 1\nunits = [\"huyen\", \"huyenn\"]\n[[routes]]\nkind = \"street\"\nlabel = \"A\"\n\
            door = \"elsewhere\"\nchannels = [\"duong-day-nong\"]\nsource = \"luat\"\n";
        let routes = routes::read("routes.toml", text).unwrap().value;
        expect![[r#"
            error: the plan has no actor `huyenn` (units[1])
              help: did you mean `huyen`?
            error: the plan has no channel `duong-day-nong` (routes[0].channels[0])
              help: add a `[[channels]]` with this id to plan.toml, or use one that stands there
            error: neither this file nor the plan has a source `luat` (routes[0].source)
              help: add a `[[sources]]` with this id here, or use one that stands there"#]]
        .assert_eq(&said(&checks::routes_against(&routes, &plan)));
        let text = "format = 1\n[[consents]]\npurpose = \"answer\"\nversion = 1\nneed = \"required\"\ntext = \"A\"\n\
            data = [\"A\"]\ncontroller = \"so\"\nrights = \"A\"\nwithdraw = \"A\"\nsource = \"luat\"\n\
            [[sources]]\nid = \"luat\"\ntitle = \"Luật\"\nseen = 2026-11-24\n";
        let consents = consent::read("consents.toml", text).unwrap().value;
        expect![[""]].assert_eq(&said(&checks::consents_against(&consents, &plan)));
        let text = "format = 1\nyear = 2026\n[[make_up_days]]\nday = 2026-01-10\nsource = \"vpcp\"\n";
        let year = calendar::read("holidays/2026.toml", text).unwrap().value;
        expect![[r#"
            error: neither this file nor the plan has a source `vpcp` (make_up_days[0].source)
              help: add a `[[sources]]` with this id here, or use one that stands there"#]]
        .assert_eq(&said(&checks::holidays_against(&year, &plan)));
    }
}
