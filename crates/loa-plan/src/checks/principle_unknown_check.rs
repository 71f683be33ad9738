//! A principle names a rule that does not exist.
//!
//! # Why it matters
//! A principle is only watched over by rules that exist.
//! With a wrong name it looks as if it were kept, and nothing looks.
//!
//! # Source
//! Own judgement: a promise to watch over something must be one that can be kept.
//!
//! # Example
//! ```toml
//! [[principles]]
//! id = "de-hieu"
//! kind = "simple"
//! title = "Dễ hiểu"
//! checks = ["guide-sentense-length"]
//! ```

use chrono::NaiveDate;

use super::{CAMPAIGN_RULES, FEEDBACK_RULES, GUIDE_RULES, RULES, Rule, about};
use crate::words::nearest;
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule = Rule {
    name: "principle-unknown-check",
    severity: Severity::Error,
    about: about!("principle_unknown_check.rs"),
    check,
};

/// A name over this length, in bytes, is not searched for.
const LONGEST: usize = 64;

/// After how many wrong names no more are searched for.
const MOST_SUGGESTIONS: usize = 100;

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let others = || GUIDE_RULES.iter().chain(FEEDBACK_RULES).chain(CAMPAIGN_RULES).copied();
    let names = || RULES.iter().map(|rule| rule.name).chain(others());
    let mut findings = Vec::new();
    for (i, principle) in plan.principles.iter().enumerate() {
        for (j, name) in principle.checks.iter().enumerate() {
            if names().any(|known| known == name) {
                continue;
            }
            // No rule has a name so long, and nobody reads so many suggestions.
            let search = name.len() <= LONGEST && findings.len() < MOST_SUGGESTIONS;
            let suggestion = if search { nearest(name, names()) } else { None };
            findings.push(RULE.finding(
                format!("principles[{i}].checks[{j}]"),
                format!("principle `{}` is to be watched by `{name}`, which is not a rule", principle.id),
                match suggestion {
                    Some(suggestion) => format!("did you mean `{suggestion}`?"),
                    None => "take the name away; a principle may stand without a rule".to_owned(),
                },
            ));
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
    fn a_name_that_is_no_rule_is_reported() {
        check(
            &RULE,
            r#"
[[principles]]
id = "de-hieu"
kind = "simple"
title = "Dễ hiểu"
checks = ["guide-one-action-per-step", "phases-gaps", "be-nice"]
"#,
            &expect![[r#"
                error: principle `de-hieu` is to be watched by `phases-gaps`, which is not a rule (principles[0].checks[1])
                  help: did you mean `phases-gap`?
                error: principle `de-hieu` is to be watched by `be-nice`, which is not a rule (principles[0].checks[2])
                  help: take the name away; a principle may stand without a rule"#]],
        );
    }
}
