//! Plans for the tests of the rules: each test writes only what its rule looks at.

use chrono::NaiveDate;
use expect_test::Expect;

use super::Rule;
use crate::Plan;

/// The day of the tests, within the plan.
pub(super) const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2025, 6, 15).unwrap();

/// What every plan needs; a test that writes one of these keys itself replaces the line.
const HEAD: &str = r#"format = 1
id = "thu"
title = "Kế hoạch thử"
zone = "+07:00"
starts = 2025-01-01
ends = 2025-12-31
updated = 2025-06-01
"#;

/// A small plan that no rule has anything to say about.
pub(super) const GOOD: &str = r#"
[[sources]]
id = "kh-40"
title = "Kế hoạch 40"
url = "https://vanban.example.vn/40"
seen = 2025-06-01
[[phases]]
id = "dau"
title = "Giai đoạn 1"
aim = "Cho người dân biết"
starts = 2025-01-01
ends = 2025-06-30
[[phases]]
id = "sau"
title = "Giai đoạn 2"
aim = "Giúp người dân làm"
starts = 2025-07-01
ends = 2025-12-31
[[audiences]]
id = "nguoi-dan"
kind = "citizen"
title = "Người dân"
[[audiences]]
id = "nguoi-cao-tuoi"
kind = "citizen"
title = "Người cao tuổi"
tags = ["elderly"]
[[topics]]
id = "cach-lam"
kind = "how-to"
title = "Cách làm"
[[channels]]
id = "cong"
group = "portal"
title = "Cổng thông tin"
url = "https://phuong.example.vn"
[[channels]]
id = "mot-cua"
group = "in-person"
title = "Bộ phận một cửa"
[[messages]]
id = "chinh"
text = "Tận tâm phục vụ"
main = true
channels = ["cong"]
[[messages]]
id = "nop-tai-nha"
text = "Nộp hồ sơ tại nhà"
audiences = ["nguoi-dan", "nguoi-cao-tuoi"]
channels = ["cong", "mot-cua"]
topics = ["cach-lam"]
guides = ["khai-sinh"]
[[actors]]
id = "phuong"
kind = "commune"
title = "Phường"
[[principles]]
id = "thuc-chat"
kind = "substantive"
title = "Thực chất"
checks = ["message-without-guide", "guide-sentence-length"]
[[indicators]]
id = "ty-le"
title = "Tỷ lệ nộp trực tuyến"
unit = "percent"
[[targets]]
id = "nop"
title = "Ít nhất 60% hồ sơ nộp trực tuyến"
indicator = "ty-le"
goal = { percent = 60 }
baseline = { percent = 20 }
due = 2025-12-31
of = ["phuong"]
source = "kh-40"
[[measurements]]
indicator = "ty-le"
target = "nop"
actor = "phuong"
from = 2025-04-01
until = 2025-04-30
value = { percent = 33.3 }
numerator = 1
denominator = 3
source = { id = "kh-40", clause = "Mục 2" }
[[obligations]]
id = "dang-tai"
title = "Đăng bài hướng dẫn"
owners = ["phuong"]
evidence = [{ kind = "guide", guide = "khai-sinh" }]
due = 2025-09-30
clause = { source = "kh-40", article = "Mục 3" }
"#;

/// The plan that is made of [`HEAD`] and `text`.
pub(super) fn plan(text: &str) -> Plan {
    let own: Vec<&str> = text.lines().take_while(|line| !line.starts_with('[')).collect();
    let replaced = |line: &&str| own.iter().any(|own| own.split(" = ").next() == line.split(" = ").next());
    let head: Vec<&str> = HEAD.lines().filter(|line| !replaced(line)).collect();
    Plan::from_toml(&format!("{}\n{text}", head.join("\n"))).unwrap_or_else(|error| panic!("{error}\nin\n{text}"))
}

/// The TOML in the explanation of a rule.
pub(super) fn example(rule: &Rule) -> String {
    let (_, after) = rule.about.split_once("```toml\n").unwrap_or_else(|| panic!("{} has no example", rule.name));
    after.split("```").next().unwrap_or_default().to_owned()
}

/// Judges the plan of [`HEAD`] and `text` by one rule and compares what it says, word for word.
pub(super) fn check(rule: &Rule, text: &str, expected: &Expect) {
    let findings = (rule.check)(&plan(text), TODAY);
    assert!(findings.iter().all(|finding| finding.rule == rule.name && finding.severity >= rule.severity));
    let said: Vec<String> = findings.iter().map(|finding| format!("{finding}\n  help: {}", finding.help)).collect();
    expected.assert_eq(&said.join("\n"));
}
