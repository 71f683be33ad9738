//! A small plan that is right; the tests change it.

pub(crate) const SMALL: &str = r#"format = 1
id = "xa-thu-2025"
title = "Kế hoạch thử"
zone = "+07:00"
starts = 2025-02-01
ends = 2025-12-31
updated = 2025-12-01

[decision]
number = "01/KH-UBND"
title = "Kế hoạch"
issuer = "UBND xã"
dated = 2025-01-15

[[sources]]
id = "bai-bao"
title = "Một bài báo"
seen = 2025-06-01

[[phases]]
id = "giai-doan-1"
title = "Giai đoạn 1"
aim = "Chuẩn bị"
starts = 2025-02-01
ends = 2025-06-30

[[audiences]]
id = "nguoi-dan"
kind = "citizen"
title = "Người dân"
tags = ["elderly"]

[[messages]]
id = "chinh"
text = { en = "Fast", vi = "Nhanh" }
main = true
audiences = ["nguoi-dan"]
source = { id = "bai-bao", clause = "đoạn 2" }

[[actors]]
id = "xa"
kind = "commune"
title = "Các xã"
count = 126
duties = [{ text = "Niêm yết" }]

[[targets]]
id = "truc-tuyen"
title = "Nộp trực tuyến"
goal = { percent = 60 }
due = 2025-07-30

[[measurements]]
indicator = "ty-le"
from = 2025-01-01
until = 2025-06-30
value = { percent = 16.5 }
"#;

/// The plan with one place changed.
#[track_caller]
pub(crate) fn changed(from: &str, to: &str) -> String {
    assert!(SMALL.contains(from), "`{from}` is not in the small plan");
    SMALL.replacen(from, to, 1)
}
