//! What a board is answered: twenty at a time, however often more is asked for.

use serde_json::{Value, json};

/// Where a widget asks for it.
pub(crate) const PATH: &str = "/api/board";

/// A page with another one behind it: questions and answers as long as people write them.
pub(crate) fn page() -> String {
    let items: Vec<Value> = (0..20).map(item).collect();
    json!({ "items": items, "next": "1795504200.48219930512777860311" }).to_string()
}

fn item(i: u32) -> Value {
    let question = "Nộp hồ sơ trực tuyến đến bước thanh toán thì báo lỗi, tải lại trang vẫn không được. ".repeat(3);
    let mut item = json!({
        "code": "4821-9930-5127-7786-0311", "campaign": "hanoi-2025", "actor": "phuong-cua-nam", "kind": "procedure",
        "procedure": "1.001193", "status": "received", "label": "Đã nhận", "received_at": "2026-11-24T14:10:00+07:00",
        "due_at": "2026-11-25T14:10:00+07:00", "question": question
    });
    if i.is_multiple_of(2) {
        item["status"] = "answered".into();
        item["label"] = "Đã trả lời".into();
        item["answer"] = json!({
            "text": "Hồ sơ đã khai được lưu trong 30 ngày. Xin mở lại rồi chọn thanh toán. ".repeat(3),
            "unit": "phuong-cua-nam", "answered_at": "2026-11-25T09:00:00+07:00",
            "links": [{ "title": "Hướng dẫn", "url": "https://cong.example.vn/huong-dan" }]
        });
    } else if i.is_multiple_of(3) {
        item["late"] = json!({ "days": 1, "hours": 2 });
    }
    item
}
