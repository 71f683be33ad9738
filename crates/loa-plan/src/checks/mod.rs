//! What a plan is judged by: one rule per file, each with its reason, its source and an example.
//!
//! Judging never fails; it gives findings. What their severity says:
//!
//! - **error**: the plan contradicts itself or points at nothing. Nobody can tell what is meant, so no bundle is built.
//! - **warning**: the plan can be published, but people would be served worse: not reached, not helped, not told.
//! - **info**: nothing needs to be done. It is said so that it is not overlooked, for example that a figure is unknown.
//!
//! A rule may say less than its own severity about a lighter case, never more.
//! Every rule goes through the plan once; none compares everything with everything.

#[doc(hidden)]
pub mod explanation;
mod lineage;
mod links;
mod list;
mod pointers;
mod references;
mod rule;
#[cfg(all(test, feature = "toml"))]
mod test;
mod texts;
mod unknowns;

// Ids.
mod duplicate_id;
mod member_of_itself;
mod principle_unknown_check;
mod succeeds_itself;
mod unknown_id;
// Dates.
mod actor_ends_before_start;
mod actor_gap;
mod obligation_dates;
mod phase_ends_before_start;
mod phase_outside_plan;
mod phases_gap;
mod phases_overlap;
mod plan_ends_before_start;
mod plan_without_phases;
// Reach.
mod audience_without_message;
mod message_without_audience;
mod message_without_channel;
mod no_main_message;
mod several_main_messages;
mod too_many_messages;
// Fit.
mod digital_only_for_low_tech;
mod message_without_guide;
// Measure.
mod measurement_outside_period;
mod measurement_target;
mod measurement_value;
mod measurement_without_source;
mod missing_is_not_zero;
mod numerator_over_denominator;
mod target_due_outside_plan;
mod target_unit;
mod target_without_baseline;
mod target_without_due;
mod target_without_indicator;
mod target_without_source;
// Duty.
mod actor_kind_without_obligation;
mod obligation_due_unknown;
mod obligation_without_clause;
mod obligation_without_evidence;
mod obligation_without_owner;
// Text.
mod all_capitals;
mod blinking_text;
mod empty_text;
mod invisible_character;
mod missing_language;
mod not_nfc;
mod too_long_to_read_aloud;
// Links.
mod duplicate_link;
mod not_https;
// Freshness, and what is not known.
mod plan_not_updated;
mod unknown_said;

use chrono::NaiveDate;

use explanation::about;
pub use pointers::Pointers;
pub use references::{GuideReference, guides};
pub use rule::Rule;

use crate::{Finding, Plan};

/// The rules for guides, which are kept in the crate `loa-procedure`; a principle of a plan may name them too.
pub const GUIDE_RULES: &[&str] = &[
    "guide-needs-first",
    "guide-time-needed",
    "guide-one-action-per-step",
    "guide-sentence-length",
    "guide-abbreviation",
    "guide-picture-alternative",
    "guide-help-at-end",
    "guide-source",
    "guide-stale",
    "guide-link-date",
    "guide-not-https",
    "guide-unknown-id",
];

/// The rules for the files about feedback, which are kept in the crate `loa-feedback`; a principle may name them too.
pub const FEEDBACK_RULES: &[&str] = &[
    "route-twice",
    "route-missing",
    "route-against-law",
    "route-without-label",
    "route-leads-nowhere",
    "route-without-reason",
    "hours-without-time",
    "limit-unknown",
    "consent-twice",
    "consent-missing",
    "consent-not-informed",
    "consent-not-free",
    "holiday-outside-year",
    "make-up-day",
    "holiday-without-source",
    "holiday-unsure",
    "holidays-missing",
    "feedback-unknown-id",
];

/// The rules across the files of a campaign, which are kept in the crate `loa-bundle`; a principle may name them too.
pub const CAMPAIGN_RULES: &[&str] = &[
    "unknown-guide",
    "duplicate-guide",
    "guide-file-name",
    "missing-picture",
    "active-picture",
    "picture-without-size",
    "unused-picture",
    "feedback-incomplete",
    "holiday-file-name",
    "board-elsewhere",
];

/// Every rule for plans, in reading order.
pub const RULES: &[Rule] = &[
    duplicate_id::RULE,
    unknown_id::RULE,
    member_of_itself::RULE,
    succeeds_itself::RULE,
    principle_unknown_check::RULE,
    plan_ends_before_start::RULE,
    plan_without_phases::RULE,
    phase_ends_before_start::RULE,
    phase_outside_plan::RULE,
    phases_overlap::RULE,
    phases_gap::RULE,
    actor_ends_before_start::RULE,
    actor_gap::RULE,
    obligation_dates::RULE,
    no_main_message::RULE,
    several_main_messages::RULE,
    audience_without_message::RULE,
    message_without_audience::RULE,
    message_without_channel::RULE,
    too_many_messages::RULE,
    digital_only_for_low_tech::RULE,
    message_without_guide::RULE,
    target_without_indicator::RULE,
    target_without_baseline::RULE,
    target_without_due::RULE,
    target_due_outside_plan::RULE,
    target_without_source::RULE,
    target_unit::RULE,
    measurement_value::RULE,
    numerator_over_denominator::RULE,
    measurement_target::RULE,
    measurement_outside_period::RULE,
    measurement_without_source::RULE,
    missing_is_not_zero::RULE,
    obligation_without_owner::RULE,
    obligation_without_evidence::RULE,
    obligation_without_clause::RULE,
    obligation_due_unknown::RULE,
    actor_kind_without_obligation::RULE,
    empty_text::RULE,
    not_nfc::RULE,
    invisible_character::RULE,
    missing_language::RULE,
    too_long_to_read_aloud::RULE,
    all_capitals::RULE,
    blinking_text::RULE,
    not_https::RULE,
    duplicate_link::RULE,
    plan_not_updated::RULE,
    unknown_said::RULE,
];

/// Judges a plan by every rule: errors first, then warnings, then what is good to know.
///
/// Within a severity the findings stand in the order of [`RULES`], and for each rule in the order of the plan.
#[must_use]
pub fn run(plan: &Plan, today: NaiveDate) -> Vec<Finding> {
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| (rule.check)(plan, today)).collect();
    findings.sort_by_key(|finding| finding.severity);
    findings
}

/// What a rule asks for and why, with an example, as Markdown; `None` when no rule for plans has this name.
///
/// ```
/// let text = loa_plan::checks::explain("phases-overlap").unwrap_or_default();
/// assert!(text.starts_with("Two phases hold on the same day."));
/// assert!(text.contains("# Why it matters"));
/// ```
#[must_use]
pub fn explain(rule: &str) -> Option<&'static str> {
    RULES.iter().find(|known| known.name == rule).map(|known| known.about)
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::checks::test::{GOOD, TODAY, example, plan};

    /// Files of this folder that are not rules.
    const NOT_RULES: [&str; 11] = [
        "explanation",
        "lineage",
        "links",
        "list",
        "mod",
        "pointers",
        "references",
        "rule",
        "test",
        "texts",
        "unknowns",
    ];

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
        assert!(GUIDE_RULES.iter().chain(FEEDBACK_RULES).chain(CAMPAIGN_RULES).all(|other| !names.contains(*other)));
    }

    #[test]
    fn a_good_plan_gives_no_finding() {
        assert_eq!(run(&plan(GOOD), TODAY), []);
    }

    #[test]
    fn every_rule_finds_its_own_example() {
        for rule in RULES {
            let findings = (rule.check)(&plan(&example(rule)), TODAY);
            assert!(!findings.is_empty(), "{} does not find its example", rule.name);
            assert!(findings.iter().all(|finding| finding.severity >= rule.severity), "{}", rule.name);
        }
    }

    #[test]
    fn every_rule_says_what_it_asks_for_and_why() {
        for rule in RULES {
            let about = explain(rule.name).unwrap();
            assert!(about.contains("\n\n# Why it matters\n"), "{}", rule.name);
            assert!(about.contains("\n\n# Source\n"), "{}", rule.name);
            assert!(about.contains("\n\n# Example\n"), "{}", rule.name);
            assert!(about.lines().next().unwrap().ends_with('.'), "{}", rule.name);
        }
        assert_eq!(explain("no-such-rule"), None);
    }

    #[test]
    fn errors_come_first() {
        let plan = plan("starts = 2026-01-01\nlanguages = [\"en\"]");
        let severities: Vec<_> = run(&plan, TODAY).iter().map(|finding| finding.severity).collect();
        assert!(severities.len() > 2 && severities.is_sorted(), "{severities:?}");
    }

    #[test]
    fn a_long_plan_is_judged_in_a_moment() {
        let mut text = GOOD.to_owned();
        for n in 0..19_000 {
            text.push_str(&format!(
                "[[messages]]\nid = \"m{n}\"\ntext = \"Nộp {n}\"\naudiences = [\"nguoi-dan-{n}\"]\nguides = [\"g\"]\n"
            ));
        }
        let plan = plan(&text);
        let start = std::time::Instant::now();
        assert!(run(&plan, TODAY).len() > 19_000);
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    }
}
