//! Zero is written where probably nothing was measured.
//!
//! # Why it matters
//! "0 %" tells people that nobody was served; "chưa có số liệu" tells them that nobody counted. A zero without a source
//! and without what was counted is nearly always an empty cell of a spreadsheet.
//! Figures are to be measured continuously (Nghị định 224/2026/NĐ-CP, Điều 12), not filled in.
//!
//! # Source
//! Nghị định 224/2026/NĐ-CP, Điều 12: measured continuously and automatically; telling a zero from a gap is own
//! judgement.
//!
//! # Example
//! ```toml
//! [[measurements]]
//! indicator = "ty-le"
//! from = 2025-04-01
//! until = 2025-04-30
//! value = { percent = 0 }
//! ```

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Amount, Finding, Known, Plan, Severity};

pub(super) const RULE: Rule =
    Rule { name: "missing-is-not-zero", severity: Severity::Warning, about: about!("missing_is_not_zero.rs"), check };

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (i, target) in plan.targets.iter().enumerate() {
        let zero = target.baseline.as_ref().and_then(Known::get).is_some_and(|amount| is_zero(*amount));
        if zero && target.source.is_none() {
            findings.push(RULE.finding(
                format!("targets[{i}].baseline"),
                format!("target `{}` starts from zero, and no source says so", target.id),
                "if nobody measured it, write baseline = { unknown = \"why\" }; else write source = \"…\"",
            ));
        }
    }
    for (i, measurement) in plan.measurements.iter().enumerate() {
        let counted = measurement.numerator.is_some() && measurement.denominator.is_some();
        if measurement.value.is_some_and(is_zero)
            && !counted
            && measurement.source.is_none()
            && !measurement.illustrative
        {
            findings.push(RULE.finding(
                format!("measurements[{i}].value"),
                format!("a measurement of `{}` is zero, and no source says so", measurement.indicator),
                "if nobody measured it, delete the measurement: what is missing is shown as missing; else write source = \"…\"",
            ));
        }
    }
    findings
}

fn is_zero(amount: Amount) -> bool {
    match amount {
        Amount::Percent(percent) => percent.hundredths() == 0,
        Amount::Count(count) => count.value() == 0,
    }
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn a_zero_that_nothing_supports_is_reported() {
        check(
            &RULE,
            r#"
[[targets]]
id = "nop"
title = "Nộp"
goal = { percent = 60 }
baseline = { percent = 0 }
[[measurements]]
indicator = "so"
from = 2025-04-01
until = 2025-04-30
value = { count = 0 }
"#,
            &expect![[r#"
                warning: target `nop` starts from zero, and no source says so (targets[0].baseline)
                  help: if nobody measured it, write baseline = { unknown = "why" }; else write source = "…"
                warning: a measurement of `so` is zero, and no source says so (measurements[0].value)
                  help: if nobody measured it, delete the measurement: what is missing is shown as missing; else write source = "…""#]],
        );
    }

    #[test]
    fn a_zero_with_a_source_or_with_what_was_counted_is_fine() {
        check(
            &RULE,
            r#"
[[targets]]
id = "nop"
title = "Nộp"
goal = { percent = 60 }
baseline = { percent = 0 }
source = "kh"
[[measurements]]
indicator = "ty-le"
from = 2025-04-01
until = 2025-04-30
value = { percent = 0 }
numerator = 0
denominator = 12
[[measurements]]
indicator = "ty-le"
from = 2025-05-01
until = 2025-05-31
value = { percent = 0 }
source = "kh"
"#,
            &expect![[r#""#]],
        );
    }
}
