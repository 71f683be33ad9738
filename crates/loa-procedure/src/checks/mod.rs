//! What a guide is judged by: one rule per file, each with its reason, its source and an example.
//!
//! Judging never fails; it gives findings. Most rules are about plain language, and some of them can only guess:
//! each says by which rule of thumb. A finding is a reason to read the sentence again, not to mangle it.

mod passage;
#[cfg(all(test, feature = "markdown"))]
mod test;

// What a reader needs before and after the steps.
mod guide_help_at_end;
mod guide_needs_first;
mod guide_time_needed;
// The steps.
mod guide_abbreviation;
mod guide_one_action_per_step;
mod guide_picture_alternative;
mod guide_sentence_length;
// Where it comes from.
mod guide_link_date;
mod guide_not_https;
mod guide_source;
mod guide_stale;
// Together with the plan.
mod guide_unknown_id;

use chrono::NaiveDate;
use loa_plan::{Finding, Plan, about};

use crate::Guide;

/// A rule that a guide is judged by, on a day.
pub type Rule = loa_plan::checks::Rule<fn(&Guide, NaiveDate) -> Vec<Finding>>;

/// Every rule for a guide alone, in reading order.
pub const RULES: &[Rule] = &[
    guide_needs_first::RULE,
    guide_time_needed::RULE,
    guide_one_action_per_step::RULE,
    guide_sentence_length::RULE,
    guide_abbreviation::RULE,
    guide_picture_alternative::RULE,
    guide_help_at_end::RULE,
    guide_source::RULE,
    guide_stale::RULE,
    guide_link_date::RULE,
    guide_not_https::RULE,
];

/// Judges a guide by every rule: errors first, then warnings, then what is good to know.
///
/// Within a severity the findings stand in the order of [`RULES`], and for each rule in the order of the guide.
#[must_use]
pub fn run(guide: &Guide, today: NaiveDate) -> Vec<Finding> {
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| (rule.check)(guide, today)).collect();
    findings.sort_by_key(|finding| finding.severity);
    findings
}

/// What a guide says about its plan that is not so: audiences, channels and sources that the plan does not have.
#[must_use]
pub fn against(guide: &Guide, plan: &Plan) -> Vec<Finding> {
    guide_unknown_id::check(guide, plan)
}

/// What a rule asks for and why, with an example, as Markdown; `None` when no rule for guides has this name.
///
/// ```
/// let text = loa_procedure::checks::explain("guide-source").unwrap_or_default();
/// assert!(text.starts_with("A guide does not say where its facts come from."));
/// ```
#[must_use]
pub fn explain(rule: &str) -> Option<&'static str> {
    let alone = RULES.iter().map(|known| (known.name, known.about));
    let against = [(guide_unknown_id::RULE.name, guide_unknown_id::RULE.about)];
    alone.chain(against).find(|(name, _)| *name == rule).map(|(_, about)| about)
}

#[cfg(all(test, feature = "markdown"))]
mod tests {
    use std::collections::BTreeSet;

    use loa_plan::checks::GUIDE_RULES;

    use super::*;
    use crate::checks::test::{GOOD, TODAY, example, guide};

    /// Files of this folder that are not rules for a guide alone.
    const NOT_RULES: [&str; 4] = ["guide_unknown_id", "mod", "passage", "test"];

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
        let names = RULES.iter().map(|rule| rule.name).chain([guide_unknown_id::RULE.name]);
        assert_eq!(GUIDE_RULES, names.collect::<Vec<_>>());
    }

    #[test]
    fn a_good_guide_gives_no_finding() {
        assert_eq!(run(&guide(GOOD), TODAY), []);
    }

    #[test]
    fn every_rule_finds_its_own_example() {
        for rule in RULES {
            let findings = (rule.check)(&guide(&example(rule)), TODAY);
            assert!(!findings.is_empty(), "{} does not find its example", rule.name);
            assert!(findings.iter().all(|finding| finding.severity >= rule.severity), "{}", rule.name);
        }
    }

    #[test]
    fn every_rule_says_what_it_asks_for_and_why() {
        for name in GUIDE_RULES {
            let about = explain(name).unwrap();
            assert!(about.contains("\n\n# Why it matters\n"), "{name}");
            assert!(about.contains("\n\n# Source\n"), "{name}");
            assert!(about.contains("\n\n# Example\n"), "{name}");
            assert!(about.lines().next().unwrap().ends_with('.'), "{name}");
        }
        assert_eq!(explain("no-such-rule"), None);
    }
}
