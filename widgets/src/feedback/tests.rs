//! The form in a browser: what is wrong is said beside the fields, and nothing is lost on the way to the review and back.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use crate::element::test::{Page, page, until};

wasm_bindgen_test_configure!(run_in_browser);

const SLICE: &str = r#"{
    "build": "20251120-0a1b2c3d", "zone": "+07:00", "lang": "vi", "campaign": "thu-trong-trinh-duyet",
    "units": [{ "id": "so" }, { "id": "quan", "until": "2025-06-30" }],
    "doors": [
        { "kind": "procedure", "door": "here", "label": "Thủ tục" },
        { "kind": "denunciation", "door": "elsewhere", "label": "Tố cáo", "words": ["tố cáo"] }
    ],
    "consents": [{ "consent": "answer@1", "need": "required" }]
}"#;

const CONTENT: &str = r#"<header slot="head"><h2>Gửi</h2></header>
    <details data-loa-door="denunciation"><summary>Tố cáo</summary></details>
    <form method="post" action="/api/feedback">
        <input type="hidden" name="campaign" value="thu-trong-trinh-duyet">
        <fieldset id="buoc-1"><legend>Bước 1</legend><label><input type="radio" name="kind" value="procedure" checked> Thủ tục</label></fieldset>
        <fieldset id="buoc-2"><legend>Bước 2</legend>
            <label for="don-vi">Đơn vị</label><select id="don-vi" name="actor"><option value="">Chọn</option><option value="so">Sở</option><option value="quan">Quận</option></select>
            <label for="noi-dung">Nội dung</label><p id="noi-dung-goi-y">Gợi ý</p><textarea id="noi-dung" name="text" aria-describedby="noi-dung-goi-y"></textarea></fieldset>
        <fieldset id="buoc-3"><legend>Bước 3</legend>
            <label for="ten">Tên</label><input id="ten" name="name" value="Nguyễn Thị Lan">
            <label for="dia-chi">Địa chỉ</label><input id="dia-chi" name="address" value="12 Hàng Bài, phường Cửa Nam">
            <label for="dien-thoai">Điện thoại</label><input id="dien-thoai" name="phone" value="0912 345 678">
            <label for="thu">Thư</label><input id="thu" name="email"></fieldset>
        <fieldset id="buoc-4"><legend>Bước 4</legend><label><input type="checkbox" name="consents" value="answer@1"> Tôi đồng ý</label></fieldset>
        <p><input name="website" tabindex="-1"></p>
        <button>Gửi phản ánh</button>
    </form>
    <section data-loa-kind="form"></section>"#;

async fn form() -> Page {
    page("loa-feedback", &[("endpoint", "/"), ("at", "2025-12-01")], CONTENT, SLICE).await
}

fn submit(page: &Page) {
    page.find("form button").unchecked_into::<HtmlElement>().click();
}

fn write(page: &Page, text: &str) {
    page.find("textarea").unchecked_into::<HtmlTextAreaElement>().set_value(text);
}

#[wasm_bindgen_test]
async fn what_is_wrong_is_said_beside_the_field_and_goes_when_it_is_mended() {
    let page = form().await;
    submit(&page);
    until(&page, "what is wrong is said", || page.has_part("wrong")).await;
    let text = page.find("textarea");
    let described = text.get_attribute("aria-describedby").unwrap();
    assert_eq!(
        (described.as_str(), text.get_attribute("aria-invalid").as_deref()),
        ("noi-dung-goi-y noi-dung-loi", Some("true"))
    );
    assert_eq!(page.find("#noi-dung-loi").text_content().unwrap(), "Xin viết nội dung phản ánh, kiến nghị.");
    let group = page.find("#buoc-4");
    assert_eq!(group.get_attribute("aria-describedby").as_deref(), Some("buoc-4-loi"));
    let list = page.part("wrong").text_content().unwrap();
    assert!(list.contains("Xin chọn đơn vị nhận.") && list.contains("Xin đánh dấu đồng ý"), "{list}");

    write(&page, "Tôi nộp hồ sơ ba lần mà hệ thống báo lỗi.");
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    text.dispatch_event(&web_sys::Event::new_with_event_init_dict("change", &init).unwrap()).unwrap();
    until(&page, "the field is right again", || !text.has_attribute("aria-invalid")).await;
    assert_eq!(text.get_attribute("aria-describedby").as_deref(), Some("noi-dung-goi-y"));
    // What was said keeps its room until the next try, so that the button below does not move away.
    assert!(page.find("[data-loa-of=text]").matches("[data-loa-message=mended]").unwrap());
    submit(&page);
    until(&page, "its room is gone", || page.host.query_selector("[data-loa-of=text]").unwrap().is_none()).await;
    until(&page, "a draft is kept", || page.has_part("forget")).await;
    page.part("forget").click();
    page.leave();
}

#[wasm_bindgen_test]
async fn a_unit_that_is_no_more_cannot_be_chosen_and_words_suggest_another_door() {
    let page = form().await;
    assert!(page.find("option[value=quan]").has_attribute("disabled"));
    page.find("select").unchecked_into::<web_sys::HtmlSelectElement>().set_value("so");
    page.find("[name=consents]").unchecked_into::<HtmlInputElement>().set_checked(true);
    let typed = "Tôi muốn tố ca\u{301}o cán bộ ở bộ phận một cửa";
    write(&page, typed);
    submit(&page);
    until(&page, "everything is shown once more", || page.has_part("send")).await;
    assert!(page.find("details").has_attribute("open"));
    assert!(
        page.part("hint").text_content().unwrap().starts_with("Nội dung có chữ “tố cáo”. Nếu đây là việc “Tố cáo” thì")
    );
    let review = page.part("stage").text_content().unwrap();
    for shown in ["Chưa gửi.", "Sở", "Nguyễn Thị Lan", "0912 345 678", "Tôi đồng ýĐồng ý"] {
        assert!(review.contains(shown), "{shown} is not in {review}");
    }
    page.part("edit").click();
    until(&page, "the form is back", || !page.has_part("send")).await;
    // As it was typed: what is sent is composed, what stands in the field is the person's own.
    assert_eq!(page.find("textarea").unchecked_into::<HtmlTextAreaElement>().value(), typed);
    until(&page, "a draft is kept", || page.has_part("forget")).await;
    page.part("forget").click();
    page.leave();
}

#[wasm_bindgen_test]
async fn a_draft_that_fills_nothing_in_is_not_said_to_be_back() {
    let day = (js_sys::Date::now() / 86_400_000.0) as u32;
    let draft = format!("day={day}&actor=khong-con-nua&name=Nguyen+Thi+Lan");
    crate::memory::keep(crate::memory::of_device(), "loa-nhap:thu-trong-trinh-duyet:", &draft);
    let page = form().await;
    assert!(page.part("draft").text_content().unwrap().starts_with("Bản nháp đang được giữ trên máy này."));
    assert_eq!(page.find("select").unchecked_into::<web_sys::HtmlSelectElement>().selected_index(), 0);
    page.part("forget").click();
    until(&page, "it is deleted", || page.has_part("undo")).await;
    page.leave();
}
