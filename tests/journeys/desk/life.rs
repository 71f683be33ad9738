//! The whole life of a feedback: written on a NukeViet page, answered at the desk, read by everybody.

use loa_e2e::page::Desk;
use loa_e2e::site::{Document, Line, Worker, example};
use loa_e2e::{Fault, Page, Site, in_every_engine};
use serde_json::{Value, json};

use super::{ANSWER, LINK, PERSONAL};
use crate::feedback::{FORM, fill, receipt, says};

in_every_engine!(what_is_sent_on_a_page_of_nukeviet_is_answered_in_public);

/// A page as NukeViet renders it, with the headers that it sends.
const HOST: &str = "/hosts/nukeviet/";

/// What is sent has a phone number in it, and the person agrees that the text is published.
const WRITE: &str = "const form = look.page.querySelector('loa-feedback form'); \
    const text = form.elements.text; text.value = arguments[0]; \
    text.dispatchEvent(new Event('input', { bubbles: true })); text.dispatchEvent(new Event('change', { bubbles: true })); \
    form.querySelector('[value=\"publish@1\"]').click();";

async fn what_is_sent_on_a_page_of_nukeviet_is_answered_in_public(page: &Page) {
    let site = Site::with_service(Fault::None).await;
    Worker::ALL.into_iter().for_each(|worker| site.employ(worker));
    let mut sent = Vec::new();
    for (way, code) in [
        ("bằng biểu mẫu của trang", sent_by_the_widget(page, &site).await),
        ("khi mạng vừa có lại", sent_when_the_network_is_back(page, &site).await),
        ("không có script", sent_without_scripts(page, &site).await),
    ] {
        assert!(code.len() == 24 && code.matches('-').count() == 4, "{way}: {code}");
        assert!(sent.iter().all(|(_, other)| *other != code), "{way}: each has a code of its own");
        sent.push((way, code));
    }
    assert_eq!(site.feedbacks(), [201, 201, 201], "each was taken in once");
    nothing_is_public_yet(page, &site, &sent).await;

    let officer = Desk::sign_in(page, &site, Worker::Officer).await;
    for (_, code) in &sent {
        officer.open(code).await;
        officer.accept("normal").await;
        officer.answer(ANSWER, LINK).await;
    }
    officer.sign_out().await;
    nothing_is_public_yet(page, &site, &sent).await;

    let publisher = Desk::sign_in(page, &site, Worker::Publisher).await;
    for (way, code) in &sent {
        publisher.review(code).await;
        publisher.says(&question(way)).await;
        publisher.publish().await;
    }
    publisher.sign_out().await;
    page.forget_cookies().await;
    for (way, code) in &sent {
        the_public_sees(page, &site, code, &question(way)).await;
    }
}

/// What a person writes, in one of the ways.
fn text(way: &str) -> String {
    format!("Tôi nộp hồ sơ khai sinh ba lần mà hệ thống đều báo lỗi, xin gọi 0912 345 678. Gửi {way}.")
}

/// The same as the public reads it.
fn question(way: &str) -> String {
    text(way).replace("0912 345 678", "[đã ẩn số điện thoại]")
}

async fn write(page: &Page, site: &Site, way: &str) {
    page.go(site, HOST).await;
    page.until("the form is there", "look.page.querySelector('loa-feedback form')").await;
    if way != "không có script" {
        let () = page.see("void look.page.querySelector('loa-feedback').scrollIntoView()").await;
        page.until("the form has taken over", "look.page.querySelector('loa-feedback').shadowRoot?.childElementCount")
            .await;
    }
    fill(page).await;
    page.run::<Value>(WRITE, vec![json!(text(way))]).await;
    page.press(FORM, "form button").await;
}

async fn sent_by_the_widget(page: &Page, site: &Site) -> String {
    write(page, site, "bằng biểu mẫu của trang").await;
    page.press(FORM, "[part=send]").await;
    receipt(page).await
}

async fn sent_when_the_network_is_back(page: &Page, site: &Site) -> String {
    site.line(Line::Cut);
    write(page, site, "khi mạng vừa có lại").await;
    page.press(FORM, "[part=send]").await;
    says(page, "Mạng bị ngắt").await;
    site.line(Line::Open);
    let () = page.see("void view.dispatchEvent(new Event('online'))").await;
    receipt(page).await
}

async fn sent_without_scripts(page: &Page, site: &Site) -> String {
    site.without_scripts();
    write(page, site, "không có script").await;
    page.until("a page answers", "look.page.querySelector('.code')").await;
    let code = page.text("main", ".code").await;
    site.with_scripts();
    code
}

/// What everybody may ask for.
fn public_addresses(code: &str) -> [String; 5] {
    [
        format!("/api/feedback/{code}"),
        "/api/board".to_owned(),
        "/api/board.atom".to_owned(),
        "/gui/bang".to_owned(),
        format!("/gui/tra-cuu?code={code}"),
    ]
}

/// Reads addresses as a page of the site does; each has to be there.
async fn read(page: &Page, site: &Site, addresses: &[String]) -> Vec<String> {
    site.put("/public", Document::of("<p>Trang của cổng.</p>"));
    page.go(site, "/public").await;
    let all = "const texts = []; for (const address of given[0]) { \
        const answer = await view.fetch(address, { cache: 'no-store', credentials: 'omit' }); \
        texts.push(answer.ok ? await answer.text() : `${address}: ${answer.status}`); } return texts;";
    page.run_async(all, vec![json!(addresses)]).await
}

async fn nothing_is_public_yet(page: &Page, site: &Site, sent: &[(&str, String)]) {
    for (way, code) in sent {
        for text in read(page, site, &public_addresses(code)).await {
            assert!(!text.contains("khai sinh ba lần") && !text.contains(ANSWER), "{way}: {text}");
        }
    }
}

/// The question and its answer are public in every form, the code from the receipt finds them, and nothing says who
/// asked.
pub(crate) async fn the_public_sees(page: &Page, site: &Site, code: &str, question: &str) {
    let addresses = public_addresses(code);
    for (address, text) in addresses.iter().zip(read(page, site, &addresses).await) {
        for said in [question, ANSWER, LINK.1, code] {
            assert!(text.contains(said), "{address} does not say `{said}`: {text}");
        }
        for personal in PERSONAL {
            assert!(!text.contains(personal), "{address} says `{personal}`: {text}");
        }
    }
    page.go(site, "/gui/tra-cuu").await;
    page.press("main", "#o-code").await;
    page.type_in(code).await;
    page.press("main", "button").await;
    page.until("the feedback is found", "look.page.querySelector('h2')?.textContent.startsWith('Phiếu')").await;
    let shown: String = page.see("look.text(look.page.querySelector('main'))").await;
    for said in ["Đã trả lời", question, ANSWER, LINK.0, code] {
        assert!(shown.contains(said), "the page does not say `{said}`: {shown}");
    }
    let leads: String = page.see("look.page.querySelector('main ul a').href").await;
    assert_eq!(leads, LINK.1);
    the_board_shows(page, site, code, question).await;
}

/// The board in a portal's page lists question and answer, finds them by the code, and does not say who asked.
async fn the_board_shows(page: &Page, site: &Site, code: &str, question: &str) {
    site.put("/board", Document::of(&example("loa-board").html));
    page.go(site, "/board").await;
    page.ready().await;
    page.press("loa-board", "[data-loa-form=filter] button").await;
    let listed =
        "[...look.hosts()[0].shadowRoot.querySelectorAll('[part=item]')].map((item) => look.text(item)).join(' ')";
    page.until("the board lists it", &format!("({listed}).includes({})", json!(code))).await;
    let enter = "look.page.querySelector('loa-board [name=code]').value = arguments[0]";
    page.run::<Value>(enter, vec![code.into()]).await;
    page.press("loa-board", "[data-loa-form=lookup] button").await;
    page.until("the code is found", "look.find('loa-board', '[part=found]')").await;
    let found = page.text("loa-board", "[part=found]").await;
    let all: String = page.see("look.hosts()[0].shadowRoot.textContent").await;
    for said in ["Đã trả lời", question, ANSWER, LINK.0, code] {
        assert!(found.contains(said), "the board does not find `{said}`: {found}");
    }
    for personal in PERSONAL {
        assert!(!all.contains(personal), "the board says `{personal}`: {all}");
    }
}
