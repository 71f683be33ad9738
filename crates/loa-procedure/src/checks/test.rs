//! Guides for the tests of the rules: each test writes only what its rule looks at.

use chrono::NaiveDate;
use expect_test::Expect;

use super::Rule;
use crate::{Guide, guide};

/// The day of the tests.
pub(super) const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();

/// What every guide has; a test that writes one of these keys itself replaces the line.
const HEAD: &str = r#"format = 1
id = "khai-sinh"
title = "Đăng ký khai sinh"
minutes = 20
needs = ["Giấy chứng sinh"]
help = ["tong-dai"]
source = "cong-dvcqg"
updated = 2026-11-01
"#;

const BODY: &str = "## Đăng nhập\n\nMở ứng dụng.\n";

/// A small guide that no rule has anything to say about.
pub(super) const GOOD: &str = "## Đăng nhập\n\n![Điện thoại hiện ổ khóa đang mở](../pictures/dang-nhap.svg)\n\n\
    Mở [Cổng](https://dichvucong.gov.vn \"xem ngày 2026-11-20\").\n\n## Nộp\n\nBấm nút **Nộp**.\n";

/// The guide that is made of [`HEAD`] and `text`, which may begin with a head of its own.
///
/// A key without a value, such as `help =`, leaves that line out.
pub(super) fn guide(text: &str) -> Guide {
    let (own, body) = match text.strip_prefix("+++\n").and_then(|rest| rest.split_once("+++\n")) {
        Some((own, body)) => (own, body),
        None => ("", text),
    };
    let key = |line: &str| line.split('=').next().unwrap_or_default().trim().to_owned();
    let kept = HEAD.lines().filter(|line| !own.lines().any(|own| key(own) == key(line)));
    let head: Vec<&str> = kept.chain(own.lines().filter(|line| !line.ends_with('='))).collect();
    let body = if body.trim().is_empty() { BODY } else { body };
    let text = format!("+++\n{}\n+++\n{body}", head.join("\n"));
    guide::read("g.md", &text).unwrap_or_else(|error| panic!("{error}\nin\n{text}")).value
}

/// The guide in the explanation of a rule.
pub(super) fn example(rule: &Rule) -> String {
    let (_, after) = rule.about.split_once("```markdown\n").unwrap_or_else(|| panic!("{} has no example", rule.name));
    after.split("```").next().unwrap_or_default().to_owned()
}

/// Judges the guide of `text` by one rule and compares what it says, word for word.
pub(super) fn check(rule: &Rule, text: &str, expected: &Expect) {
    let findings = (rule.check)(&guide(text), TODAY);
    assert!(findings.iter().all(|finding| finding.rule == rule.name && finding.severity >= rule.severity));
    let said: Vec<String> = findings.iter().map(|finding| format!("{finding}\n  help: {}", finding.help)).collect();
    expected.assert_eq(&said.join("\n"));
}
