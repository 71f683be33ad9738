//! What the page around a form asks of it, and what becomes of the form when that changes.

use loa_e2e::site::{Document, Line, example, fragment};
use loa_e2e::{Fault, Page, Site, in_every_engine};

use super::{FORM, fill, posted_by, receipt, says, send, site_with};

in_every_engine!(
    without_an_endpoint_nothing_can_be_sent,
    channels_that_should_be_a_form_say_what_is_missing,
    a_link_carries_what_the_page_is_about,
    what_was_typed_into_an_older_form_is_in_the_newer_one,
    a_choice_that_is_no_more_leaves_the_list_at_its_first_one,
    a_trap_in_the_review_gives_a_form_back_that_posts,
);

async fn without_an_endpoint_nothing_can_be_sent(page: &Page) {
    let site = site_with(page, &fragment("loa-feedback/channels")).await;
    let text: String = page.see("look.text(look.hosts()[0])").await;
    for said in ["Trang này không nhận phản ánh trực tiếp", "Đường dây nóng 19001009"] {
        assert!(text.contains(said), "{said} is not in {text}");
    }
    assert!(page.see::<bool>("look.page.querySelector('form, button') === null").await);
    // A page that takes the endpoint away takes the form away.
    site.put("/page", Document::of(&example(FORM).html));
    page.go(&site, "/page").await;
    page.ready().await;
    let () = page.see("void look.hosts()[0].removeAttribute('endpoint')").await;
    page.until("the form is gone", "look.page.querySelector('form') === null && look.hosts()[0].textContent.includes('không nhận phản ánh trực tiếp')").await;
}

async fn channels_that_should_be_a_form_say_what_is_missing(page: &Page) {
    let site = Site::start(Fault::FragmentMissing).await;
    site.put(
        "/page",
        Document::of(&fragment("loa-feedback/channels").replace("<loa-feedback", "<loa-feedback endpoint=\"/\"")),
    );
    page.go(&site, "/page").await;
    page.until("it says why not", "look.events('loa-error').length === 1").await;
    let record = page.record().await;
    let error = record.events.iter().find(|event| event.name == "loa-error").expect("an error");
    assert_eq!(error.detail["code"], "not-found", "{record:#?}");
    let address = "/loa/hanoi-2025/fragments/loa-feedback/form.html answered 404";
    assert!(record.console.iter().any(|line| line.contains(address)), "{record:#?}");
}

async fn a_link_carries_what_the_page_is_about(page: &Page) {
    let link = fragment("loa-feedback/link");
    let asked = link.replace("<loa-feedback", "<loa-feedback actor=\"một & hai\" procedure=\"1.001193\"");
    for (html, end) in [(&link, "/gui"), (&asked, "/gui?actor=m%E1%BB%99t+%26+hai&procedure=1.001193")] {
        let _site = site_with(page, html).await;
        let href: String = page.see("look.page.querySelector('loa-feedback > p > a').getAttribute('href')").await;
        assert_eq!(href, *end);
    }
    let form = example(FORM).html.replace("<loa-feedback", "<loa-feedback actor=\"phuong-cua-nam\"");
    let site = site_with(page, &form).await;
    site.line(Line::Cut);
    send(page).await;
    says(page, "Mạng bị ngắt").await;
    let href: String = page.see("look.find('loa-feedback', '[part=stage] a').getAttribute('href')").await;
    assert_eq!(href, "/gui?actor=phuong-cua-nam");
}

async fn what_was_typed_into_an_older_form_is_in_the_newer_one(page: &Page) {
    let site = Site::with_service(Fault::ModuleWaits).await;
    let old = example(FORM).html.replace("<h2>", "<h2>Bản cũ: ");
    let build = old.split("data-loa-build=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a build id");
    site.put("/page", Document::of(&old.replace(build, "20240101-00000000")));
    page.go(&site, "/page").await;
    fill(page).await;
    site.let_module_go();
    page.ready().await;
    page.press("main", ":scope > p:last-child").await;
    page.until(
        "the newer form is there",
        "!look.page.querySelector('loa-feedback h2').textContent.startsWith('Bản cũ')",
    )
    .await;
    let consents: Vec<bool> =
        page.see("[...look.page.querySelectorAll('[name=consents]')].map((box) => box.checked)").await;
    assert_eq!(consents, [true, false], "no consent is given that nobody gave");
    page.press(FORM, "form button").await;
    page.press(FORM, "[part=send]").await;
    receipt(page).await;
    assert_eq!(site.feedbacks(), [201]);
}

async fn a_choice_that_is_no_more_leaves_the_list_at_its_first_one(page: &Page) {
    let site = Site::with_service(Fault::ModuleWaits).await;
    let old =
        example(FORM).html.replace("<option value=\"\">", "<option value=\"cu\">Đơn vị cũ</option><option value=\"\">");
    let build = old.split("data-loa-build=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a build id");
    site.put("/page", Document::of(&old.replace(build, "20240101-00000000")));
    page.go(&site, "/page").await;
    let () = page.see("void (look.page.querySelector('select').value = 'cu')").await;
    site.let_module_go();
    page.ready().await;
    page.until("the newer list is there", "look.page.querySelector('option[value=cu]') === null").await;
    assert_eq!(page.see::<i32>("look.page.querySelector('select').selectedIndex").await, 0);
}

async fn a_trap_in_the_review_gives_a_form_back_that_posts(page: &Page) {
    let site = Site::with_service(Fault::None).await;
    site.put("/page", Document::of(&example(FORM).html).script("trap.js"));
    page.go(&site, "/page").await;
    page.ready().await;
    fill(page).await;
    for again in [2, 2] {
        page.press(FORM, "form button").await;
        page.find(FORM, "[part=send]").await;
        page.trap("feedback").await;
        let ready = format!("look.events('loa-ready').length === {again} && !look.find('loa-feedback', '[part=send]')");
        page.until("the form is back", &ready).await;
        page.until("it is seen", "look.visible(look.page.querySelector('loa-feedback form'))").await;
    }
    assert!(page.see::<bool>("!look.find('loa-feedback', '[part=feedback]')").await, "the static form");
    posted_by(page, &site, "form button").await;
}
