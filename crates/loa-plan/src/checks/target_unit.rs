//! A target is given in another unit than its indicator.
//!
//! # Why it matters
//! A number of people cannot be compared with a share: progress towards such a target cannot be worked out.
//!
//! # Source
//! Own judgement: values in different units cannot be compared.
//!
//! # Example
//! ```toml
//! [[indicators]]
//! id = "ty-le"
//! title = "Tỷ lệ hồ sơ nộp trực tuyến"
//! unit = "percent"
//! [[targets]]
//! id = "nop-truc-tuyen"
//! title = "60 hồ sơ nộp trực tuyến"
//! indicator = "ty-le"
//! goal = { count = 60 }
//! ```

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Amount, Finding, IndicatorId, Known, Plan, Severity, Unit};

pub(super) const RULE: Rule =
    Rule { name: "target-unit", severity: Severity::Error, about: about!("target_unit.rs"), check };

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let units: HashMap<&IndicatorId, Unit> = plan.indicators.iter().map(|i| (&i.id, i.unit)).collect();
    let mut findings = Vec::new();
    for (i, target) in plan.targets.iter().enumerate() {
        let Some((indicator, unit)) = target.indicator.as_ref().and_then(|id| units.get_key_value(id)) else {
            continue;
        };
        let amounts = [("goal", Some(&target.goal)), ("baseline", target.baseline.as_ref())];
        for (key, amount) in amounts {
            let Some(amount) = amount.and_then(Known::get) else { continue };
            let (given, example) = match (amount, unit) {
                (Amount::Percent(_), Unit::Count) => ("a percentage", "{ count = … }"),
                (Amount::Count(_), Unit::Percent) => ("a count", "{ percent = … }"),
                _ => continue,
            };
            findings.push(RULE.finding(
                format!("targets[{i}].{key}"),
                format!("the {key} of target `{}` is {given}, but its indicator `{indicator}` is not", target.id),
                format!("write {key} = {example}, or name another indicator"),
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
    fn a_unit_that_does_not_fit_is_reported() {
        check(
            &RULE,
            r#"
[[indicators]]
id = "ty-le"
title = "Tỷ lệ"
unit = "percent"
[[indicators]]
id = "so"
title = "Số"
unit = "count"
[[targets]]
id = "a"
title = "A"
indicator = "ty-le"
goal = { count = 60 }
baseline = { percent = 10 }
[[targets]]
id = "b"
title = "B"
indicator = "so"
goal = { count = 60 }
baseline = { percent = 10 }
[[targets]]
id = "c"
title = "C"
indicator = "so"
goal = { unknown = "không nêu" }
"#,
            &expect![[r#"
                error: the goal of target `a` is a count, but its indicator `ty-le` is not (targets[0].goal)
                  help: write goal = { percent = … }, or name another indicator
                error: the baseline of target `b` is a percentage, but its indicator `so` is not (targets[1].baseline)
                  help: write baseline = { count = … }, or name another indicator"#]],
        );
    }
}
