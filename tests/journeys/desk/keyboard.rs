//! The desk by keyboard alone, from signing in to signing out.

use std::sync::Arc;

use loa_e2e::page::{Desk, Key, Stop};
use loa_e2e::site::{Office, PASSWORD, Worker};
use loa_e2e::{Page, Site, in_every_engine};

in_every_engine!(a_feedback_is_answered_and_published_by_keyboard_alone);

const ANSWER: &str = "Loi da duoc sua. Xin nop lai ho so.";

/// Goes on by Tab to a place; every place on the way is seen, has a name, and shows that the keyboard is there.
async fn to(page: &Page, end: &str) {
    let stops = page.tab_to(end).await;
    let wrong: Vec<&Stop> = stops.iter().filter(|stop| stop.name.is_empty() || !stop.seen || !stop.ring).collect();
    assert!(wrong.is_empty(), "without a name, not seen, or without a ring: {wrong:#?}");
}

async fn sign_in(page: &Page, desk: &Desk<'_>, worker: Worker) {
    to(page, "input#o-name").await;
    page.type_in(worker.name()).await;
    to(page, "input#o-password").await;
    page.type_in(PASSWORD).await;
    page.enter_onward().await;
    desk.shows("Danh sách phiếu").await;
}

async fn sign_out(page: &Page, desk: &Desk<'_>) {
    desk.go("/desk").await;
    to(page, "form.who > button").await;
    page.enter_onward().await;
    desk.shows("Bàn tiếp nhận phản ánh").await;
}

async fn a_feedback_is_answered_and_published_by_keyboard_alone(page: &Page) {
    let office = Arc::new(Office::open().await);
    let site = Site::with_office(&office).await;
    let code = office.receive("Tôi nộp hồ sơ khai sinh ba lần mà hệ thống đều báo lỗi.").await;
    let desk = Desk::of(page, &site);
    desk.go("/desk").await;
    desk.shows("Bàn tiếp nhận phản ánh").await;
    sign_in(page, &desk, Worker::Officer).await;

    page.key(Key::Tab).await;
    let first = page.stop().await.expect("a first place");
    assert_eq!((first.path.as_str(), first.name.as_str()), ("a.skip", "Đến nội dung chính"));
    assert!(first.seen && first.ring, "{first:?}");
    page.key(Key::Enter).await;
    page.key(Key::Tab).await;
    let next = page.stop().await.expect("a place in the content");
    assert!(next.path.starts_with("main#noi-dung"), "the link skips to the content: {next:?}");

    to(page, "li.in-time > p > a").await;
    page.enter_onward().await;
    desk.shows(&format!("Phiếu {code}")).await;
    to(page, "select#o-urgency").await;
    page.key(Key::Down).await;
    to(page, "button.main").await;
    page.enter_onward().await;
    desk.says("Đã tiếp nhận phiếu.").await;
    to(page, "textarea#o-text").await;
    page.type_in(ANSWER).await;
    to(page, "input#o-title-1").await;
    page.type_in("Huong dan").await;
    to(page, "input#o-url-1").await;
    page.type_in("https://dichvucong.gov.vn/khai-sinh").await;
    to(page, "button.main").await;
    page.enter_onward().await;
    desk.says("Đã ghi câu trả lời.").await;
    sign_out(page, &desk).await;

    sign_in(page, &desk, Worker::Publisher).await;
    to(page, "li.none > p > a").await;
    page.enter_onward().await;
    desk.shows(&format!("Phiếu {code}")).await;
    to(page, "a.next").await;
    page.enter_onward().await;
    desk.shows(&format!("Công khai phiếu {code}")).await;
    to(page, "input#o-read").await;
    page.key(Key::Space).await;
    to(page, "button.main").await;
    page.enter_onward().await;
    desk.says("Đã công khai.").await;
    sign_out(page, &desk).await;
    page.forget_cookies().await;

    desk.go(&format!("/gui/tra-cuu?code={code}")).await;
    desk.says(ANSWER).await;
}
