//! A measurement has no value, or its value disagrees with its own parts.
//!
//! # Why it matters
//! A figure is shown to the public. If it can be worked out in two ways that differ, one of them is wrong.
//! A rounded percentage is fine: 16.5 for 307 of 1859, which are 16.51 percent.
//!
//! # Source
//! Own judgement: a figure that disagrees with its parts is wrong somewhere.
//!
//! # Example
//! ```toml
//! [[measurements]]
//! indicator = "ty-le"
//! from = 2025-04-01
//! until = 2025-04-30
//! value = { percent = 60 }
//! numerator = 1
//! denominator = 3
//! [[indicators]]
//! id = "ty-le"
//! title = "Tỷ lệ hồ sơ nộp trực tuyến"
//! unit = "percent"
//! ```

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Amount, Count, Finding, IndicatorId, Measurement, Percent, Plan, Severity, Unit};

pub(super) const RULE: Rule =
    Rule { name: "measurement-value", severity: Severity::Error, about: about!("measurement_value.rs"), check };

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let units: HashMap<&IndicatorId, Unit> = plan.indicators.iter().map(|i| (&i.id, i.unit)).collect();
    let mut findings = Vec::new();
    for (i, measurement) in plan.measurements.iter().enumerate() {
        if let Some((key, message, help)) = problem(measurement, units.get(&measurement.indicator).copied()) {
            let message = format!("a measurement of `{}` {message}", measurement.indicator);
            findings.push(RULE.finding(format!("measurements[{i}]{key}"), message, help));
        }
    }
    findings
}

/// The key, what is wrong, and what to write.
type Problem = (&'static str, String, String);

fn problem(measurement: &Measurement, unit: Option<Unit>) -> Option<Problem> {
    match (measurement.value, unit) {
        (Some(Amount::Percent(_)), Some(Unit::Count)) => Some((
            ".value",
            "is a percentage, but the indicator counts".to_owned(),
            "write value = { count = … }, or name another indicator".to_owned(),
        )),
        (Some(Amount::Count(_)), Some(Unit::Percent)) => Some((
            ".value",
            "is a count, but the indicator is a percentage".to_owned(),
            "write value = { percent = … }, or numerator = … and denominator = …".to_owned(),
        )),
        (Some(Amount::Percent(percent)), _) => disagreeing_share(measurement, percent),
        (Some(Amount::Count(count)), _) => disagreeing_count(measurement, count),
        (None, Some(Unit::Count)) => Some((
            "",
            "has no value".to_owned(),
            "write value = { count = … }, or delete the measurement: what is missing is shown as missing".to_owned(),
        )),
        (None, _) => match (measurement.numerator, measurement.denominator) {
            (Some(_), Some(denominator)) if denominator.value() == 0 => Some((
                ".denominator",
                "is a share of `0`, which has no value".to_owned(),
                "delete the measurement: where there was nothing to count, there is no share".to_owned(),
            )),
            (Some(_), Some(_)) => None,
            (Some(_), None) => Some(missing_part("a numerator", "a denominator", "denominator = …")),
            (None, Some(_)) => Some(missing_part("a denominator", "a numerator", "numerator = …")),
            (None, None) => Some((
                "",
                "has no value".to_owned(),
                "write value = { percent = … }, or numerator = … and denominator = …; or delete the measurement: what is missing is shown as missing".to_owned(),
            )),
        },
    }
}

fn missing_part(given: &str, missing: &str, line: &str) -> Problem {
    (
        "",
        format!("has {given}, but neither {missing} nor a value"),
        format!("write {line} or value = {{ percent = … }}"),
    )
}

fn disagreeing_share(measurement: &Measurement, given: Percent) -> Option<Problem> {
    let (numerator, denominator) = (measurement.numerator?, measurement.denominator?);
    let share = Percent::of(numerator, denominator)?;
    if is_rounded(given, numerator, denominator) {
        return None;
    }
    Some((
        ".value",
        format!(
            "is `{}`, but `{}` of `{}` are {} percent",
            given.value(),
            numerator.value(),
            denominator.value(),
            share.value()
        ),
        "correct the one that is wrong, or delete the line value = …; then it is worked out".to_owned(),
    ))
}

fn disagreeing_count(measurement: &Measurement, given: Count) -> Option<Problem> {
    let numerator = measurement.numerator.filter(|numerator| *numerator != given)?;
    Some((
        ".value",
        format!("is `{}`, but its numerator is `{}`", given.value(), numerator.value()),
        "correct the one that is wrong, or delete the line numerator = …".to_owned(),
    ))
}

/// Whether `given` is the share, rounded to as many digits as it is written with.
fn is_rounded(given: Percent, numerator: Count, denominator: Count) -> bool {
    let hundredths = u128::from(given.hundredths());
    let step = match given.hundredths() {
        whole if whole % 100 == 0 => 100,
        tenths if tenths % 10 == 0 => 10,
        _ => 1,
    };
    // Twice the difference in hundredths of a percent, times the denominator, so that nothing is divided.
    let (numerator, denominator) = (u128::from(numerator.value()), u128::from(denominator.value()));
    2 * (hundredths * denominator).abs_diff(numerator * 10_000) <= step * denominator
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::{Expect, expect};

    use super::RULE;

    fn check(indicator: &str, lines: &str, expected: &Expect) {
        let text = format!(
            r#"
[[indicators]]
id = "ty-le"
title = "Tỷ lệ"
unit = "percent"
[[indicators]]
id = "so"
title = "Số"
unit = "count"
[[measurements]]
indicator = "{indicator}"
from = 2025-04-01
until = 2025-04-30
{lines}
"#
        );
        crate::checks::test::check(&RULE, &text, expected);
    }

    #[test]
    fn a_measurement_without_a_value_is_reported() {
        check(
            "ty-le",
            "",
            &expect![[r#"
            error: a measurement of `ty-le` has no value (measurements[0])
              help: write value = { percent = … }, or numerator = … and denominator = …; or delete the measurement: what is missing is shown as missing"#]],
        );
        check(
            "ty-le",
            "numerator = 3",
            &expect![[r#"
            error: a measurement of `ty-le` has a numerator, but neither a denominator nor a value (measurements[0])
              help: write denominator = … or value = { percent = … }"#]],
        );
        check(
            "ty-le",
            "denominator = 3",
            &expect![[r#"
            error: a measurement of `ty-le` has a denominator, but neither a numerator nor a value (measurements[0])
              help: write numerator = … or value = { percent = … }"#]],
        );
        check(
            "ty-le",
            "numerator = 0\ndenominator = 0",
            &expect![[r#"
            error: a measurement of `ty-le` is a share of `0`, which has no value (measurements[0].denominator)
              help: delete the measurement: where there was nothing to count, there is no share"#]],
        );
        check(
            "so",
            "numerator = 3\ndenominator = 5",
            &expect![[r#"
            error: a measurement of `so` has no value (measurements[0])
              help: write value = { count = … }, or delete the measurement: what is missing is shown as missing"#]],
        );
    }

    #[test]
    fn a_unit_that_does_not_fit_is_reported() {
        check(
            "ty-le",
            "value = { count = 3 }",
            &expect![[r#"
            error: a measurement of `ty-le` is a count, but the indicator is a percentage (measurements[0].value)
              help: write value = { percent = … }, or numerator = … and denominator = …"#]],
        );
        check(
            "so",
            "value = { percent = 3 }",
            &expect![[r#"
            error: a measurement of `so` is a percentage, but the indicator counts (measurements[0].value)
              help: write value = { count = … }, or name another indicator"#]],
        );
    }

    #[test]
    fn a_value_that_disagrees_with_its_parts_is_reported() {
        check(
            "ty-le",
            "value = { percent = 16.4 }\nnumerator = 307\ndenominator = 1859",
            &expect![[r#"
                error: a measurement of `ty-le` is `16.4`, but `307` of `1859` are 16.51 percent (measurements[0].value)
                  help: correct the one that is wrong, or delete the line value = …; then it is worked out"#]],
        );
        check(
            "so",
            "value = { count = 1859 }\nnumerator = 307",
            &expect![[r#"
                error: a measurement of `so` is `1859`, but its numerator is `307` (measurements[0].value)
                  help: correct the one that is wrong, or delete the line numerator = …"#]],
        );
    }

    #[test]
    fn a_rounded_value_and_one_with_a_single_part_are_fine() {
        for value in ["16.51", "16.5", "17"] {
            let lines = format!("value = {{ percent = {value} }}\nnumerator = 307\ndenominator = 1859");
            check("ty-le", &lines, &expect![[r#""#]]);
        }
        check("ty-le", "value = { percent = 83.1 }\ndenominator = 23910", &expect![[r#""#]]);
        check("ty-le", "numerator = 1\ndenominator = 3", &expect![[r#""#]]);
    }
}
