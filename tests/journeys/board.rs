//! The public board in a page: the list, the filter, more of it, a code, and the network as it is.

use loa_e2e::page::Key;
use loa_e2e::site::{Document, Line, example, fragment};
use loa_e2e::{Fault, Page, Policy, Site, in_every_engine};
use serde_json::{Value, json};

in_every_engine!(
    nobody_is_asked_before_a_person_does_something,
    the_list_grows_page_by_page_and_leaves_what_is_drawn_alone,
    an_answer_is_shown_with_its_unit_its_time_and_its_links_and_what_is_late_as_late,
    the_filter_shows_one_unit_and_says_when_there_is_nothing,
    a_code_is_found_a_slip_is_told_at_once_and_an_unknown_one_too,
    when_the_network_is_cut_what_is_shown_stays_and_there_is_a_way_out,
    a_busy_service_says_when_and_a_page_of_somebody_else_is_no_answer,
    everything_works_by_keyboard_alone,
    nothing_of_a_list_is_lost_on_a_narrow_phone_with_large_letters,
    without_wasm_the_service_answers_with_its_own_pages,
    without_scripts_the_forms_lead_to_the_service,
    without_an_endpoint_there_is_no_control_that_leads_nowhere,
    what_was_typed_before_the_take_over_is_looked_up,
);

const BOARD: &str = "loa-board";
const SHOW: &str = "[data-loa-form=filter] button";
const LOOK_UP: &str = "[data-loa-form=lookup] button";

/// What a person sends, by the page's own script; the codes come back in order.
const SEND: &str = "const codes = []; for (let i = 0; i < given[0]; i++) { \
    const actor = i % 3 ? 'phuong-cua-nam' : 'phuong-dong-da'; \
    const body = { idempotency_key: `key-of-the-journey-${i}`, campaign: 'hanoi-2025', actor, kind: 'procedure', text: 'Nộp hồ sơ khai sinh mãi không được', \
        name: 'Nguyễn Thị Lan', address: '12 phố Hàng Bài', phone: '0912 345 678', consents: ['answer@1'] }; \
    const answer = await fetch('/api/feedback', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }); \
    codes.push((await answer.json()).code); } return codes;";

async fn site(page: &Page) -> Site {
    let site = Site::with_service(Fault::None).await;
    site.put("/page", Document::of(&example(BOARD).html));
    page.go(&site, "/page").await;
    page.ready().await;
    site
}

async fn send(page: &Page, count: u32) -> Vec<String> {
    page.run_async(SEND, vec![count.into()]).await
}

async fn says(page: &Page, words: &str) {
    let said = format!("look.text(look.find('loa-board', '[part=status]')).includes({})", json!(words));
    page.until(words, &said).await;
}

async fn items(page: &Page) -> usize {
    page.see("look.hosts()[0].shadowRoot.querySelectorAll('[part=list] > li').length").await
}

async fn type_code(page: &Page, code: &str) {
    page.run::<Value>("look.page.querySelector('loa-board [name=code]').value = arguments[0]", vec![code.into()]).await;
    page.press(BOARD, LOOK_UP).await;
}

fn asked(site: &Site) -> bool {
    site.requests().iter().any(|path| path.starts_with("/api/"))
}

async fn nobody_is_asked_before_a_person_does_something(page: &Page) {
    let site = site(page).await;
    assert_eq!(page.text(BOARD, "[part=status]").await, "");
    assert!(!asked(&site), "{:?}", site.requests());
    let shown = page.text("main", BOARD).await;
    for said in ["✓ Đã trả lời", "! quá hạn", "(Nội dung minh hoạ.)", "Lý do kết thúc: không phải phản ánh"]
    {
        assert!(shown.contains(said), "{said} is not in {shown}");
    }
    assert!(!shown.contains("giờ làm việc"), "nothing that depends on the day: {shown}");
    type_code(page, "12").await;
    page.until("it is told", "look.page.querySelector('[data-loa-message]')").await;
    assert!(!asked(&site), "{:?}", site.requests());
}

async fn the_list_grows_page_by_page_and_leaves_what_is_drawn_alone(page: &Page) {
    let _site = site(page).await;
    send(page, 45).await;
    page.press(BOARD, SHOW).await;
    says(page, "Đang hiện 20 phản ánh. Còn phản ánh cũ hơn.").await;
    assert_eq!(items(page).await, 20);
    assert!(page.see::<bool>("!look.visible(look.page.querySelector('loa-board section > ol'))").await);
    let first = page.text(BOARD, "[part=item]").await;
    for said in ["Thủ tục hành chính, dịch vụ công trực tuyến: Phường", "○ Đã nhận", "Nội dung chưa được công khai."]
    {
        assert!(first.contains(said), "{said} is not in {first}");
    }
    assert_eq!(page.barriers().await, [""; 0]);
    let () = page
        .see("void (view.first = look.find('loa-board', '[part=item]'), view.told = [], new MutationObserver((all) => view.told.push(...all.map((one) => look.path(one.target)))).observe(view.first, { subtree: true, childList: true, attributes: true, characterData: true }))")
        .await;
    page.press(BOARD, "[part=more]").await;
    says(page, "Đang hiện 40 phản ánh. Còn phản ánh cũ hơn.").await;
    page.press(BOARD, "[part=more]").await;
    says(page, "Đang hiện 45 phản ánh. Không còn phản ánh nào cũ hơn.").await;
    assert_eq!(items(page).await, 45);
    assert!(page.see::<bool>("view.first === look.find('loa-board', '[part=item]')").await);
    assert_eq!(page.see::<Vec<String>>("view.told").await, [""; 0], "what was drawn is left alone");
    assert_eq!(page.text(BOARD, "[part=more]").await, "Đã hiện hết");
    let codes: Vec<String> = page.see("[...new Set([...look.hosts()[0].shadowRoot.querySelectorAll('[part=item]')].map((item) => item.textContent.match(/[0-9-]{24}/)[0]))]").await;
    assert_eq!(codes.len(), 45, "none twice");
    assert_eq!(page.barriers().await, [""; 0]);
    assert_eq!(page.complaints().await, [""; 0]);
}

async fn an_answer_is_shown_with_its_unit_its_time_and_its_links_and_what_is_late_as_late(page: &Page) {
    let site = site(page).await;
    site.answer(
        "/api/board",
        r#"{"items":[
            {"code":"4821-9930-5127-7786-0311","campaign":"hanoi-2025","actor":"phuong-cua-nam","kind":"procedure",
             "status":"answered","label":"Đã trả lời","received_at":"2026-11-24T14:10:00+07:00","question":"<i>Hỏi</i> gì?",
             "answer":{"text":"Dòng một.\nDòng hai.","unit":"trung-tam-pvhcc","answered_at":"2026-11-25T09:00:00+07:00",
                       "links":[{"title":"Hướng dẫn","url":"https://cong.example.vn/a"}]}},
            {"code":"4821-9930-5127-7786-0311","campaign":"hanoi-2025","actor":"quan-cu","kind":"campaign","status":"accepted",
             "label":"Đang xử lý","received_at":"2026-11-20T14:10:00+07:00","due_at":"2026-11-23T17:00:00+07:00",
             "late":{"days":1,"hours":2}}]}"#,
    );
    page.press(BOARD, SHOW).await;
    says(page, "Đang hiện 2 phản ánh. Không còn phản ánh nào cũ hơn.").await;
    let list = page.text(BOARD, "[part=list]").await;
    for said in [
        "✓ Đã trả lời",
        "Nội dung: <i>Hỏi</i> gì?",
        "Trả lời: Trung tâm Phục vụ hành chính công",
        "09:00 ngày 25/11/2026",
        "Dòng một. Dòng hai. Hướng dẫn",
        "quan-cu ◐ Đang xử lý ! quá hạn 1 ngày 2 giờ làm việc",
        "Hạn của bước tiếp theo: 17:00 ngày 23/11/2026.",
    ] {
        assert!(list.contains(said), "{said} is not in {list}");
    }
    assert_eq!(page.see::<String>("look.find('loa-board', '[part=item] a').href").await, "https://cong.example.vn/a");
    assert_eq!(page.barriers().await, [""; 0]);
    // An answer with what no answer may have is one of nobody, and the list stays.
    site.answer("/api/board", r#"{"items":[{"code":"4821-9930-5127-7786-0311"}]}"#);
    page.press(BOARD, SHOW).await;
    says(page, "nơi nhận không trả lời đúng cách").await;
    assert_eq!(items(page).await, 2);
    assert_eq!(page.complaints().await, [""; 0]);
}

async fn the_filter_shows_one_unit_and_says_when_there_is_nothing(page: &Page) {
    let _site = site(page).await;
    send(page, 6).await;
    let choose = "const list = look.page.querySelector(`loa-board [name=${arguments[0]}]`); list.value = arguments[1];";
    page.run::<Value>(choose, vec!["actor".into(), "phuong-dong-da".into()]).await;
    page.press(BOARD, SHOW).await;
    says(page, "Đang hiện 2 phản ánh.").await;
    assert!(page.text(BOARD, "[part=list]").await.contains("Phường Đống Đa"));
    assert!(!page.text(BOARD, "[part=list]").await.contains("Phường Cửa Nam"));
    page.run::<Value>(choose, vec!["status".into(), "answered".into()]).await;
    page.press(BOARD, SHOW).await;
    says(page, "Không có phản ánh nào như vậy.").await;
    assert_eq!(items(page).await, 0);
    assert_eq!(page.complaints().await, [""; 0]);
    // The agency of the page is chosen already.
    let site = Site::with_service(Fault::None).await;
    site.put("/page", Document::of(&example(BOARD).html.replace("<loa-board", "<loa-board actor=\"phuong-cua-nam\"")));
    page.go(&site, "/page").await;
    page.ready().await;
    assert_eq!(page.see::<String>("look.page.querySelector('[name=actor]').value").await, "phuong-cua-nam");
}

async fn a_code_is_found_a_slip_is_told_at_once_and_an_unknown_one_too(page: &Page) {
    let _site = site(page).await;
    let code = send(page, 1).await.remove(0);
    type_code(page, &code.replace('-', " ")).await;
    says(page, &format!("Đã tìm thấy phiếu {code}: Đã nhận.")).await;
    assert!(page.text(BOARD, "[part=found]").await.contains("Hạn của bước tiếp theo:"));
    assert_eq!(page.barriers().await, [""; 0]);
    assert!(
        page.see::<bool>("look.visible(look.page.querySelector('loa-board section > ol'))").await,
        "the list stays"
    );
    type_code(page, "4821-9930-5127-7786-0312").await;
    page.until("the slip is told", "look.active().name === 'code' && look.active().ariaInvalid === 'true'").await;
    let told: String = page.see("look.active().getAttribute('aria-describedby').split(' ').map((id) => look.page.getElementById(id).textContent).join(' ')").await;
    assert!(told.starts_with("Mã phiếu có chữ số bị nhầm hoặc bị đảo chỗ. Xin so lại với mã trên phiếu."), "{told}");
    assert_eq!(page.barriers().await, [""; 0]);
    assert_eq!(page.complaints().await, [""; 0]);
    type_code(page, "4821-9930-5127-7786-0311").await;
    says(page, "Không có phản ánh nào mang mã này. Xin so lại với mã trên phiếu.").await;
    assert!(
        page.see::<bool>("!look.page.querySelector('[aria-invalid]') && !look.find('loa-board', '[part=found]')").await
    );
}

async fn when_the_network_is_cut_what_is_shown_stays_and_there_is_a_way_out(page: &Page) {
    let site = site(page).await;
    send(page, 25).await;
    site.line(Line::Cut);
    page.press(BOARD, SHOW).await;
    says(page, "Chưa tải được: mạng bị ngắt, hoặc trang này không cho tải. Những gì đang hiện vẫn giữ nguyên.").await;
    assert!(
        page.see::<bool>("look.visible(look.page.querySelector('loa-board section > ol'))").await,
        "the page's own list"
    );
    assert_eq!(page.see::<String>("look.find('loa-board', '.buttons a').getAttribute('href')").await, "/gui/bang");
    assert_eq!(page.barriers().await, [""; 0]);
    site.line(Line::Open);
    page.press(BOARD, "[part=retry]").await;
    says(page, "Đang hiện 20 phản ánh.").await;
    assert!(page.see::<bool>("look.active().matches('[part=status]')").await, "the focus is not lost with the button");
    site.line(Line::Cut);
    page.press(BOARD, "[part=more]").await;
    says(page, "Những gì đang hiện vẫn giữ nguyên.").await;
    assert_eq!(items(page).await, 20);
    site.line(Line::Open);
    page.press(BOARD, "[part=more]").await;
    says(page, "Đang hiện 25 phản ánh.").await;
}

async fn a_busy_service_says_when_and_a_page_of_somebody_else_is_no_answer(page: &Page) {
    let site = site(page).await;
    site.line(Line::Busy(7));
    page.press(BOARD, SHOW).await;
    says(page, "Nơi nhận đang bận. Xin thử lại sau 7 giây.").await;
    site.line(Line::Portal);
    page.press(BOARD, "[part=retry]").await;
    says(page, "nơi nhận không trả lời đúng cách").await;
    site.line(Line::Open);
    page.press(BOARD, "[part=retry]").await;
    says(page, "Không có phản ánh nào như vậy.").await;
}

async fn everything_works_by_keyboard_alone(page: &Page) {
    let _site = site(page).await;
    let code = send(page, 21).await.remove(0);
    page.tab_to("input#bang-hanoi-2025-code").await;
    page.type_in(&code.replace('-', "")).await;
    page.key(Key::Enter).await;
    says(page, "Đã tìm thấy phiếu").await;
    page.tab_to("button[part=close]").await;
    page.key(Key::Enter).await;
    page.until("it is put away", "!look.find('loa-board', '[part=found]')").await;
    assert!(page.see::<bool>("look.active().matches('[part=status]')").await, "the focus is not lost with the button");
    page.key(Key::BackTab).await;
    let () = page.see("void look.page.querySelector('loa-board [data-loa-form=filter] button').focus()").await;
    page.key(Key::Enter).await;
    says(page, "Đang hiện 20 phản ánh.").await;
    page.tab_to("button[part=more]").await;
    page.key(Key::Space).await;
    says(page, "Đang hiện 21 phản ánh.").await;
    assert!(page.see::<bool>("look.active().matches('[part=more]')").await, "the focus stays on the button");
}

async fn nothing_of_a_list_is_lost_on_a_narrow_phone_with_large_letters(page: &Page) {
    let site = site(page).await;
    let code = send(page, 1).await.remove(0);
    for style in [None, Some("text-200.css")] {
        let mut document = Document::of(&example(BOARD).html);
        document.styles.extend(style);
        site.put("/narrow", document);
        page.go_framed(&site, "/narrow", (320, 800), None).await;
        page.ready().await;
        let show = "void look.page.querySelector('loa-board [data-loa-form=filter] button').click()";
        let () = page.see(show).await;
        says(page, "Đang hiện 1 phản ánh.").await;
        let look_up = "look.page.querySelector('loa-board [name=code]').value = arguments[0]; look.page.querySelector('loa-board [data-loa-form=lookup] button').click()";
        page.run::<Value>(look_up, vec![code.as_str().into()]).await;
        says(page, "Đã tìm thấy phiếu").await;
        page.painted().await;
        assert_eq!(page.see::<Vec<String>>("look.lost()").await, [""; 0], "{style:?}");
    }
    // The service's own pages too.
    for path in ["/gui/bang", "/gui/tra-cuu"] {
        page.go(&site, path).await;
        assert_eq!(page.barriers().await, [""; 0], "{path}");
    }
}

async fn without_wasm_the_service_answers_with_its_own_pages(page: &Page) {
    let site = Site::with_service(Fault::None).await;
    site.put("/page", Document::of(&example(BOARD).html).policy(Policy::NoWasm));
    page.go(&site, "/page").await;
    page.until("the widget has said why not", "look.events('loa-error').length === 1").await;
    let code = send(page, 1).await.remove(0);
    page.press(BOARD, SHOW).await;
    page.until("the board", "look.page.querySelector('h1')?.textContent === 'Bảng phản ánh và trả lời'").await;
    assert!(page.text("main", "ol").await.contains(&code));
    page.go(&site, "/page").await;
    page.until("the widget has said why not", "look.events('loa-error').length === 1").await;
    type_code(page, &code).await;
    page.until("the code is found", &format!("look.page.querySelector('h2')?.textContent === 'Phiếu {code}'")).await;
}

async fn without_scripts_the_forms_lead_to_the_service(page: &Page) {
    let site = Site::with_service(Fault::None).await;
    site.put("/page", Document::of(&example(BOARD).html));
    page.go_framed(&site, "/page", (390, 800), Some("allow-same-origin")).await;
    assert!(page.see::<bool>("view.loaProbe === undefined").await, "no script ran");
    let forms: Vec<(String, String)> =
        page.see("[...look.page.querySelectorAll('loa-board form')].map((form) => [form.method, form.getAttribute('action')])").await;
    let forms: Vec<(&str, &str)> = forms.iter().map(|(method, action)| (&**method, &**action)).collect();
    assert_eq!(forms, [("get", "/gui/tra-cuu"), ("get", "/gui/bang")]);
    for path in ["/gui/bang?actor=phuong-cua-nam&status=", "/gui/tra-cuu?code="] {
        page.go(&site, path).await;
        assert!(page.see::<bool>("look.page.querySelector('h1, form') !== null").await, "{path}");
    }
}

async fn without_an_endpoint_there_is_no_control_that_leads_nowhere(page: &Page) {
    let site = Site::fine().await;
    site.put("/page", Document::of(&fragment("loa-board/channels")));
    page.go(&site, "/page").await;
    page.ready().await;
    let text: String = page.see("look.text(look.hosts()[0])").await;
    for said in ["Trang này không nối với nơi nhận phản ánh", "Đường dây nóng 19001009", "✓ Đã trả lời"]
    {
        assert!(text.contains(said), "{said} is not in {text}");
    }
    assert!(
        page.see::<bool>("look.deep(look.hosts()[0]).every((node) => !node.matches('form, button, [href*=\"/gui\"]'))")
            .await
    );
    // A page that takes the endpoint away takes the controls away.
    site.put("/page", Document::of(&example(BOARD).html));
    page.go(&site, "/page").await;
    page.ready().await;
    let () = page.see("void look.hosts()[0].removeAttribute('endpoint')").await;
    page.until(
        "the forms are gone",
        "look.page.querySelector('form') === null && look.hosts()[0].textContent.includes('không nối với nơi nhận')",
    )
    .await;
}

async fn what_was_typed_before_the_take_over_is_looked_up(page: &Page) {
    let site = Site::with_service(Fault::ModuleWaits).await;
    site.put("/page", Document::of(&example(BOARD).html));
    page.go(&site, "/page").await;
    let code = send(page, 1).await.remove(0);
    page.run::<Value>(
        "const field = look.page.querySelector('loa-board [name=code]'); field.value = arguments[0]; field.focus()",
        vec![code.as_str().into()],
    )
    .await;
    site.let_module_go();
    page.ready().await;
    assert!(page.see::<bool>("look.active().name === 'code' && look.active().value.length === 24").await, "it stays");
    page.press(BOARD, LOOK_UP).await;
    says(page, &format!("Đã tìm thấy phiếu {code}")).await;
}
