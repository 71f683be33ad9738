//! Something points at an id that no entry has.
//!
//! # Why it matters
//! A message for an audience that does not exist is shown to nobody, and an obligation of an agency that does not
//! exist is met by nobody. Mostly it is a slip of the pen, so the nearest known id is suggested.
//!
//! Guides are files beside the plan; whether they exist is checked when a campaign is read.
//!
//! # Source
//! Own judgement: a pointer to nothing has no meaning.
//!
//! # Example
//! ```toml
//! [[audiences]]
//! id = "nguoi-dan"
//! kind = "citizen"
//! title = "Người dân"
//! [[messages]]
//! id = "nop-tai-nha"
//! text = "Nộp hồ sơ tại nhà"
//! audiences = ["nguoi-dann"]
//! ```

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::list::List;
use super::{Rule, about, references};
use crate::words::nearest;
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule =
    Rule { name: "unknown-id", severity: Severity::Error, about: about!("unknown_id.rs"), check };

/// How many ids are compared for suggestions in one plan, so that a plan full of wrong ids is still judged at once.
pub(super) const MOST_COMPARISONS: usize = 50_000;

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let known: HashMap<List, HashSet<&str>> =
        List::ALL.into_iter().map(|list| (list, list.ids(plan).into_iter().collect())).collect();
    let mut suggestions: HashMap<(List, &str), Option<&str>> = HashMap::new();
    let mut comparisons = 0;
    let mut findings = Vec::new();
    references::each(plan, &mut |list, id, path| {
        if known[&list].contains(id) {
            return;
        }
        let suggestion = *suggestions.entry((list, id)).or_insert_with(|| {
            comparisons += known[&list].len();
            // In the order of the plan, so that of two equally near ids the same one is suggested each time.
            if comparisons <= MOST_COMPARISONS { nearest(id, list.ids(plan)) } else { None }
        });
        let (key, entry) = (list.key(), list.entry());
        let help = match suggestion {
            Some(suggestion) => format!("did you mean `{suggestion}`?"),
            None if known[&list].is_empty() => {
                format!("the plan has no {key} yet: add an entry [[{key}]] with id = \"{id}\"")
            }
            None => format!("write the id of an entry under [[{key}]], or add an entry with id = \"{id}\" there"),
        };
        findings.push(RULE.finding(path, format!("no {entry} has the id `{id}`"), help));
    });
    findings
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn the_nearest_known_id_is_suggested() {
        check(
            &RULE,
            r#"
[[phases]]
id = "giai-doan-1"
title = "Giai đoạn 1"
aim = "Biết"
starts = 2025-01-01
ends = 2025-12-31
[[messages]]
id = "chao"
text = "Xin chào"
phases = ["giai-doan-1", "gai-doan-1", "mua-xuan"]
topics = ["an-toan"]
"#,
            &expect![[r#"
                error: no phase has the id `gai-doan-1` (messages[0].phases[1])
                  help: did you mean `giai-doan-1`?
                error: no phase has the id `mua-xuan` (messages[0].phases[2])
                  help: write the id of an entry under [[phases]], or add an entry with id = "mua-xuan" there
                error: no topic has the id `an-toan` (messages[0].topics[0])
                  help: the plan has no topics yet: add an entry [[topics]] with id = "an-toan""#]],
        );
    }

    #[test]
    fn every_kind_of_reference_is_followed() {
        check(
            &RULE,
            r#"
[decision]
number = "1"
title = "Một"
issuer = "Phường"
dated = 2025-01-01
source = "x"
[[channels]]
id = "cong"
group = "portal"
title = "Cổng"
actor = "x"
source = { id = "x", clause = "Mục 1" }
[[messages]]
id = "chao"
text = "Xin chào"
audiences = ["x"]
channels = ["x"]
[[actors]]
id = "phuong"
kind = "commune"
title = "Phường"
member_of = "x"
successors = ["x"]
duties = [{ text = "Đăng bài", source = "x" }]
[[activities]]
id = "tap-huan"
kind = "training"
title = "Tập huấn"
actors = ["x"]
phases = ["x"]
audiences = ["x"]
channels = ["x"]
topics = ["x"]
[[targets]]
id = "nop"
title = "Nộp"
indicator = "x"
goal = { percent = 60 }
baseline = { percent = 20 }
baseline_source = { id = "x", clause = "Bảng 1" }
of = ["x"]
[[measurements]]
indicator = "x"
target = "x"
actor = "x"
from = 2025-01-01
until = 2025-01-31
value = { percent = 1 }
[[obligations]]
id = "dang-bai"
title = "Đăng bài"
owners = ["x"]
evidence = [{ kind = "message", message = "x" }]
clause = { source = "x" }
"#,
            &expect![[r#"
                error: no source has the id `x` (decision.source)
                  help: the plan has no sources yet: add an entry [[sources]] with id = "x"
                error: no source has the id `x` (channels[0].source.id)
                  help: the plan has no sources yet: add an entry [[sources]] with id = "x"
                error: no source has the id `x` (targets[0].baseline_source.id)
                  help: the plan has no sources yet: add an entry [[sources]] with id = "x"
                error: no source has the id `x` (actors[0].duties[0].source)
                  help: the plan has no sources yet: add an entry [[sources]] with id = "x"
                error: no actor has the id `x` (channels[0].actor)
                  help: write the id of an entry under [[actors]], or add an entry with id = "x" there
                error: no audience has the id `x` (messages[0].audiences[0])
                  help: the plan has no audiences yet: add an entry [[audiences]] with id = "x"
                error: no channel has the id `x` (messages[0].channels[0])
                  help: write the id of an entry under [[channels]], or add an entry with id = "x" there
                error: no actor has the id `x` (actors[0].member_of)
                  help: write the id of an entry under [[actors]], or add an entry with id = "x" there
                error: no actor has the id `x` (actors[0].successors[0])
                  help: write the id of an entry under [[actors]], or add an entry with id = "x" there
                error: no actor has the id `x` (activities[0].actors[0])
                  help: write the id of an entry under [[actors]], or add an entry with id = "x" there
                error: no phase has the id `x` (activities[0].phases[0])
                  help: the plan has no phases yet: add an entry [[phases]] with id = "x"
                error: no audience has the id `x` (activities[0].audiences[0])
                  help: the plan has no audiences yet: add an entry [[audiences]] with id = "x"
                error: no channel has the id `x` (activities[0].channels[0])
                  help: write the id of an entry under [[channels]], or add an entry with id = "x" there
                error: no topic has the id `x` (activities[0].topics[0])
                  help: the plan has no topics yet: add an entry [[topics]] with id = "x"
                error: no indicator has the id `x` (targets[0].indicator)
                  help: the plan has no indicators yet: add an entry [[indicators]] with id = "x"
                error: no actor has the id `x` (targets[0].of[0])
                  help: write the id of an entry under [[actors]], or add an entry with id = "x" there
                error: no indicator has the id `x` (measurements[0].indicator)
                  help: the plan has no indicators yet: add an entry [[indicators]] with id = "x"
                error: no target has the id `x` (measurements[0].target)
                  help: write the id of an entry under [[targets]], or add an entry with id = "x" there
                error: no actor has the id `x` (measurements[0].actor)
                  help: write the id of an entry under [[actors]], or add an entry with id = "x" there
                error: no actor has the id `x` (obligations[0].owners[0])
                  help: write the id of an entry under [[actors]], or add an entry with id = "x" there
                error: no message has the id `x` (obligations[0].evidence[0].message)
                  help: write the id of an entry under [[messages]], or add an entry with id = "x" there
                error: no source has the id `x` (obligations[0].clause.source)
                  help: the plan has no sources yet: add an entry [[sources]] with id = "x""#]],
        );
    }
}
