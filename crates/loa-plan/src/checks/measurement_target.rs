//! A measurement is meant for a target that something else measures.
//!
//! # Why it matters
//! The figure would count as progress towards a target about another thing.
//!
//! # Source
//! Own judgement: a figure shows progress only towards what it measures.
//!
//! # Example
//! ```toml
//! [[targets]]
//! id = "hai-long"
//! title = "Người dân hài lòng"
//! indicator = "muc-hai-long"
//! goal = { percent = 90 }
//! [[measurements]]
//! indicator = "ty-le-nop"
//! target = "hai-long"
//! from = 2025-04-01
//! until = 2025-04-30
//! value = { percent = 60 }
//! ```

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Finding, Plan, Severity, Target, TargetId};

pub(super) const RULE: Rule =
    Rule { name: "measurement-target", severity: Severity::Error, about: about!("measurement_target.rs"), check };

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let targets: HashMap<&TargetId, &Target> = plan.targets.iter().map(|target| (&target.id, target)).collect();
    let mut findings = Vec::new();
    for (i, measurement) in plan.measurements.iter().enumerate() {
        let Some(target) = measurement.target.as_ref().and_then(|id| targets.get(id)) else { continue };
        let (id, measured) = (&target.id, &measurement.indicator);
        let by = match &target.indicator {
            Some(indicator) if indicator == measured => continue,
            Some(indicator) => format!("which `{indicator}` measures"),
            None => "which has no indicator".to_owned(),
        };
        findings.push(RULE.finding(
            format!("measurements[{i}].target"),
            format!("a measurement of `{measured}` is meant for target `{id}`, {by}"),
            format!("name a target whose indicator is `{measured}`, or delete the line target = \"{id}\""),
        ));
    }
    findings
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn a_measurement_for_another_target_is_reported() {
        check(
            &RULE,
            r#"
[[targets]]
id = "a"
title = "A"
indicator = "do-a"
goal = { percent = 90 }
[[targets]]
id = "b"
title = "B"
goal = { percent = 90 }
[[measurements]]
indicator = "do-a"
target = "a"
from = 2025-04-01
until = 2025-04-30
[[measurements]]
indicator = "do-c"
target = "a"
from = 2025-04-01
until = 2025-04-30
[[measurements]]
indicator = "do-c"
target = "b"
from = 2025-04-01
until = 2025-04-30
"#,
            &expect![[r#"
                error: a measurement of `do-c` is meant for target `a`, which `do-a` measures (measurements[1].target)
                  help: name a target whose indicator is `do-c`, or delete the line target = "a"
                error: a measurement of `do-c` is meant for target `b`, which has no indicator (measurements[2].target)
                  help: name a target whose indicator is `do-c`, or delete the line target = "b""#]],
        );
    }
}
