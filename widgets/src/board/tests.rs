//! A board in a browser, with a service that is not there.

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::HtmlElement;

use crate::element::test::{Page, page, until};

wasm_bindgen_test_configure!(run_in_browser);

const SLICE: &str = r#"{
    "build": "20251120-0a1b2c3d", "lang": "vi", "campaign": "ke-hoach",
    "units": [{ "id": "so", "title": "Sở" }], "kinds": [{ "id": "procedure", "title": "Thủ tục" }]
}"#;

const CONTENT: &str = r#"<header slot="head"><h2>Bảng</h2></header><div slot="nav">
    <form method="get" action="/gui/tra-cuu" data-loa-form="lookup"><label for="code">Mã</label><p id="code-goi-y">20 chữ số</p>
    <input id="code" name="code" aria-describedby="code-goi-y"><p><button>Tra cứu</button></p></form>
    <form method="get" action="/gui/bang" data-loa-form="filter"><select name="actor"><option value=""></option><option value="so">Sở</option></select>
    <select name="status"><option value=""></option></select><p><button>Xem</button></p></form>
    <p><a href="/gui/bang" data-loa-to="page">Mở</a> <a href="/api/board.atom" data-loa-to="feed">Tin</a></p></div>
    <section data-loa-kind="all"><ol role="list"><li>Một mục</li></ol></section>"#;

async fn board(endpoint: &str) -> Page {
    page("loa-board", &[("endpoint", endpoint), ("src", "/loa/")], CONTENT, SLICE).await
}

fn press(page: &Page, form: &str) {
    let button: HtmlElement =
        wasm_bindgen::JsCast::unchecked_into(page.find(&format!("[data-loa-form={form}] button")));
    button.click();
}

fn said(page: &Page) -> String {
    page.part("status").text_content().unwrap_or_default()
}

#[wasm_bindgen_test]
async fn a_code_that_cannot_be_one_is_told_so_at_the_field_and_nobody_is_asked() {
    let page = board("/khong-co").await;
    assert_eq!(said(&page), "");
    let field = page.find("#code");
    for (typed, wrong) in [
        ("4821-9930-5127-7786-0312", "Mã phiếu có chữ số bị nhầm hoặc bị đảo chỗ. Xin so lại với mã trên phiếu."),
        ("12", "Đây chưa phải là mã phiếu. Mã phiếu có 20 chữ số, ví dụ 4821-9930-5127-7786-0311."),
    ] {
        js_sys::Reflect::set(&field, &"value".into(), &typed.into()).unwrap();
        press(&page, "lookup");
        until(&page, "it is said", || page.find("#code").has_attribute("aria-invalid")).await;
        assert_eq!(page.find("[data-loa-message]").text_content().as_deref(), Some(wrong));
        assert_eq!(field.get_attribute("aria-describedby").as_deref(), Some("code-loi code-goi-y"));
    }
    assert_eq!(said(&page), "");
    js_sys::Reflect::set(&field, &"value".into(), &"4821-9930-5127-7786-0311".into()).unwrap();
    press(&page, "lookup");
    until(&page, "it is asked for", || said(&page) != "").await;
    assert!(page.host.query_selector("[data-loa-message]").unwrap().is_none());
    assert_eq!(field.get_attribute("aria-describedby").as_deref(), Some("code-goi-y"));
    page.leave();
}

#[wasm_bindgen_test]
async fn what_stands_in_the_page_stays_when_nobody_answers_as_the_contract_says() {
    let page = board("/khong-co").await;
    press(&page, "filter");
    until(&page, "it is said", || page.has_part("retry")).await;
    assert!(said(&page).ends_with("Những gì đang hiện vẫn giữ nguyên."), "{}", said(&page));
    assert!(!page.has_part("list") && page.find("section li").text_content().as_deref() == Some("Một mục"));
    page.leave();
}

#[wasm_bindgen_test]
async fn forms_and_links_lead_to_the_service_that_the_page_names() {
    let page = board("/phan-anh").await;
    let is = |selector: &str, name: &str, address: &str| {
        assert_eq!(page.find(selector).get_attribute(name).as_deref(), Some(address));
    };
    is("[data-loa-form=lookup]", "action", "/phan-anh/gui/tra-cuu");
    is("[data-loa-form=filter]", "action", "/phan-anh/gui/bang");
    is("[data-loa-to=page]", "href", "/phan-anh/gui/bang");
    is("[data-loa-to=feed]", "href", "/phan-anh/api/board.atom");
    page.leave();
}
