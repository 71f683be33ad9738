//! Feedback from a portal's page to the service and back, with the network as it is.

mod page;
mod policy;
mod waiting;

use loa_e2e::page::Key;
use loa_e2e::site::{Document, Line, example};
use loa_e2e::{Fault, Page, Policy, Site, in_every_engine};
use serde_json::{Value, json};

in_every_engine!(
    what_a_person_sends_is_reviewed_and_comes_back_as_a_receipt,
    everything_can_be_sent_by_keyboard_alone,
    pressed_twice_it_is_sent_once,
    what_is_wrong_leads_to_its_fields,
    what_is_mended_last_is_sent_by_the_next_press,
    without_scripts_the_form_posts_and_a_page_answers,
    without_wasm_the_form_posts_too,
    what_was_typed_before_the_take_over_is_sent,
    a_draft_is_there_after_a_reload_and_gone_when_a_person_deletes_it,
    a_device_that_keeps_nothing_says_so_and_sends_all_the_same,
    a_lost_answer_makes_no_second_feedback,
    a_page_of_somebody_else_is_no_receipt,
    a_busy_service_is_asked_again_and_the_person_told,
    words_that_belong_elsewhere_are_pointed_out_before_sending,
);

pub(crate) const FORM: &str = "loa-feedback";

pub(crate) const TEXT: &str = "Tôi nộp hồ sơ khai sinh ba lần mà hệ thống đều báo lỗi, xin cơ quan xem giúp.";

/// Fills the form in as a person does, but faster.
const FILL: &str = "const form = look.page.querySelector('loa-feedback form'); \
    const put = (name, value) => { form.elements[name].value = value; form.elements[name].dispatchEvent(new Event('input', { bubbles: true })); form.elements[name].dispatchEvent(new Event('change', { bubbles: true })); }; \
    form.querySelector('[name=kind][value=procedure]').click(); \
    put('actor', 'phuong-cua-nam'); put('text', arguments[0]); put('name', 'Nguyễn Thị Lan'); put('address', '12 phố Hàng Bài, phường Cửa Nam'); put('phone', '0912 345 678'); \
    form.querySelector('[value=\"answer@1\"]').click();";

pub(crate) async fn site_with(page: &Page, html: &str) -> Site {
    let site = Site::with_service(Fault::None).await;
    site.put("/page", Document::of(html));
    page.go(&site, "/page").await;
    page.ready().await;
    site
}

pub(crate) async fn site(page: &Page) -> Site {
    site_with(page, &example(FORM).html).await
}

pub(crate) async fn fill(page: &Page) {
    page.run::<Value>(FILL, vec![TEXT.into()]).await;
}

/// Fills in, reads it once more, and sends.
pub(crate) async fn send(page: &Page) {
    fill(page).await;
    page.press(FORM, "form button").await;
    page.press(FORM, "[part=send]").await;
}

pub(crate) async fn receipt(page: &Page) -> String {
    page.until("the receipt is there", "look.find('loa-feedback', '[part=code]')").await;
    page.text(FORM, "[part=code]").await
}

pub(crate) async fn says(page: &Page, words: &str) {
    let said = format!("look.text(look.find('loa-feedback', '[part=stage]'))?.includes({})", json!(words));
    page.until(words, &said).await;
}

pub(crate) async fn kept(page: &Page) -> Value {
    page.see("look.kept().local").await
}

async fn what_a_person_sends_is_reviewed_and_comes_back_as_a_receipt(page: &Page) {
    let site = site(page).await;
    fill(page).await;
    page.press(FORM, "form button").await;
    let review = page.text(FORM, "[part=stage]").await;
    for shown in ["Chưa gửi.", "Phường Cửa Nam", TEXT, "Nguyễn Thị Lan", "0912 345 678", "Không đồng ý"]
    {
        assert!(review.contains(shown), "{shown} is not in {review}");
    }
    assert!(page.see::<bool>("look.active().matches('[part=heading]')").await, "the review takes the focus");
    assert_eq!(page.barriers().await, [""; 0]);
    assert_eq!(site.feedbacks(), [0; 0], "nothing is sent before the person says so");
    page.press(FORM, "[part=send]").await;
    let code = receipt(page).await;
    assert!(code.len() == 24 && code.matches('-').count() == 4, "{code}");
    assert!(page.text(FORM, "[part=due]").await.contains("trước"), "the due date is in words");
    assert!(page.see::<bool>("look.active().matches('[part=heading]')").await, "the receipt takes the focus");
    assert_eq!(page.barriers().await, [""; 0]);
    assert_eq!(site.feedbacks(), [201]);
    assert_eq!(kept(page).await, json!({}), "nothing stays on the device");
    let () = page.see("void view.dispatchEvent(new Event('pagehide'))").await;
    assert_eq!(kept(page).await, json!({}), "nothing is kept when the person leaves");
    assert_eq!(page.record().await.count("loa-sent"), 1);
    assert_eq!(page.complaints().await, [""; 0]);
    let empty = "[...look.page.querySelectorAll('loa-feedback :is(textarea, [name=name], [name=phone])')].every((field) => field.value === '')";
    assert!(page.see::<bool>(empty).await, "nothing stays in the form");
    page.press(FORM, "[part=another]").await;
    page.until("the form is there again", "look.active().name === 'kind'").await;
    page.reload().await;
    page.ready().await;
    assert!(page.see::<bool>(empty).await, "nothing comes back");
    assert_eq!(kept(page).await, json!({}), "nothing comes back");
}

async fn everything_can_be_sent_by_keyboard_alone(page: &Page) {
    let site = site(page).await;
    page.tab_to("label > input").await;
    page.key(Key::Space).await;
    page.tab_to("select#phan-anh-hanoi-2025-actor").await;
    page.key(Key::Down).await;
    for (field, text) in [
        ("textarea#phan-anh-hanoi-2025-text", "Toi nop ho so khai sinh ba lan ma he thong deu bao loi."),
        ("input#phan-anh-hanoi-2025-name", "Nguyen Thi Lan"),
        ("input#phan-anh-hanoi-2025-address", "12 pho Hang Bai, phuong Cua Nam"),
        ("input#phan-anh-hanoi-2025-phone", "0912 345 678"),
    ] {
        page.tab_to(field).await;
        page.type_in(text).await;
    }
    page.tab_to("label > input").await;
    page.key(Key::Space).await;
    page.tab_to("form > p > button").await;
    page.key(Key::Enter).await;
    page.tab_to("button[part=send]").await;
    page.key(Key::Enter).await;
    receipt(page).await;
    assert_eq!(site.feedbacks(), [201]);
}

async fn pressed_twice_it_is_sent_once(page: &Page) {
    let site = site(page).await;
    fill(page).await;
    page.press(FORM, "form button").await;
    page.find(FORM, "[part=send]").await;
    let () = page.see("void (() => { const button = look.find('loa-feedback', '[part=send]'); button.click(); button.click(); })()").await;
    receipt(page).await;
    assert_eq!(site.feedbacks(), [201]);
}

async fn what_is_wrong_leads_to_its_fields(page: &Page) {
    let site = site(page).await;
    page.press(FORM, "form button").await;
    page.until("the list of what is wrong has the focus", "look.active().matches('[part=wrong]')").await;
    let wrong = page.text(FORM, "[part=wrong]").await;
    for said in [
        "Xin chọn loại nội dung.",
        "Xin chọn đơn vị nhận.",
        "Xin viết nội dung",
        "Xin ghi họ và tên.",
        "Xin đánh dấu đồng ý",
    ] {
        assert!(wrong.contains(said), "{said} is not in {wrong}");
    }
    assert_eq!(page.barriers().await, [""; 0]);
    let invalid: usize = page.see("look.page.querySelectorAll('loa-feedback [aria-invalid]').length").await;
    assert_eq!(invalid, 7, "kind, unit, text, name, address, phone, consent");
    page.press(FORM, "[part=wrong] li:nth-child(3) a").await;
    page.until("the link leads to the field", "look.active().name === 'text'").await;
    let named: bool = page.see("look.active().getAttribute('aria-describedby').split(' ').map((id) => look.page.getElementById(id).textContent).join().includes('Xin viết nội dung')").await;
    assert!(named, "the field is described by what is wrong");
    fill(page).await;
    page.press(FORM, "form button").await;
    page.press(FORM, "[part=send]").await;
    receipt(page).await;
    assert_eq!(site.feedbacks(), [201]);
}

async fn what_is_mended_last_is_sent_by_the_next_press(page: &Page) {
    let _site = site(page).await;
    page.run::<Value>(FILL, vec!["".into()]).await;
    page.press(FORM, "form button").await;
    page.until("the text is wrong", "look.page.querySelector('textarea').ariaInvalid === 'true'").await;
    page.press(FORM, "textarea").await;
    page.type_in("Toi nop ho so ba lan ma he thong deu bao loi.").await;
    // Leaving the field, pressing and letting go: what moves between them would be missed.
    page.press(FORM, "form button").await;
    page.until("everything is shown once more", "look.find('loa-feedback', '[part=send]')").await;
}

pub(crate) async fn posted_by(page: &Page, site: &Site, button: &str) {
    page.press(FORM, button).await;
    page.until("a page answers", "look.page.querySelector('.code')?.textContent.length === 24").await;
    assert_eq!(site.feedbacks(), [201]);
}

async fn without_scripts_the_form_posts_and_a_page_answers(page: &Page) {
    let site = Site::with_service(Fault::None).await;
    site.put("/page", Document::of(&example(FORM).html));
    page.go_framed(&site, "/page", (390, 800), Some("allow-same-origin allow-forms")).await;
    assert!(page.see::<bool>("view.loaProbe === undefined").await, "no script ran");
    fill(page).await;
    let () = page.see("void look.page.querySelector('loa-feedback form').requestSubmit()").await;
    // The page that answers shows itself in no frame.
    site.until_feedbacks(1).await;
    assert_eq!(site.feedbacks(), [201]);
}

async fn without_wasm_the_form_posts_too(page: &Page) {
    let site = Site::with_service(Fault::None).await;
    site.put("/page", Document::of(&example(FORM).html).policy(Policy::NoWasm));
    page.go(&site, "/page").await;
    page.until("the widget has said why not", "look.events('loa-error').length === 1").await;
    fill(page).await;
    posted_by(page, &site, "form button").await;
}

async fn what_was_typed_before_the_take_over_is_sent(page: &Page) {
    let site = Site::with_service(Fault::ModuleWaits).await;
    site.put("/page", Document::of(&example(FORM).html));
    page.go(&site, "/page").await;
    fill(page).await;
    let () = page.see("void look.page.querySelector('loa-feedback textarea').focus()").await;
    site.let_module_go();
    page.ready().await;
    let there: bool = page.see("look.active().name === 'text' && look.active().value.startsWith('Tôi nộp')").await;
    assert!(there, "text and focus stay");
    page.press(FORM, "form button").await;
    page.press(FORM, "[part=send]").await;
    receipt(page).await;
    assert_eq!(site.feedbacks(), [201]);
}

async fn a_draft_is_there_after_a_reload_and_gone_when_a_person_deletes_it(page: &Page) {
    let _site = site(page).await;
    fill(page).await;
    page.until(
        "a draft is kept",
        "look.text(look.find('loa-feedback', '[part=draft]')).includes('Bản nháp đang được giữ')",
    )
    .await;
    assert!(!kept(page).await.to_string().contains("consents"), "a consent is given once more");
    page.reload().await;
    page.ready().await;
    let there = "look.page.querySelector('loa-feedback textarea').value.startsWith('Tôi nộp') && look.page.querySelector('[value=procedure]').checked";
    assert!(page.see::<bool>(there).await);
    page.press(FORM, "[part=forget]").await;
    page.until("it is gone", "look.page.querySelector('loa-feedback textarea').value === ''").await;
    assert_eq!(kept(page).await, json!({}));
    page.press(FORM, "[part=undo]").await;
    page.until("it can be had back", there).await;
    page.press(FORM, "[part=forget]").await;
    page.until("it is gone", "look.page.querySelector('loa-feedback textarea').value === ''").await;
    page.reload().await;
    page.ready().await;
    assert!(!page.see::<bool>(there).await);
}

async fn a_device_that_keeps_nothing_says_so_and_sends_all_the_same(page: &Page) {
    let site = Site::with_service(Fault::None).await;
    site.put("/page", Document::of(&example(FORM).html).script("no-storage.js"));
    page.go(&site, "/page").await;
    page.ready().await;
    fill(page).await;
    page.until("it says so", "look.text(look.find('loa-feedback', '[part=draft]')).includes('không cho giữ bản nháp')")
        .await;
    site.line(Line::Cut);
    page.press(FORM, "form button").await;
    page.press(FORM, "[part=send]").await;
    says(page, "xin giữ trang này mở").await;
    site.line(Line::Open);
    page.press(FORM, "[part=retry]").await;
    receipt(page).await;
    assert_eq!(site.feedbacks(), [201]);
}

/// What the service did, without repeats that it knew again: browsers repeat by themselves what broke off before an answer.
fn taken(site: &Site) -> Vec<u16> {
    site.feedbacks().into_iter().filter(|status| *status != 200).collect()
}

async fn a_lost_answer_makes_no_second_feedback(page: &Page) {
    let site = site(page).await;
    site.line(Line::AnswersLost);
    send(page).await;
    says(page, "Gửi lại không bị trùng").await;
    site.line(Line::Open);
    page.press(FORM, "[part=retry]").await;
    receipt(page).await;
    assert_eq!(taken(&site), [201], "the same key, the same feedback");

    // Changed after a lost answer it is something else, and the person learns what was received.
    page.press(FORM, "[part=another]").await;
    site.line(Line::AnswersLost);
    send(page).await;
    says(page, "Gửi lại không bị trùng").await;
    site.line(Line::Open);
    page.press(FORM, "[part=take-back]").await;
    page.run::<Value>("look.page.querySelector('loa-feedback textarea').value += ' Xin trả lời sớm.'", vec![]).await;
    page.press(FORM, "form button").await;
    page.press(FORM, "[part=send]").await;
    says(page, "Nội dung vừa sửa thì chưa gửi").await;
    assert_eq!(taken(&site), [201, 201, 409]);
    let draft = kept(page).await.to_string();
    assert!(draft.contains("loa-nhap") && !draft.contains("idempotency_key"), "a draft with a used key: {draft}");
    page.press(FORM, "[part=another]").await;
    page.press(FORM, "form button").await;
    page.press(FORM, "[part=send]").await;
    page.until("it is new feedback", "!look.text(look.find('loa-feedback', '[part=stage]')).includes('chưa gửi') && look.find('loa-feedback', '[part=code]')").await;
    assert_eq!(taken(&site), [201, 201, 409, 201]);
}

async fn a_page_of_somebody_else_is_no_receipt(page: &Page) {
    let site = site(page).await;
    site.line(Line::Portal);
    send(page).await;
    says(page, "xem như chưa nhận").await;
    assert_eq!(site.feedbacks(), [0; 0]);
    site.line(Line::Open);
    page.press(FORM, "[part=retry]").await;
    receipt(page).await;
    assert_eq!(site.feedbacks(), [201]);
}

async fn a_busy_service_is_asked_again_and_the_person_told(page: &Page) {
    let site = site(page).await;
    site.line(Line::Busy(1));
    send(page).await;
    says(page, "đang bận, chưa nhận").await;
    site.line(Line::Open);
    // Without a press: after the second that the service asked for.
    receipt(page).await;
    assert_eq!(site.feedbacks(), [201]);
}

async fn words_that_belong_elsewhere_are_pointed_out_before_sending(page: &Page) {
    let site = site(page).await;
    page.run::<Value>(FILL, vec!["Tôi muốn tố cáo một cán bộ nhận hối lộ ở bộ phận một cửa.".into()]).await;
    page.press(FORM, "form button").await;
    assert!(page.text(FORM, "[part=hint]").await.contains("“tố cáo”"));
    page.press(FORM, "[part=edit]").await;
    page.until("the door is open", "look.page.querySelector('[data-loa-door=denunciation]').open").await;
    page.press(FORM, "form button").await;
    page.press(FORM, "[part=send]").await;
    receipt(page).await;
    assert_eq!(site.feedbacks(), [201], "the person decides");
    page.press(FORM, "[part=another]").await;
    page.until("the form is there again", "look.active().name === 'kind'").await;
    assert!(page.see::<bool>("look.page.querySelector('[data-loa-message]') === null").await, "nothing is pointed out");
}
