//! A person goes through a guide.

use loa_e2e::site::{Document, example};
use loa_e2e::{Engine, Page, Site, in_every_engine, run};
use serde_json::{Value, json};

in_every_engine!(
    the_buttons_lead_through_the_steps_and_say_where_one_is,
    a_link_from_elsewhere_opens_its_step,
    the_step_is_remembered_in_this_tab_and_offered,
    ticks_stay_on_the_device_can_be_cleared_and_clearing_can_be_undone,
    the_last_step_says_where_to_file_and_where_to_get_help,
    scrolling_the_row_by_hand_moves_the_position,
);

const STEPS: &str = "look.page.querySelectorAll('loa-guide > ol > li').length";
const SHOWN: &str = "[...look.page.querySelectorAll('loa-guide > ol > li')].findIndex((step) => !step.inert) + 1";

async fn open(page: &Page, site: &Site, hash: &str) {
    site.put("/guide", Document::of(&example("loa-guide").html));
    page.go(site, &format!("/guide{hash}")).await;
    page.ready().await;
}

async fn at_step(page: &Page, step: usize) {
    page.until(&format!("step {step} is shown alone"), &format!("{SHOWN} === {step}")).await;
    let place = format!(
        "(() => {{ const row = look.page.querySelector('loa-guide > ol'); \
         return Math.abs(row.scrollLeft - {} * row.clientWidth) < 2; }})()",
        step - 1
    );
    page.until(&format!("the row stands at step {step}"), &place).await;
    let of: usize = page.see(STEPS).await;
    let position = page.text("loa-guide", "[part=position]").await;
    let words = [format!("Bước {step} / trên {of}"), format!("Bước {step}/ trên {of}"), format!("Bước {step}")];
    assert!(
        position.starts_with(&words[2]) && position.ends_with(&of.to_string()),
        "“{position}” is none of {words:?}"
    );
}

async fn the_buttons_lead_through_the_steps_and_say_where_one_is(page: &Page) {
    let site = Site::fine().await;
    open(page, &site, "").await;
    at_step(page, 1).await;
    let of: usize = page.see(STEPS).await;
    let disabled =
        |part: &str| format!("look.find('loa-guide', '[part={part}]').getAttribute('aria-disabled') === 'true'");
    assert!(page.see::<bool>(&disabled("previous")).await, "there is nothing before the first step");
    page.press("loa-guide", "[part=previous]").await;
    at_step(page, 1).await;
    for step in 2..=of {
        page.press("loa-guide", "[part=next]").await;
        at_step(page, step).await;
    }
    assert!(page.see::<bool>(&disabled("next")).await, "there is nothing after the last step");
    page.press("loa-guide", "[part=previous]").await;
    at_step(page, of - 1).await;
    let record = page.record().await;
    let steps: Vec<&Value> = record.events.iter().filter(|e| e.name == "loa-step").map(|e| &e.detail["step"]).collect();
    let expected: Vec<Value> = (2..=of).chain([of - 1]).map(|step| json!(step)).collect();
    assert_eq!(steps, expected.iter().collect::<Vec<_>>(), "each move is told once, and only what a person did");
    assert_eq!(page.complaints().await, [""; 0]);
}

async fn a_link_from_elsewhere_opens_its_step(page: &Page) {
    let site = Site::fine().await;
    open(page, &site, "#loa-guide=khai-sinh&buoc=3").await;
    at_step(page, 3).await;
    assert_eq!(page.record().await.count("loa-step"), 0, "nobody moved by hand");
    let () = page.see("void (location.hash = '#loa-guide=khai-sinh&buoc=5')").await;
    at_step(page, 5).await;
    let () = page.see("void (location.hash = '#khai-sinh-buoc-2')").await;
    at_step(page, 2).await;
    let () = page.see("void (location.hash = '#loa-guide=khai-sinh&buoc=99')").await;
    at_step(page, page.see(STEPS).await).await;
}

async fn the_step_is_remembered_in_this_tab_and_offered(page: &Page) {
    let site = Site::fine().await;
    open(page, &site, "").await;
    for step in 2..=4 {
        page.press("loa-guide", "[part=next]").await;
        at_step(page, step).await;
    }
    page.reload().await;
    page.ready().await;
    // Under the eyes of the reader it is offered, not done.
    at_step(page, 1).await;
    assert_eq!(page.text("loa-guide", "[part=continue]").await, "Tiếp tục ở bước 4");
    page.press("loa-guide", "[part=continue]").await;
    at_step(page, 4).await;
}

async fn ticks_stay_on_the_device_can_be_cleared_and_clearing_can_be_undone(page: &Page) {
    const TICKED: &str =
        "[...look.page.querySelectorAll('loa-guide input')].map((input) => input.checked ? 1 : 0).join('')";
    let site = Site::fine().await;
    open(page, &site, "").await;
    page.press("loa-guide", "ul[role=list] > li:nth-child(1) label").await;
    page.press("loa-guide", "ul[role=list] > li:nth-child(2) label").await;
    let ticked: String = page.see(TICKED).await;
    assert!(ticked.starts_with("11"), "{ticked}");
    page.reload().await;
    page.ready().await;
    page.until("the ticks are back", &format!("{TICKED} === '{ticked}'")).await;
    page.press("loa-guide", "button[type=reset]").await;
    page.until("the ticks are cleared", &format!("!{TICKED}.includes('1')")).await;
    page.press("loa-guide", "[part=undo]").await;
    page.until("the ticks are back", &format!("{TICKED} === '{ticked}'")).await;
    page.press("loa-guide", "button[type=reset]").await;
    page.until("the ticks are cleared again", &format!("!{TICKED}.includes('1')")).await;
    page.until("nothing is left on the device", "Object.keys(look.kept().local).length === 0").await;
    assert_eq!(page.record().await.count("loa-tick"), 0, "clearing is not ticking");
}

async fn the_last_step_says_where_to_file_and_where_to_get_help(page: &Page) {
    let site = Site::fine().await;
    open(page, &site, "").await;
    let last: usize = page.see(STEPS).await;
    let () = page.see(&format!("void (location.hash = '#loa-guide=khai-sinh&buoc={last}')")).await;
    at_step(page, last).await;
    let text = page.text("loa-guide", "ol[role=list] > li[id]:last-child").await;
    for part in ["VNeID", "Cần giúp đỡ", "Nguồn:", "Cập nhật"] {
        assert!(text.contains(part), "“{part}” is not in “{text}”");
    }
    let links: Vec<String> =
        page.see("[...look.page.querySelectorAll('loa-guide > ol > li:last-child a')].map((a) => a.href)").await;
    assert!(links.iter().any(|link| link.starts_with("tel:")), "a number to call: {links:?}");
    assert!(links.iter().any(|link| link.starts_with("https://dichvucong.gov.vn")), "a link to file: {links:?}");
    page.press("loa-guide", "[part=done]").await;
    page.until("the widget thanks", "look.find('loa-guide', '[role=status]').textContent.includes('Cảm ơn')").await;
    assert_eq!(page.record().await.count("loa-done"), 1);
}

async fn scrolling_the_row_by_hand_moves_the_position(page: &Page) {
    let site = Site::fine().await;
    open(page, &site, "").await;
    let () = page.see("(() => { const row = look.page.querySelector('loa-guide > ol'); row.scrollTo({ left: row.clientWidth, behavior: 'instant' }); })()").await;
    at_step(page, 2).await;
}

#[test]
fn all_steps_are_printed() {
    run(Engine::Chromium, async |page: &Page| {
        let site = Site::fine().await;
        open(page, &site, "").await;
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        let tops: Vec<f64> = page.see("[...look.page.querySelectorAll('loa-guide > ol > li')].map((step) => step.getBoundingClientRect().top)").await;
        assert!(tops.windows(2).all(|two| two[0] < two[1]), "one below the other: {tops:?}");
        assert!(!page.see::<bool>("look.visible(look.find('loa-guide', '[part=controls]'))").await);
    });
}

#[test]
fn inside_zalo_the_last_step_leads_to_the_browser() {
    run(Engine::Chromium, async |page: &Page| {
        let zalo =
            "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36 Zalo android/24.1";
        page.devtools("Network.setUserAgentOverride", json!({ "userAgent": zalo })).await;
        let site = Site::fine().await;
        open(page, &site, "#loa-guide=khai-sinh&buoc=99").await;
        page.find("loa-guide", "[part=browser]").await;
        let text = page.text("loa-guide", "[part=browser]").await;
        page.devtools("Network.setUserAgentOverride", json!({ "userAgent": "" })).await;
        assert_eq!(text, "Mở bằng trình duyệt");
    });
}
