//! The roadmap in a browser.

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use crate::element::test::{Page, page, until};

wasm_bindgen_test_configure!(run_in_browser);

const SLICE: &str = r#"{
    "build": "20251120-0a1b2c3d", "zone": "+07:00", "lang": "vi",
    "phases": [
        { "title": "Giai đoạn 1", "starts": "2025-02-01", "ends": "2025-03-31" },
        { "title": "Giai đoạn 2", "starts": "2025-04-01", "ends": "2025-12-31" }
    ]
}"#;

const CONTENT: &str = "<header slot=head><h2>Lộ trình</h2></header><ol role=list>\
    <li><p><strong>Giai đoạn 1</strong></p></li><li><p><strong>Giai đoạn 2</strong></p></li></ol>";

fn current(page: &Page) -> Option<String> {
    page.host.query_selector("li[aria-current=step] strong").unwrap().and_then(|phase| phase.text_content())
}

#[wasm_bindgen_test]
async fn the_phase_follows_the_date() {
    let page = page("loa-roadmap", &[("at", "2025-03-31")], CONTENT, SLICE).await;
    until(&page, "the first phase is marked", || current(&page).as_deref() == Some("Giai đoạn 1")).await;
    page.set("at", "2025-04-01");
    until(&page, "the second phase is marked", || current(&page).as_deref() == Some("Giai đoạn 2")).await;
    page.set("at", "2026-01-01");
    until(&page, "no phase is marked", || current(&page).is_none()).await;
    assert_eq!(page.part("now").text_content().unwrap(), "Kế hoạch đã kết thúc ngày 31/12/2025.");
    page.leave();
}
