//! A link does not begin with `https://`.
//!
//! # Why it matters
//! What is sent to such a page can be read and changed on its way, and browsers warn of it.
//!
//! # Source
//! Nghị định 224/2026/NĐ-CP, Điều 10 khoản 3: channels meet the standards of cyber security.
//!
//! # Example
//! ```markdown
//! ## Tìm thủ tục
//!
//! Mở [Cổng Dịch vụ công](http://dichvucong.gov.vn "xem ngày 2026-11-20").
//! ```

use chrono::NaiveDate;
use loa_plan::{Finding, Severity};

use super::{Rule, about};
use crate::Guide;

pub(super) const RULE: Rule = Rule::new("guide-not-https", Severity::Warning, about!("guide_not_https.rs"), check);

fn check(guide: &Guide, _: NaiveDate) -> Vec<Finding> {
    let links = guide.links().filter_map(|(path, link)| Some((path, link.url.as_str().strip_prefix("http://")?)));
    links
        .map(|(path, rest)| {
            let message = format!("the link `http://{rest}` is not protected on its way");
            RULE.finding(path, message, format!("try whether `https://{rest}` works, and write that"))
        })
        .collect()
}

#[cfg(all(test, feature = "markdown"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::{GOOD, check};

    #[test]
    fn an_unprotected_link_is_reported_wherever_it_stands() {
        check(&RULE, GOOD, &expect![[""]]);
        check(
            &RULE,
            "+++\nfiling = { title = \"Cổng\", url = \"http://a.vn\" }\n+++\n## Mở\n\n- Mở [trang](http://c.vn/x).\n",
            &expect![[r#"
                warning: the link `http://c.vn/x` is not protected on its way (steps[0].body[0])
                  help: try whether `https://c.vn/x` works, and write that
                warning: the link `http://a.vn` is not protected on its way (filing)
                  help: try whether `https://a.vn` works, and write that"#]],
        );
    }
}
