//! What could not be sent at once: kept, sent later, never lost, never twice.

use loa_e2e::site::{Document, Line, example};
use loa_e2e::{Page, Site, in_every_engine};
use serde_json::{Value, json};

use super::{FORM, TEXT, kept, receipt, says, send, site, site_with};

in_every_engine!(
    what_the_network_swallowed_is_sent_when_it_is_back,
    what_waits_is_sent_on_the_next_visit,
    a_try_by_itself_takes_no_focus,
    two_tabs_leave_each_others_alone,
    what_has_waited_for_too_long_is_not_sent,
    what_is_being_written_and_what_waits_are_both_kept,
    what_is_refused_on_a_later_visit_is_a_draft_again,
    without_its_form_it_is_sent_nowhere,
);

/// Puts what waits, or the draft, into other words.
const CHANGE: &str = "const change = (start, how) => { \
    const name = Object.keys(view.localStorage).find((name) => name.startsWith(start)); \
    const pairs = new URLSearchParams(view.localStorage.getItem(name)); how(pairs, name); };";

async fn change(page: &Page, how: &str) {
    page.run::<Value>(&format!("{CHANGE} {how}"), vec![]).await;
}

/// Sends where the network is cut, and leaves for another page of the site, on which nothing disturbs what is kept.
async fn leave_waiting(page: &Page) -> Site {
    let site = site(page).await;
    site.line(Line::Cut);
    send(page).await;
    says(page, "Mạng bị ngắt").await;
    site.put("/other", Document::of("<p>Trang khác.</p>"));
    page.go(&site, "/other").await;
    site
}

async fn what_the_network_swallowed_is_sent_when_it_is_back(page: &Page) {
    let site = site(page).await;
    site.line(Line::Cut);
    send(page).await;
    says(page, "Mạng bị ngắt nên chưa biết").await;
    says(page, "Nội dung được giữ trên máy này").await;
    assert_eq!(page.barriers().await, [""; 0]);
    assert_eq!(page.record().await.count("loa-sent"), 0, "nothing is said to be sent");
    assert_eq!(page.record().await.count("loa-waiting"), 1);
    site.line(Line::Open);
    let () = page.see("void view.dispatchEvent(new Event('online'))").await;
    receipt(page).await;
    assert_eq!(site.feedbacks(), [201]);
    assert_eq!(kept(page).await, json!({}), "nothing stays on the device");
}

async fn what_waits_is_sent_on_the_next_visit(page: &Page) {
    let site = leave_waiting(page).await;
    site.line(Line::Open);
    page.go(&site, "/page").await;
    receipt(page).await;
    assert_eq!(site.feedbacks(), [201]);
    assert_eq!(kept(page).await, json!({}));
}

async fn a_try_by_itself_takes_no_focus(page: &Page) {
    let search = "<p><label>Tìm <input id=\"tim\"></label></p>";
    let site = site_with(page, &format!("{search}{}", example(FORM).html)).await;
    site.line(Line::Busy(1));
    send(page).await;
    says(page, "đang bận").await;
    page.press("main", "#tim").await;
    site.line(Line::Open);
    receipt(page).await;
    assert!(page.see::<bool>("look.active().id === 'tim'").await, "the person is left where they are");
}

async fn two_tabs_leave_each_others_alone(page: &Page) {
    let site = leave_waiting(page).await;
    // Another tab has something waiting as well, in the way that this one has it.
    let how = "change('loa-cho-gui:hanoi-2025::', (pairs, name) => { const key = pairs.get('idempotency_key'); \
        const other = `tab-${key}`; pairs.set('idempotency_key', other); pairs.set('name', 'Trần Văn Nam'); \
        view.localStorage.setItem(name.replace(key, other), pairs); });";
    change(page, how).await;
    assert_eq!(page.see::<usize>("Object.keys(view.localStorage).length").await, 3, "two wait, and a draft");
    site.line(Line::Open);
    page.go(&site, "/page").await;
    let first = receipt(page).await;
    let left: Vec<String> =
        page.see("Object.keys(view.localStorage).filter((name) => name.startsWith('loa-cho-gui:'))").await;
    assert_eq!(left.len(), 1, "the other one waits on: {left:?}");
    assert_eq!(page.text(FORM, "[part=another]").await, "Gửi phản ánh đang chờ");
    page.press(FORM, "[part=another]").await;
    let other = format!("(look.text(look.find('loa-feedback', '[part=code]')) ?? {0}) !== {0}", json!(first));
    page.until("the other one is received as well", &other).await;
    assert_eq!(page.text(FORM, "[part=another]").await, "Gửi phản ánh khác");
    assert_eq!(site.feedbacks(), [201, 201]);
    assert_eq!(kept(page).await, json!({}));
}

async fn what_has_waited_for_too_long_is_not_sent(page: &Page) {
    let site = leave_waiting(page).await;
    let how = "for (const start of ['loa-cho-gui:', 'loa-nhap:']) change(start, (pairs, name) => { \
        pairs.set('day', pairs.get('day') - arguments[0]); view.localStorage.setItem(name, pairs); });";
    page.run::<Value>(&format!("{CHANGE} {how}"), vec![8.into()]).await;
    site.line(Line::Open);
    page.go(&site, "/page").await;
    page.ready().await;
    let said = page.text(FORM, "[part=draft]").await;
    assert_eq!(said, "Phản ánh chờ gửi đã quá 7 ngày nên bị xoá, chưa gửi.");
    assert_eq!(site.feedbacks(), [0; 0]);
    assert_eq!(kept(page).await, json!({}));
}

async fn what_is_being_written_and_what_waits_are_both_kept(page: &Page) {
    let site = leave_waiting(page).await;
    change(page, "change('loa-nhap:', (pairs, name) => { pairs.set('idempotency_key', 'cua-mot-the-khac-1'); \
        pairs.set('text', 'Xin cho biết giờ làm việc của bộ phận một cửa.'); view.localStorage.setItem(name, pairs); });").await;
    page.go(&site, "/page").await;
    says(page, "Mạng bị ngắt").await;
    page.press(FORM, "[part=take-back]").await;
    let said = "look.text(look.find('loa-feedback', '[part=draft]')).includes('vẫn chờ gửi trên máy này')";
    page.until("it is said that something waits", said).await;
    let text: String = page.see("look.page.querySelector('textarea').value").await;
    assert_eq!(text, "Xin cho biết giờ làm việc của bộ phận một cửa.");
    assert!(kept(page).await.to_string().contains("loa-cho-gui:"), "what waits is still there");
    site.line(Line::Open);
    page.press("main", "[value=\"answer@1\"]").await;
    page.press(FORM, "form button").await;
    page.press(FORM, "[part=send]").await;
    receipt(page).await;
    page.press(FORM, "[part=another]").await;
    page.until("both are received", "look.text(look.find('loa-feedback', '[part=another]')) === 'Gửi phản ánh khác'")
        .await;
    assert_eq!(site.feedbacks(), [201, 201]);
    assert_eq!(kept(page).await, json!({}));
}

async fn what_is_refused_on_a_later_visit_is_a_draft_again(page: &Page) {
    let site = leave_waiting(page).await;
    change(
        page,
        "change('loa-cho-gui:', (pairs, name) => { pairs.set('name', ''); view.localStorage.setItem(name, pairs); \
        view.localStorage.removeItem('loa-nhap:hanoi-2025:'); });",
    )
    .await;
    site.line(Line::Open);
    page.go(&site, "/page").await;
    page.until(
        "it is said what is wrong",
        "look.text(look.find('loa-feedback', '[part=wrong]'))?.includes('Xin ghi họ và tên')",
    )
    .await;
    let text: String = page.see("look.page.querySelector('textarea').value").await;
    assert_eq!(text, TEXT);
    let names: Vec<String> = page.see("Object.keys(view.localStorage)").await;
    assert_eq!(names, ["loa-nhap:hanoi-2025:"], "it is a draft, and waits no more");
    assert!(
        page.see::<bool>("look.active() === look.page.body").await,
        "nobody has asked for it, so nothing takes the focus"
    );
    assert_eq!(site.feedbacks(), [422]);
}

async fn without_its_form_it_is_sent_nowhere(page: &Page) {
    let site = site(page).await;
    site.line(Line::Busy(1));
    send(page).await;
    says(page, "đang bận").await;
    // Longer than the second after which it would be sent again.
    let () = page.see("void view.setTimeout(() => { view.isLater = true; }, 1500)").await;
    let () = page.see("void look.hosts()[0].removeAttribute('endpoint')").await;
    page.until("the form is gone", "look.page.querySelector('form') === null").await;
    page.until("it would have been sent", "(view.wrappedJSObject ?? view).isLater").await;
    let posts = site.requests().iter().filter(|path| ["/page", "/api/feedback"].contains(&path.as_str())).count();
    assert_eq!(posts, 2, "the page once, the feedback once: {:?}", site.requests());
    site.line(Line::Open);
    let () = page.see("void look.hosts()[0].setAttribute('endpoint', '/')").await;
    receipt(page).await;
    assert_eq!(site.feedbacks(), [201]);
}
