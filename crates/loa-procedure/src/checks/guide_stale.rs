//! Nobody has gone through the guide for more than 90 days.
//!
//! # Why it matters
//! Procedures are amended several times a year, and a wrong guide costs people a way to the office.
//! A day that has not come is a slip that would hide this.
//!
//! # Source
//! Nghị định 224/2026/NĐ-CP, Điều 9: updated at once on change; that 90 days are the limit is own judgement.
//!
//! # Example
//! ```markdown
//! +++
//! updated = 2026-01-01
//! +++
//! ```

use chrono::NaiveDate;
use loa_plan::{Finding, Severity};

use super::{Rule, about};
use crate::Guide;

pub(super) const RULE: Rule = Rule::new("guide-stale", Severity::Warning, about!("guide_stale.rs"), check);

/// After how many days somebody should go through a guide again.
const MOST_DAYS: i64 = 90;

fn check(guide: &Guide, today: NaiveDate) -> Vec<Finding> {
    let days = today.signed_duration_since(guide.updated).num_days();
    if days < 0 {
        let message =
            format!("the guide says that somebody went through it on `{}`, but today is `{today}`", guide.updated);
        return vec![RULE.finding("updated", message, "write the day on which somebody last went through it")];
    }
    if days <= MOST_DAYS {
        return Vec::new();
    }
    let message = format!("nobody has gone through the guide for {days} days, expected at most {MOST_DAYS}");
    let help = format!("compare it with its source, and write `updated = {today}`");
    vec![RULE.finding("updated", message, help)]
}

#[cfg(all(test, feature = "markdown"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn a_guide_is_gone_through_every_ninety_days() {
        check(&RULE, "+++\nupdated = 2026-08-22\n+++\n", &expect![[""]]);
        check(&RULE, "+++\nupdated = 2026-11-20\n+++\n", &expect![[""]]);
        check(
            &RULE,
            "+++\nupdated = 2026-11-21\n+++\n",
            &expect![[r#"
            warning: the guide says that somebody went through it on `2026-11-21`, but today is `2026-11-20` (updated)
              help: write the day on which somebody last went through it"#]],
        );
        check(
            &RULE,
            "+++\nupdated = 2026-08-21\n+++\n",
            &expect![[r#"
            warning: nobody has gone through the guide for 91 days, expected at most 90 (updated)
              help: compare it with its source, and write `updated = 2026-11-20`"#]],
        );
    }
}
