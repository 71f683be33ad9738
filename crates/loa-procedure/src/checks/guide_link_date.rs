//! A link does not say when somebody last saw what is there.
//!
//! # Why it matters
//! Pages move and change. The date lets a reader judge a link, and whoever looks after the guide find the old ones.
//! Phone numbers and mailboxes need none.
//!
//! # Source
//! Own judgement: the national portal was rebuilt in 2026, and links to its older pages ended.
//!
//! # Example
//! ```markdown
//! ## Tìm thủ tục
//!
//! Mở [Cổng Dịch vụ công](https://dichvucong.gov.vn).
//! ```

use chrono::NaiveDate;
use loa_plan::{Finding, Severity};

use super::{Rule, about};
use crate::Guide;

pub(super) const RULE: Rule = Rule::new("guide-link-date", Severity::Warning, about!("guide_link_date.rs"), check);

fn check(guide: &Guide, today: NaiveDate) -> Vec<Finding> {
    let undated = guide.links().filter(|(_, link)| link.url.is_page() && link.seen.is_none());
    undated
        .map(|(path, link)| {
            let message = format!("the link `{}` does not say when it was seen", link.url);
            let help = if path.starts_with("steps") || path.starts_with("intro") {
                format!("open it, and write the day after the address: `({} \"xem ngày {today}\")`", link.url)
            } else {
                format!("open it, and write the day: `seen = {today}`")
            };
            RULE.finding(path, message, help)
        })
        .collect()
}

#[cfg(all(test, feature = "markdown"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::{GOOD, check};

    #[test]
    fn a_link_to_a_page_has_a_date() {
        check(&RULE, GOOD, &expect![[""]]);
        check(
            &RULE,
            "+++\nfiling = { title = \"Cổng\", url = \"https://a.vn\" }\n\
             links = [{ title = \"Luật\", url = \"https://b.vn\", seen = 2026-11-01 }]\n+++\n\
             ## Gọi\n\nGọi [1900](tel:1900) hoặc mở [trang](https://c.vn).\n",
            &expect![[r#"
                warning: the link `https://c.vn` does not say when it was seen (steps[0].body[0])
                  help: open it, and write the day after the address: `(https://c.vn "xem ngày 2026-11-20")`
                warning: the link `https://a.vn` does not say when it was seen (filing)
                  help: open it, and write the day: `seen = 2026-11-20`"#]],
        );
    }
}
