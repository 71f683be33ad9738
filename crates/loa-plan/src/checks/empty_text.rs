//! A text has no words in it.
//!
//! # Why it matters
//! An empty message is published as an empty frame, so that is an error; another empty text leaves a heading or a line
//! without words. Mostly the quotes were written first and the words forgotten.
//!
//! # Source
//! Own judgement: quotes without words say nothing.
//!
//! # Example
//! ```toml
//! [[messages]]
//! id = "nop-tai-nha"
//! text = ""
//! ```

use chrono::NaiveDate;

use super::texts::each_string;
use super::{Rule, about};
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule =
    Rule { name: "empty-text", severity: Severity::Error, about: about!("empty_text.rs"), check };

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    each_string(plan, &mut |path, text| {
        if !text.trim().is_empty() {
            return;
        }
        let path = path.to_string();
        // `text.vi` of `messages[0].text.vi`: which entry it is says the place of the finding.
        let key = path.rsplit("].").next().unwrap_or(&path);
        let severity = if path.starts_with("messages") { Severity::Error } else { Severity::Warning };
        findings.push(RULE.finding_as(
            severity,
            &path,
            format!("`{key}` is empty"),
            "write the words between the quotes",
        ));
    });
    findings
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn a_text_without_words_is_reported_and_a_message_without_them_is_an_error() {
        check(
            &RULE,
            r#"
title = ""
[[messages]]
id = "rong"
text = { vi = " ", en = "Apply at home" }
[[channels]]
id = "tong-dai"
group = "other"
title = "Tổng đài"
phone = ""
"#,
            &expect![[r#"
                warning: `title` is empty (title)
                  help: write the words between the quotes
                error: `text.vi` is empty (messages[0].text.vi)
                  help: write the words between the quotes
                warning: `phone` is empty (channels[0].phone)
                  help: write the words between the quotes"#]],
        );
    }
}
