//! What the policy of a page lets a form do.

use loa_e2e::site::{Document, Line, example};
use loa_e2e::{Fault, Page, Policy, Site, in_every_engine};
use serde_json::Value;

use super::{FORM, kept, posted_by, receipt, says, send};

in_every_engine!(
    under_the_policy_of_nukeviet_it_is_sent,
    where_scripts_may_not_send_the_page_does,
    where_nothing_may_send_it_is_said_and_nothing_is_lost,
    what_waits_and_may_not_be_sent_is_a_draft_again,
);

async fn under_the_policy_of_nukeviet_it_is_sent(page: &Page) {
    let site = Site::with_service(Fault::None).await;
    site.put("/page", Document::of(&example(FORM).html).policy(Policy::NukeViet));
    page.go(&site, "/page").await;
    page.ready().await;
    send(page).await;
    receipt(page).await;
    assert_eq!(site.feedbacks(), [201]);
}

/// A page whose scripts reach the bundle and not the service.
fn bundle_alone(site: &Site) -> String {
    format!("{}/loa/", site.address())
}

async fn site_under(page: &Page, policy: fn(String) -> Policy) -> Site {
    let site = Site::with_service(Fault::None).await;
    site.put("/page", Document::of(&example(FORM).html).policy(policy(bundle_alone(&site))));
    page.go(&site, "/page").await;
    page.ready().await;
    site
}

async fn says_that_it_is_blocked(page: &Page) {
    says(page, "Trang này không cho gửi theo cách này").await;
    page.until("it is a draft", "Object.keys(view.localStorage).join().startsWith('loa-nhap:')").await;
    let kept = kept(page).await;
    assert_eq!(kept.as_object().map(serde_json::Map::len), Some(1), "nothing waits: {kept}");
    let said = page.text(FORM, "[part=stage]").await;
    assert!(!said.contains("tự gửi"), "nothing is sent by itself: {said}");
}

async fn where_scripts_may_not_send_the_page_does(page: &Page) {
    let site = site_under(page, Policy::FormAlone).await;
    send(page).await;
    says_that_it_is_blocked(page).await;
    assert_eq!(page.barriers().await, [""; 0]);
    posted_by(page, &site, "[part=by-page]").await;
}

async fn where_nothing_may_send_it_is_said_and_nothing_is_lost(page: &Page) {
    let site = site_under(page, Policy::NoForm).await;
    send(page).await;
    says_that_it_is_blocked(page).await;
    for _ in 0..2 {
        page.press(FORM, "[part=by-page]").await;
        says(page, "Nút đó cũng bị chặn").await;
    }
    assert_eq!(page.see::<usize>("look.page.querySelectorAll('[name=idempotency_key]').length").await, 1);
    assert_eq!(page.barriers().await, [""; 0]);
    page.press(FORM, "[part=take-back]").await;
    page.until("it is there to be copied", "look.active().value && look.page.querySelector('textarea').value").await;
    assert_eq!(site.feedbacks(), [0; 0]);
}

async fn what_waits_and_may_not_be_sent_is_a_draft_again(page: &Page) {
    let site = super::site(page).await;
    site.line(Line::Cut);
    send(page).await;
    says(page, "Mạng bị ngắt").await;
    site.put("/other", Document::of("<p>Trang khác.</p>"));
    page.go(&site, "/other").await;
    // The draft of that day is gone, what waits is not.
    page.run::<Value>("view.localStorage.removeItem('loa-nhap:hanoi-2025:')", vec![]).await;
    site.put("/page", Document::of(&example(FORM).html).policy(Policy::FormAlone(bundle_alone(&site))));
    site.line(Line::Open);
    page.go(&site, "/page").await;
    says_that_it_is_blocked(page).await;
    let there: bool = page.see("look.page.querySelector('textarea').value.startsWith('Tôi nộp')").await;
    assert!(there, "it is in the form");
    page.press(FORM, "[part=take-back]").await;
    page.press("main", "[value=\"answer@1\"]").await;
    page.press(FORM, "form button").await;
    page.press(FORM, "[part=send]").await;
    says_that_it_is_blocked(page).await;
    posted_by(page, &site, "[part=by-page]").await;
}
