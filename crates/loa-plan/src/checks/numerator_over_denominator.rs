//! A measurement counts more than there is.
//!
//! # Why it matters
//! A part cannot be larger than the whole. Mostly the two are swapped, or counted over different periods.
//!
//! # Source
//! Own judgement: a part is not larger than the whole.
//!
//! # Example
//! ```toml
//! [[measurements]]
//! indicator = "ty-le"
//! from = 2025-04-01
//! until = 2025-04-30
//! numerator = 1859
//! denominator = 307
//! ```

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule = Rule {
    name: "numerator-over-denominator",
    severity: Severity::Error,
    about: about!("numerator_over_denominator.rs"),
    check,
};

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (i, measurement) in plan.measurements.iter().enumerate() {
        if let (Some(numerator), Some(denominator)) = (measurement.numerator, measurement.denominator)
            && numerator > denominator
        {
            findings.push(RULE.finding(
                format!("measurements[{i}].numerator"),
                format!(
                    "a measurement of `{}` counts `{}` out of `{}`",
                    measurement.indicator,
                    numerator.value(),
                    denominator.value()
                ),
                "if the two are swapped, write the smaller number as the numerator; else correct them from the source",
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
    fn a_part_larger_than_the_whole_is_reported() {
        check(
            &RULE,
            r#"
[[measurements]]
indicator = "ty-le"
from = 2025-04-01
until = 2025-04-30
numerator = 1859
denominator = 307
[[measurements]]
indicator = "ty-le"
from = 2025-05-01
until = 2025-05-31
numerator = 307
denominator = 307
"#,
            &expect![[r#"
                error: a measurement of `ty-le` counts `1859` out of `307` (measurements[0].numerator)
                  help: if the two are swapped, write the smaller number as the numerator; else correct them from the source"#]],
        );
    }
}
