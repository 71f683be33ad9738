//! Campaigns for the tests of the rules, in folders of their own.

use std::fs;

use expect_test::Expect;

use super::{Located, Rule};
use crate::campaign::Campaign;

/// A plan that points at one guide.
pub(crate) const PLAN: &str = r#"format = 1
id = "thu"
title = "Kế hoạch thử"
zone = "+07:00"
starts = 2025-01-01
ends = 2025-12-31
updated = 2025-06-01

[[messages]]
id = "chinh"
text = "Nộp hồ sơ tại nhà"
main = true
guides = ["khai-sinh"]
"#;

/// The guide of [`PLAN`], with the picture of [`PICTURE`].
pub(crate) const GUIDE: &str = r#"+++
format = 1
id = "khai-sinh"
title = "Đăng ký khai sinh"
updated = 2025-06-01
+++

## Mở cổng dịch vụ công

![Trang chủ của cổng.](../pictures/mo-cong.svg)

Mở cổng dịch vụ công.
"#;

/// A drawing.
pub(crate) const PICTURE: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180"/>"#;

/// A campaign of these files.
pub(crate) fn campaign(files: &[(&str, &str)]) -> Campaign {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    Campaign::read(folder.path()).unwrap()
}

/// Judges a campaign of these files by one rule and compares what it says, word for word.
pub(super) fn check(rule: &Rule, files: &[(&str, &str)], expected: &Expect) {
    let findings = (rule.check)(&campaign(files));
    assert!(findings.iter().all(|found| found.finding.rule == rule.name && found.finding.severity == rule.severity));
    expected.assert_eq(&findings.iter().map(Located::to_string).collect::<Vec<_>>().join("\n"));
}
