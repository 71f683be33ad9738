//! A rating in a browser: one tap waits and can be taken back, and moving the mark sends nothing.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{HtmlElement, HtmlInputElement};

use crate::element::test::{Page, page, until};

wasm_bindgen_test_configure!(run_in_browser);

const SLICE: &str = r#"{ "build": "20251120-0a1b2c3d", "lang": "vi" }"#;

const CONTENT: &str = r#"<header slot="head"><h2>Đánh giá</h2></header>
    <form method="post" action="/api/ratings" data-loa-kind="all">
        <input type="hidden" name="campaign" value="thu"><input type="hidden" name="subject" value="campaign/thu"><input type="hidden" name="actor"><input type="hidden" name="idempotency_key">
        <fieldset><legend>Hài lòng không?</legend><div>
            <label><input type="radio" name="satisfaction" value="satisfied" required><span>Hài lòng</span></label>
            <label><input type="radio" name="satisfaction" value="dissatisfied" required><span>Chưa hài lòng</span></label>
        </div></fieldset>
        <p aria-hidden="true"><label>Để trống<input name="website" tabindex="-1"></label></p>
        <p><button>Gửi đánh giá</button></p>
    </form>
    <p>Muốn được trả lời, xin <a href="/gui">gửi phản ánh</a>.</p>"#;

async fn rating() -> Page {
    page("loa-rating", &[("endpoint", "/"), ("actor", "phuong-mau")], CONTENT, SLICE).await
}

fn said(page: &Page) -> String {
    page.part("status").text_content().unwrap()
}

fn level(page: &Page, value: &str) -> HtmlInputElement {
    page.find(&format!("[value={value}]")).unchecked_into()
}

/// As a pointer does: the browser counts its presses.
fn tap(page: &Page, value: &str) {
    let init = web_sys::MouseEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_detail(1);
    let click = web_sys::MouseEvent::new_with_mouse_event_init_dict("click", &init).unwrap();
    level(page, value).dispatch_event(&click).unwrap();
}

#[wasm_bindgen_test]
async fn a_tap_waits_and_can_be_taken_back() {
    let page = rating().await;
    assert_eq!(said(&page), "");
    tap(&page, "satisfied");
    until(&page, "the choice is said", || said(&page) == "Đã chọn “Hài lòng”. Vài giây nữa sẽ gửi.").await;
    assert!(level(&page, "satisfied").checked());
    tap(&page, "dissatisfied");
    until(&page, "another choice takes its place", || said(&page).contains("“Chưa hài lòng”")).await;
    page.part("undo").click();
    until(&page, "it is taken back", || said(&page) == "Đã hoàn tác, chưa gửi gì.").await;
    assert!(!level(&page, "satisfied").checked() && !level(&page, "dissatisfied").checked());
    assert!(!page.has_part("undo"));
    let document = web_sys::window().unwrap().document().unwrap();
    assert!(document.active_element().unwrap().matches("[value=satisfied]").unwrap(), "the focus is at the form");
    page.leave();
}

#[wasm_bindgen_test]
async fn keys_that_move_the_mark_choose_nothing_and_the_button_does() {
    let page = rating().await;
    // The click that a browser makes for a key counts no presses.
    level(&page, "satisfied").click();
    page.find("button").unchecked_into::<HtmlElement>().click();
    until(&page, "the button has chosen", || said(&page).contains("“Hài lòng”")).await;
    level(&page, "dissatisfied").click();
    until(&page, "a moved mark is no choice", || said(&page).is_empty() && !page.has_part("undo")).await;
    assert!(level(&page, "dissatisfied").checked());
    page.leave();
}

#[wasm_bindgen_test]
async fn the_way_to_an_answer_knows_the_agency() {
    let page = rating().await;
    assert_eq!(page.find("p > a").get_attribute("href").as_deref(), Some("/gui?actor=phuong-mau"));
    page.leave();
}
