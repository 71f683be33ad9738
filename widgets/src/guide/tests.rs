//! The guide in a browser.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::HtmlElement;

use crate::element::test::{Page, page, until};

wasm_bindgen_test_configure!(run_in_browser);

const SLICE: &str = r#"{ "build": "20251120-0a1b2c3d", "lang": "vi", "id": "thu", "title": "Hướng dẫn thử" }"#;

const CONTENT: &str = "<header slot=head><h2>Hướng dẫn thử</h2></header><ol role=list>\
    <li id=thu-buoc-1><div><h3 id=thu-buoc-1-ten>Bước 1</h3><form method=dialog>\
    <label><input type=checkbox name=can-1>Giấy tờ</label><label><input type=checkbox name=can-2>Ảnh</label>\
    <button type=reset>Bỏ</button></form></div></li>\
    <li id=thu-buoc-2><div><h3 id=thu-buoc-2-ten>Bước 2</h3></div></li>\
    <li id=thu-buoc-3><div><h3 id=thu-buoc-3-ten>Bước 3</h3></div></li></ol>";

async fn guide() -> Page {
    let storage = web_sys::window().unwrap();
    storage.session_storage().unwrap().unwrap().clear().unwrap();
    storage.local_storage().unwrap().unwrap().clear().unwrap();
    page("loa-guide", &[("guide", "thu"), ("src", "/loa/thu/")], CONTENT, SLICE).await
}

fn inert(page: &Page) -> Vec<bool> {
    (1..=3).map(|step| page.find(&format!("#thu-buoc-{step}")).has_attribute("inert")).collect()
}

#[wasm_bindgen_test]
async fn the_first_step_is_shown_and_the_others_are_out_of_reach() {
    let page = guide().await;
    until(&page, "the other steps are inert", || inert(&page) == [false, true, true]).await;
    assert_eq!(page.part("previous").get_attribute("aria-disabled").as_deref(), Some("true"));
    page.leave();
}

#[wasm_bindgen_test]
async fn next_and_previous_move_one_step_and_end_at_the_ends() {
    let page = guide().await;
    until(&page, "the first step is shown", || inert(&page) == [false, true, true]).await;
    page.part("next").click();
    until(&page, "the second step is shown", || inert(&page) == [true, false, true]).await;
    page.part("next").click();
    until(&page, "the last step is shown", || inert(&page) == [true, true, false]).await;
    assert_eq!(page.part("next").get_attribute("aria-disabled").as_deref(), Some("true"));
    assert!(page.has_part("done"));
    page.part("previous").click();
    until(&page, "the second step is shown again", || inert(&page) == [true, false, true]).await;
    page.leave();
}

#[wasm_bindgen_test]
async fn cleared_ticks_come_back() {
    let page = guide().await;
    let tick = |n: u32| page.find(&format!("[name=can-{n}]")).unchecked_into::<web_sys::HtmlInputElement>();
    until(&page, "the controls are there", || inert(&page) == [false, true, true]).await;
    tick(2).click();
    page.find("button[type=reset]").unchecked_into::<HtmlElement>().click();
    until(&page, "undoing is offered", || page.has_part("undo")).await;
    assert!(!tick(2).checked());
    page.part("undo").click();
    until(&page, "the tick is back", || tick(2).checked()).await;
    assert!(!tick(1).checked());
    page.leave();
}

#[wasm_bindgen_test]
async fn leaving_takes_every_mark_off_the_content() {
    let page = guide().await;
    until(&page, "the steps are marked", || inert(&page) == [false, true, true]).await;
    let host = page.host.clone();
    page.leave();
    for _ in 0..50 {
        if host.query_selector("[inert], [aria-live], [role=group]").unwrap().is_none() {
            return;
        }
        wasm_bindgen_futures::JsFuture::from(js_sys::Promise::resolve(&wasm_bindgen::JsValue::NULL)).await.unwrap();
    }
    panic!("marks stay: {}", host.inner_html());
}

/// As the bundle has it where the campaign counts; the address answers nobody.
const COUNTED: &str = r#"{ "build": "20251120-0a1b2c3d", "lang": "vi", "id": "thu", "title": "Hướng dẫn thử",
    "counts": { "at": "/api/counts", "campaign": "thu", "audiences": ["citizen", "nguoi-dan"],
        "question": "Hồ sơ đã nộp được chưa?", "answers": ["filed", "Đã nộp được", "payment", "Chưa, vì chưa thanh toán được"],
        "thanks": "Cảm ơn bạn đã cho biết." } }"#;

async fn counted() -> Page {
    let content = CONTENT.replace("Bước 3</h3>", "Bước 3</h3><p data-loa-filing><a href='#nop'>Nộp</a></p>");
    page("loa-guide", &[("guide", "thu"), ("src", "/loa/thu/")], &content, COUNTED).await
}

fn kept() -> Option<String> {
    let storage = web_sys::window().unwrap().local_storage().unwrap().unwrap();
    storage.get_item("loa-nop:/loa/thu/thu").unwrap()
}

#[wasm_bindgen_test]
async fn whoever_went_to_file_is_asked_once_when_they_are_back() {
    let page = guide().await;
    page.leave();
    let page = counted().await;
    assert!(!page.has_part("ask") && kept().is_none());
    page.find("[data-loa-filing] a").unchecked_into::<HtmlElement>().click();
    until(&page, "the device knows it", || kept().is_some()).await;
    page.leave();
    let page = counted().await;
    assert_eq!(page.part("ask").text_content().as_deref(), Some("Hồ sơ đã nộp được chưa?"));
    assert_eq!(kept(), None, "once is once");
    page.part("ask").click();
    until(&page, "the answers are there", || page.has_part("answers") && !page.has_part("ask")).await;
    page.part("answer").click();
    until(&page, "thanks", || page.part("tools").text_content().unwrap().contains("Cảm ơn bạn đã cho biết.")).await;
    assert!(!page.has_part("answers"));
    page.leave();
    let page = counted().await;
    assert!(!page.has_part("ask"));
    page.leave();
}

#[wasm_bindgen_test]
async fn a_guide_that_is_not_counted_keeps_nothing() {
    let page = guide().await;
    page.leave();
    let content = CONTENT.replace("Bước 3</h3>", "Bước 3</h3><p data-loa-filing><a href='#nop'>Nộp</a></p>");
    let page = page_of(&content).await;
    page.find("[data-loa-filing] a").unchecked_into::<HtmlElement>().click();
    page.part("next").click();
    until(&page, "the second step is shown", || inert(&page) == [true, false, true]).await;
    assert_eq!(kept(), None);
    page.leave();
}

async fn page_of(content: &str) -> Page {
    page("loa-guide", &[("guide", "thu"), ("src", "/loa/thu/")], content, SLICE).await
}
