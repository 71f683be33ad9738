//! A value is said to be unknown.
//!
//! # Why it matters
//! Saying that something is not known, and why, is right: it is shown as "chưa có số liệu" and never as zero. It is
//! listed here so that it can be filled in once somebody finds it. It is never an error.
//!
//! Unknown baselines and due dates are noted by the rules `target-without-baseline`, `target-without-due` and
//! `obligation-due-unknown`.
//!
//! # Source
//! Own judgement: what is not known is said, not filled.
//!
//! # Example
//! ```toml
//! [[targets]]
//! id = "them-nguoi-dung"
//! title = "Thêm nhiều người dùng"
//! goal = { unknown = "Kế hoạch nêu “gia tăng”, không nêu con số." }
//! ```

use chrono::NaiveDate;

use super::unknowns::reason;
use super::{Rule, about};
use crate::{Finding, Known, Plan, Severity};

pub(super) const RULE: Rule =
    Rule { name: "unknown-said", severity: Severity::Info, about: about!("unknown_said.rs"), check };

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (i, actor) in plan.actors.iter().enumerate() {
        if let Some(Known::Unknown { unknown }) = &actor.count {
            findings.push(RULE.finding(
                format!("actors[{i}].count"),
                format!("how many `{}` stands for is not known: {}", actor.id, reason(unknown)),
                "write count = … once it is known",
            ));
        }
    }
    for (i, target) in plan.targets.iter().enumerate() {
        if let Known::Unknown { unknown } = &target.goal {
            findings.push(RULE.finding(
                format!("targets[{i}].goal"),
                format!("the goal of target `{}` is not known: {}", target.id, reason(unknown)),
                "write goal = { percent = … } or { count = … } once it is known",
            ));
        }
    }
    for (i, obligation) in plan.obligations.iter().enumerate() {
        if let Some(Known::Unknown { unknown }) = &obligation.ends {
            findings.push(RULE.finding(
                format!("obligations[{i}].ends"),
                format!("until when obligation `{}` holds is not known: {}", obligation.id, reason(unknown)),
                "nothing to do: it holds on after the plan; write ends = … once its last day is known",
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
    fn what_is_not_known_is_listed_with_its_reason() {
        check(
            &RULE,
            r#"
[[actors]]
id = "so-nganh"
kind = "department"
title = "Sở, ban, ngành"
count = { unknown = "Chưa có danh sách." }
[[targets]]
id = "tang"
title = "Tăng"
goal = { unknown = "Không nêu con số." }
baseline = { unknown = "Chưa đo." }
due = { unknown = "Không nêu hạn." }
[[obligations]]
id = "theo-luat"
title = "Theo luật"
ends = { unknown = "Luật không nêu ngày hết hiệu lực." }
"#,
            &expect![[r#"
                info: how many `so-nganh` stands for is not known: Chưa có danh sách (actors[0].count)
                  help: write count = … once it is known
                info: the goal of target `tang` is not known: Không nêu con số (targets[0].goal)
                  help: write goal = { percent = … } or { count = … } once it is known
                info: until when obligation `theo-luat` holds is not known: Luật không nêu ngày hết hiệu lực (obligations[0].ends)
                  help: nothing to do: it holds on after the plan; write ends = … once its last day is known"#]],
        );
    }
}
