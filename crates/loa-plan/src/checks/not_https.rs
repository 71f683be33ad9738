//! An address does not begin with `https://`.
//!
//! # Why it matters
//! What is sent over `http://` can be read and changed on its way; channels must meet the standards of cyber security
//! (Nghị định 224/2026/NĐ-CP, Điều 10 khoản 3). An address without either is no address: as a link it leads nowhere, or
//! runs a script, so that is an error.
//!
//! # Source
//! Nghị định 224/2026/NĐ-CP, Điều 10 khoản 3: channels meet the standards of cyber security.
//!
//! # Example
//! ```toml
//! [[channels]]
//! id = "cong"
//! group = "portal"
//! title = "Cổng thông tin"
//! url = "http://phuong.example.vn"
//! ```

use chrono::NaiveDate;

use super::links::links;
use super::texts::shown;
use super::{Rule, about};
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule =
    Rule { name: "not-https", severity: Severity::Error, about: about!("not_https.rs"), check };

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    for link in links(plan) {
        let url = link.url;
        if after(url, "https://").is_some_and(names_a_host) {
            continue;
        }
        if after(url, "http://").is_some_and(names_a_host) {
            findings.push(RULE.finding_as(
                Severity::Warning,
                link.path,
                format!("the address {} of `{}` is not protected on its way", shown(url), link.of),
                "write https:// instead of http://, and open it once in a browser to see that it works",
            ));
        } else {
            findings.push(RULE.finding(
                link.path,
                format!(
                    "{} of `{}` is not an address, expected for example `https://dichvucong.gov.vn`",
                    shown(url),
                    link.of
                ),
                "copy the whole address from the address bar of a browser, with https:// at its beginning",
            ));
        }
    }
    findings
}

/// What follows after `scheme`, which may be written in capitals.
fn after<'a>(url: &'a str, scheme: &str) -> Option<&'a str> {
    let (start, rest) = url.split_at_checked(scheme.len())?;
    start.eq_ignore_ascii_case(scheme).then_some(rest)
}

fn names_a_host(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    !host.is_empty() && !rest.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>'))
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn unprotected_addresses_are_warned_of_and_others_are_errors() {
        check(
            &RULE,
            r#"
[successor]
plan = "thu-2026"
from = 2026-01-01
src = "/loa/thu-2026/"
[[sources]]
id = "kh-40"
title = "Kế hoạch 40"
url = "http://vanban.example.vn/40"
seen = 2025-06-01
[[channels]]
id = "cong"
group = "portal"
title = "Cổng"
url = "phuong.example.vn"
[[channels]]
id = "zalo"
group = "social"
title = "Zalo"
url = "HTTPS://zalo.me/0123?a=b#c"
[[actors]]
id = "so"
kind = "department"
title = "Sở"
url = "javascript:alert(1)"
[[actors]]
id = "phuong"
kind = "commune"
title = "Phường"
url = "https:// phuong.example.vn"
"#,
            &expect![[r#"
                error: `/loa/thu-2026/` of `thu-2026` is not an address, expected for example `https://dichvucong.gov.vn` (successor.src)
                  help: copy the whole address from the address bar of a browser, with https:// at its beginning
                warning: the address `http://vanban.example.vn/40` of `kh-40` is not protected on its way (sources[0].url)
                  help: write https:// instead of http://, and open it once in a browser to see that it works
                error: `phuong.example.vn` of `cong` is not an address, expected for example `https://dichvucong.gov.vn` (channels[0].url)
                  help: copy the whole address from the address bar of a browser, with https:// at its beginning
                error: `javascript:alert(1)` of `so` is not an address, expected for example `https://dichvucong.gov.vn` (actors[0].url)
                  help: copy the whole address from the address bar of a browser, with https:// at its beginning
                error: `https:// phuong.example.vn` of `phuong` is not an address, expected for example `https://dichvucong.gov.vn` (actors[1].url)
                  help: copy the whole address from the address bar of a browser, with https:// at its beginning"#]],
        );
    }
}
