//! What the files about feedback are judged by: one rule per file, each with its reason, its source and an example.
//!
//! Judging never fails; it gives findings.

#[cfg(all(test, feature = "toml"))]
mod test;

// Doors.
mod hours_without_time;
mod limit_unknown;
mod route_against_law;
mod route_leads_nowhere;
mod route_missing;
mod route_twice;
mod route_without_label;
mod route_without_reason;
// Consents.
mod consent_missing;
mod consent_not_free;
mod consent_not_informed;
mod consent_twice;
// Holidays.
mod holiday_outside_year;
mod holiday_unsure;
mod holiday_without_source;
mod holidays_missing;
mod make_up_day;
// Together with the plan.
mod feedback_unknown_id;

use chrono::NaiveDate;
use loa_plan::{Finding, Plan, about};

use crate::calendar::HolidayYear;
use crate::consent::Consents;
use crate::routes::Routes;

/// A rule that the files about feedback are judged by.
pub type Rule = loa_plan::checks::Rule<Check>;

/// What a rule judges, and how.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Check {
    /// `routes.toml`.
    Routes(fn(&Routes) -> Vec<Finding>),
    /// `consents.toml`.
    Consents(fn(&Consents) -> Vec<Finding>),
    /// A year of holidays.
    Holidays(fn(&HolidayYear) -> Vec<Finding>),
    /// All years together, on a day.
    Years(fn(&[i32], NaiveDate) -> Vec<Finding>),
}

/// Every rule for one kind of file, in reading order.
pub const RULES: &[Rule] = &[
    route_twice::RULE,
    route_missing::RULE,
    route_against_law::RULE,
    route_without_label::RULE,
    route_leads_nowhere::RULE,
    route_without_reason::RULE,
    hours_without_time::RULE,
    limit_unknown::RULE,
    consent_twice::RULE,
    consent_missing::RULE,
    consent_not_informed::RULE,
    consent_not_free::RULE,
    holiday_outside_year::RULE,
    make_up_day::RULE,
    holiday_without_source::RULE,
    holiday_unsure::RULE,
    holidays_missing::RULE,
];

/// Judges `routes.toml`.
#[must_use]
pub fn routes(routes: &Routes) -> Vec<Finding> {
    run(|check| if let Check::Routes(check) = check { check(routes) } else { Vec::new() })
}

/// Judges `consents.toml`.
#[must_use]
pub fn consents(consents: &Consents) -> Vec<Finding> {
    run(|check| if let Check::Consents(check) = check { check(consents) } else { Vec::new() })
}

/// Judges a year of holidays.
#[must_use]
pub fn holidays(year: &HolidayYear) -> Vec<Finding> {
    run(|check| if let Check::Holidays(check) = check { check(year) } else { Vec::new() })
}

/// Judges whether there are holidays for the years that matter on a day.
#[must_use]
pub fn years(years: &[i32], today: NaiveDate) -> Vec<Finding> {
    run(|check| if let Check::Years(check) = check { check(years, today) } else { Vec::new() })
}

fn run(check: impl Fn(Check) -> Vec<Finding>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| check(rule.check)).collect();
    findings.sort_by_key(|finding| finding.severity);
    findings
}

/// What `routes.toml` points at and neither it nor the plan has.
#[must_use]
pub fn routes_against(routes: &Routes, plan: &Plan) -> Vec<Finding> {
    feedback_unknown_id::routes(routes, plan)
}

/// What `consents.toml` points at and neither it nor the plan has.
#[must_use]
pub fn consents_against(consents: &Consents, plan: &Plan) -> Vec<Finding> {
    feedback_unknown_id::consents(consents, plan)
}

/// What a year of holidays points at and neither it nor the plan has.
#[must_use]
pub fn holidays_against(year: &HolidayYear, plan: &Plan) -> Vec<Finding> {
    feedback_unknown_id::holidays(year, plan)
}

/// What a rule asks for and why, with an example, as Markdown; `None` when no rule for feedback has this name.
///
/// ```
/// let text = loa_feedback::checks::explain("route-against-law").unwrap_or_default();
/// assert!(text.starts_with("A complaint or a denunciation is taken in as feedback."));
/// ```
#[must_use]
pub fn explain(rule: &str) -> Option<&'static str> {
    let alone = RULES.iter().map(|known| (known.name, known.about));
    let against = [(feedback_unknown_id::RULE.name, feedback_unknown_id::RULE.about)];
    alone.chain(against).find(|(name, _)| *name == rule).map(|(_, about)| about)
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Files of this folder that are not rules for one kind of file.
    const NOT_RULES: [&str; 3] = ["feedback_unknown_id", "mod", "test"];

    #[test]
    fn every_file_is_a_rule_in_the_list_and_every_name_is_its_own() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/checks");
        let files: BTreeSet<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
            .filter(|stem| !NOT_RULES.contains(&stem.as_str()))
            .map(|stem| stem.replace('_', "-"))
            .collect();
        let names: BTreeSet<String> = RULES.iter().map(|rule| rule.name.to_owned()).collect();
        assert_eq!(files, names);
        assert_eq!(names.len(), RULES.len());
    }

    #[test]
    fn the_plan_knows_the_rules_that_its_principles_may_name() {
        let names = RULES.iter().map(|rule| rule.name).chain([feedback_unknown_id::RULE.name]);
        assert_eq!(loa_plan::checks::FEEDBACK_RULES, names.collect::<Vec<_>>());
    }

    #[test]
    fn every_rule_finds_its_own_example() {
        for rule in RULES {
            let example = rule.about.split_once("```toml\n").and_then(|(_, after)| after.split("```").next());
            let example = example.unwrap_or_else(|| panic!("{} has no example", rule.name));
            assert!(!test::findings(rule, example).is_empty(), "{} does not find its example", rule.name);
        }
    }

    #[test]
    fn every_rule_says_what_it_asks_for_and_why() {
        for name in loa_plan::checks::FEEDBACK_RULES {
            let about = explain(name).unwrap();
            assert!(about.contains("\n\n# Why it matters\n"), "{name}");
            assert!(about.contains("\n\n# Source\n"), "{name}");
            assert!(about.contains("\n\n# Example\n"), "{name}");
            assert!(about.lines().next().unwrap().ends_with('.'), "{name}");
        }
        assert_eq!(explain("no-such-rule"), None);
    }
}
