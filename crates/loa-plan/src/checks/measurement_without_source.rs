//! A measurement does not say where it comes from.
//!
//! # Why it matters
//! Every figure is shown with its source, so that anybody can check it. A figure that is made up for a demonstration
//! says so with `illustrative = true`, and needs none.
//!
//! # Source
//! Own judgement: a figure that is published can be traced.
//!
//! # Example
//! ```toml
//! [[measurements]]
//! indicator = "ty-le"
//! from = 2025-04-01
//! until = 2025-04-30
//! value = { percent = 60 }
//! ```

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule = Rule {
    name: "measurement-without-source",
    severity: Severity::Warning,
    about: about!("measurement_without_source.rs"),
    check,
};

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let measurements = plan.measurements.iter().enumerate();
    measurements
        .filter(|(_, measurement)| measurement.source.is_none() && !measurement.illustrative)
        .map(|(i, measurement)| {
            RULE.finding(
                format!("measurements[{i}].source"),
                format!("a measurement of `{}` names no source", measurement.indicator),
                "write source = \"…\" with an id from [[sources]], or illustrative = true when it is made up",
            )
        })
        .collect()
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn a_figure_without_a_source_is_reported_unless_it_is_illustrative() {
        check(
            &RULE,
            r#"
[[measurements]]
indicator = "ty-le"
from = 2025-04-01
until = 2025-04-30
value = { percent = 60 }
[[measurements]]
indicator = "ty-le"
from = 2025-05-01
until = 2025-05-31
value = { percent = 60 }
illustrative = true
"#,
            &expect![[r#"
                warning: a measurement of `ty-le` names no source (measurements[0].source)
                  help: write source = "…" with an id from [[sources]], or illustrative = true when it is made up"#]],
        );
    }
}
