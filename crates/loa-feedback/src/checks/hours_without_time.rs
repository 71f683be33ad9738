//! The offices never work.
//!
//! # Why it matters
//! No limit would ever be over, so nothing would ever be late.
//!
//! # Source
//! Own judgement.
//!
//! # Example
//! ```toml
//! [hours]
//! days = []
//! ```

use loa_plan::{Finding, Severity};

use super::{Check, Rule, about};
use crate::routes::Routes;

pub(super) const RULE: Rule =
    Rule::new("hours-without-time", Severity::Error, about!("hours_without_time.rs"), Check::Routes(check));

fn check(routes: &Routes) -> Vec<Finding> {
    let mut findings = Vec::new();
    if routes.hours.days.is_empty() {
        let help = "write the days of the week, or leave the key out for Monday to Friday";
        findings.push(RULE.finding("hours.days", "there is no day of the week on which the offices work", help));
    }
    if routes.hours.spans.is_empty() {
        let help = "write `spans = [\"08:00-12:00\", \"13:00-17:00\"]`, or leave the key out for these";
        findings.push(RULE.finding("hours.spans", "there is no time of the day at which the offices work", help));
    }
    findings
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn offices_work_at_some_time() {
        check(&RULE, "", &expect![[""]]);
        check(
            &RULE,
            "[hours]\ndays = []\nspans = []\n",
            &expect![[r#"
            error: there is no day of the week on which the offices work (hours.days)
              help: write the days of the week, or leave the key out for Monday to Friday
            error: there is no time of the day at which the offices work (hours.spans)
              help: write `spans = ["08:00-12:00", "13:00-17:00"]`, or leave the key out for these"#]],
        );
    }
}
