//! Progress in a browser.

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use crate::element::test::{page, until};

wasm_bindgen_test_configure!(run_in_browser);

const SLICE: &str = r#"{
    "build": "20251120-0a1b2c3d", "zone": "+07:00", "lang": "vi", "title": "Trả lời", "goal": "60 %",
    "figures": [
        { "from": "2025-01-01", "until": "2025-06-30", "value": "10 %", "share": 1000 },
        { "from": "2025-07-01", "until": "2025-07-31", "value": "65 %", "share": 6500, "illustrative": 1 },
        { "actor": "xa-bac", "from": "2025-01-01", "until": "2025-06-30", "value": "12 %", "share": 1200 }
    ]
}"#;

#[wasm_bindgen_test]
async fn the_figure_is_the_one_of_the_date_and_of_the_agency() {
    let page = page("loa-progress", &[("kind", "bar"), ("src", "/loa/")], "", SLICE).await;
    let value = || page.find("strong").text_content().unwrap_or_default();
    assert_eq!(value(), "65 %");
    assert_eq!(page.find("mark").text_content().unwrap(), "số liệu minh hoạ");
    page.set("at", "2025-07-01");
    until(&page, "the earlier figure is shown", || value() == "10 %").await;
    page.set("actor", "xa-bac");
    until(&page, "the agency's own figure is shown", || value() == "12 %").await;
    page.set("at", "2024-12-31");
    until(&page, "nothing is made up before the first figure", || value() == "chưa có số liệu").await;
    assert!(page.host.query_selector("progress").unwrap().is_none());
    page.leave();
}
