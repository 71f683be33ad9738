//! What a campaign is judged by across its files: one rule per file, each with its reason, its source and an example.
//!
//! The rules for a plan alone are in `loa-plan`, those for a guide alone in `loa-procedure`, those for the files about
//! feedback in `loa-feedback`;
//! [`Campaign::check`] runs all of them and says in which file and line each finding is.

mod located;
#[cfg(test)]
pub(crate) mod test;

// Guides.
mod duplicate_guide;
mod guide_file_name;
mod unknown_guide;
// Pictures.
mod active_picture;
mod missing_picture;
mod picture_without_size;
mod unused_picture;
// Feedback.
mod board_elsewhere;
mod feedback_incomplete;
mod holiday_file_name;

use chrono::NaiveDate;
use loa_plan::{Finding, about};

pub use located::Located;

use crate::campaign::feedback::HOLIDAYS;
use crate::campaign::{Campaign, TextFile};

/// A rule that a campaign is judged by across its files.
pub type Rule = loa_plan::checks::Rule<fn(&Campaign) -> Vec<Located>>;

/// Every rule across files, in reading order.
pub const RULES: &[Rule] = &[
    unknown_guide::RULE,
    duplicate_guide::RULE,
    guide_file_name::RULE,
    missing_picture::RULE,
    active_picture::RULE,
    picture_without_size::RULE,
    unused_picture::RULE,
    feedback_incomplete::RULE,
    holiday_file_name::RULE,
    board_elsewhere::RULE,
];

/// What cannot be read: the one rule that is no function, since its findings come from reading.
const FORMAT: (&str, &str) = (
    "format",
    "A file cannot be read as what it should be.\n\n\
     # Why it matters\n\
     What cannot be read cannot be judged: all other rules wait until this is mended.\n\
     Each finding says the place, what was found, what was expected, and one way out.\n\n\
     # Source\n\
     Own judgement: a file is read whole or not at all.\n",
);

impl Campaign {
    /// Judges the plan, each guide, and all of them together, as on the day `today`.
    ///
    /// Errors come first, then warnings, then what is good to know; within each, the plan before the guides, from top
    /// to bottom.
    #[must_use]
    pub fn check(&self, today: NaiveDate) -> Vec<Located> {
        let mut located = self.check_each(today);
        located.extend(RULES.iter().flat_map(|rule| (rule.check)(self)));
        self.in_order(located)
    }

    /// Judges the plan and each guide by itself, as on the day `today`.
    ///
    /// It is what can be said when some files could not be read: the rules across files would miss them everywhere.
    #[must_use]
    pub fn check_each(&self, today: NaiveDate) -> Vec<Located> {
        let plan = loa_plan::checks::run(self.plan(), today);
        let mut located: Vec<Located> =
            plan.into_iter().map(|finding| Located::new(finding, self.plan_file())).collect();
        for (guide, file) in self.guides_with_files() {
            let alone = loa_procedure::checks::run(guide, today);
            let against = loa_procedure::checks::against(guide, self.plan());
            located.extend(alone.into_iter().chain(against).map(|finding| Located::new(finding, file)));
        }
        located.extend(self.check_feedback(today));
        self.in_order(located)
    }

    fn check_feedback(&self, today: NaiveDate) -> Vec<Located> {
        use loa_feedback::checks;
        let (plan, feedback) = (self.plan(), self.feedback());
        let mut located = Vec::new();
        let mut add = |file: &TextFile, alone: Vec<Finding>, against: Vec<Finding>| {
            located.extend(alone.into_iter().chain(against).map(|finding| Located::new(finding, file)));
        };
        if let Some((routes, file)) = feedback.routes() {
            add(file, checks::routes(routes), checks::routes_against(routes, plan));
        }
        if let Some((consents, file)) = feedback.consents() {
            add(file, checks::consents(consents), checks::consents_against(consents, plan));
        }
        for (year, file) in feedback.years() {
            add(file, checks::holidays(year), checks::holidays_against(year, plan));
        }
        // Who takes no feedback in needs no deadlines.
        if feedback.routes().is_some() {
            let years: Vec<i32> = feedback.calendar().years().collect();
            let missing = checks::years(&years, today).into_iter();
            located.extend(missing.map(|finding| Located::whole(finding, HOLIDAYS)));
        }
        located
    }

    fn in_order(&self, mut located: Vec<Located>) -> Vec<Located> {
        let plan_file = self.plan_file().name();
        located.sort_by(|a, b| a.order(plan_file).cmp(&b.order(plan_file)));
        located
    }
}

/// What a rule of any crate asks for and why, as Markdown; `None` when no rule has this name.
#[must_use]
pub fn explain(name: &str) -> Option<&'static str> {
    let own = || RULES.iter().find(|rule| rule.name == name).map(|rule| rule.about);
    let format = || (name == FORMAT.0).then_some(FORMAT.1);
    loa_plan::checks::explain(name)
        .or_else(|| loa_procedure::checks::explain(name))
        .or_else(|| loa_feedback::checks::explain(name))
        .or_else(own)
        .or_else(format)
}

/// The names of all rules of all crates, in reading order.
pub fn names() -> impl Iterator<Item = &'static str> {
    use loa_plan::checks::{CAMPAIGN_RULES, FEEDBACK_RULES, GUIDE_RULES, RULES};
    let beside = [GUIDE_RULES, FEEDBACK_RULES, CAMPAIGN_RULES].into_iter().flatten().copied();
    std::iter::once(FORMAT.0).chain(RULES.iter().map(|rule| rule.name)).chain(beside)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_name_is_its_own_and_is_explained() {
        let all: Vec<_> = names().collect();
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
        for name in all {
            let about = explain(name).unwrap();
            assert!(about.contains("\n\n# Why it matters\n"), "{name}");
            assert!(about.contains("\n\n# Source\n"), "{name}");
        }
        assert_eq!(explain("no-such-rule"), None);
    }

    #[test]
    fn the_plan_knows_the_rules_that_its_principles_may_name() {
        let names: Vec<_> = RULES.iter().map(|rule| rule.name).collect();
        assert_eq!(loa_plan::checks::CAMPAIGN_RULES, names);
    }

    #[test]
    fn every_file_is_a_rule_in_the_list() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/checks");
        let files: BTreeSet<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().replace('_', "-"))
            .filter(|stem| !["mod", "located", "test"].contains(&stem.as_str()))
            .collect();
        assert_eq!(files, RULES.iter().map(|rule| rule.name.to_owned()).collect());
    }
}
