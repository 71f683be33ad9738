//! Two entries of a list have the same address.
//!
//! # Why it matters
//! Mostly one of them was copied and not changed, so that a button leads to the wrong place.
//! It may be meant, so it is only noted.
//!
//! # Source
//! Own judgement: two names for one place are mostly a slip.
//!
//! # Example
//! ```toml
//! [[channels]]
//! id = "facebook"
//! group = "social"
//! title = "Facebook"
//! url = "https://mxh.example.vn/phuong"
//! [[channels]]
//! id = "zalo"
//! group = "social"
//! title = "Zalo"
//! url = "https://mxh.example.vn/phuong/"
//! ```

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::NaiveDate;

use super::links::links;
use super::texts::shown;
use super::{Rule, about};
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule =
    Rule { name: "duplicate-link", severity: Severity::Info, about: about!("duplicate_link.rs"), check };

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let mut first = HashMap::new();
    let mut findings = Vec::new();
    for link in links(plan) {
        match first.entry((link.place, link.url.trim_end_matches('/'))) {
            Entry::Vacant(place) => drop(place.insert(link.of)),
            Entry::Occupied(known) => findings.push(RULE.finding(
                link.path,
                format!("`{}` has the same address as `{}`: {}", link.of, known.get(), shown(link.url)),
                "if one of them was copied, write its own address; else nothing needs to be done",
            )),
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
    fn an_address_that_two_channels_share_is_noted() {
        check(
            &RULE,
            r#"
[[sources]]
id = "trang"
title = "Trang"
url = "https://mxh.example.vn/phuong"
seen = 2025-06-01
[[channels]]
id = "facebook"
group = "social"
title = "Facebook"
url = "https://mxh.example.vn/phuong"
[[channels]]
id = "zalo"
group = "social"
title = "Zalo"
url = "https://mxh.example.vn/phuong/"
"#,
            &expect![[r#"
                info: `zalo` has the same address as `facebook`: `https://mxh.example.vn/phuong/` (channels[1].url)
                  help: if one of them was copied, write its own address; else nothing needs to be done"#]],
        );
    }
}
