//! The messages in a browser.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Event, EventInit, HtmlSelectElement};

use crate::element::test::{Page, page, until};

wasm_bindgen_test_configure!(run_in_browser);

const SLICE: &str = r#"{
    "build": "20251120-0a1b2c3d", "zone": "+07:00", "lang": "vi",
    "groups": [
        { "kind": "citizen", "audiences": ["nguoi-dan"], "messages": [{}] },
        { "kind": "business", "audiences": ["doanh-nghiep"], "messages": [{}] }
    ]
}"#;

const CONTENT: &str = "<header slot=head><p>Chính</p></header>\
    <details open><summary>Người dân</summary><ul><li>Cho dân</li></ul></details>\
    <details><summary>Doanh nghiệp</summary><ul><li>Cho doanh nghiệp</li></ul></details>";

fn open(page: &Page) -> Vec<String> {
    let list = page.host.query_selector_all("details[open] li").unwrap();
    (0..list.length()).map(|i| list.get(i).unwrap().text_content().unwrap()).collect()
}

#[wasm_bindgen_test]
async fn a_choice_of_audience_holds_for_the_whole_page() {
    let one = page("loa-message", &[], CONTENT, SLICE).await;
    let other = page("loa-message", &[("audience", "doanh-nghiep")], CONTENT, SLICE).await;
    until(&one, "citizens come first", || open(&one) == ["Cho dân"]).await;
    until(&other, "businesses come first", || open(&other) == ["Cho doanh nghiệp"]).await;

    let select: HtmlSelectElement = other.part("audience").unchecked_into();
    let choose = |index| {
        select.set_selected_index(index);
        let init = EventInit::new();
        init.set_bubbles(true);
        select.dispatch_event(&Event::new_with_event_init_dict("change", &init).unwrap()).unwrap();
    };
    choose(0);
    until(&other, "it follows", || open(&other) == ["Cho dân"]).await;
    choose(1);
    until(&one, "the other one follows too", || open(&one) == ["Cho doanh nghiệp"]).await;
    assert_eq!(one.part("audience").unchecked_into::<HtmlSelectElement>().selected_index(), 1);
    one.leave();
    other.leave();
}
