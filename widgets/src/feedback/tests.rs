//! The widget in a browser.

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use crate::element::test::page;

wasm_bindgen_test_configure!(run_in_browser);

const SLICE: &str = r#"{ "build": "20251120-0a1b2c3d", "lang": "vi", "title": "Tiêu đề" }"#;

const CONTENT: &str = "<header><h2>Tiêu đề</h2></header>";

#[wasm_bindgen_test]
async fn the_content_stays_when_the_widget_takes_over() {
    let page = page("loa-feedback", &[], CONTENT, SLICE).await;
    assert_eq!(page.find("h2").text_content().unwrap(), "Tiêu đề");
    page.leave();
}
