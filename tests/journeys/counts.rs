//! What people do with a guide, counted by the service where the campaign says so, and one question on the way back.

use loa_e2e::page::Key;
use loa_e2e::site::Document;
use loa_e2e::{Page, Site, in_every_engine};
use serde_json::{Value, json};

in_every_engine!(
    what_is_done_with_a_guide_is_counted_once_each,
    whoever_comes_back_is_asked_once_and_may_say_why_not,
    the_question_moves_nothing_and_need_not_be_answered,
    where_the_campaign_is_silent_nothing_is_sent_or_kept,
);

const GUIDE: &str = "loa-guide";
const SENT: &str = "/api/counts";
const LINK: &str = "[data-loa-filing] a";

/// The guide as the bundle has it; the portal is a page of the test.
fn document(site: &Site, attributes: &str) -> Document {
    let html = site.fragment("loa-guide/khai-sinh").replace("https://dichvucong.gov.vn", "/portal");
    Document::of(&html.replacen("<loa-guide", &format!("<loa-guide {attributes}"), 1))
}

async fn open(page: &Page, settings: &str, attributes: &str) -> Site {
    let site = Site::with_settings(settings).await;
    site.put("/page", document(&site, attributes));
    site.put("/portal", Document::of("<p>Cổng dịch vụ công.</p>"));
    page.go(&site, "/page").await;
    page.ready().await;
    site
}

const ON: &str = "format = 1\ncounts = \"on\"\n";

async fn counted(site: &Site) -> Value {
    let all: Value = serde_json::from_str(&site.says("/api/counts").await).expect("the counts are JSON");
    let brief = |row: &Value| json!([row["deed"], row["obstacle"], row["audience"], row["actor"], row["count"]]);
    all["counts"].as_array().expect("the counts are a list").iter().map(brief).collect()
}

/// To the last step, whence the way leads to the portal.
async fn to_the_end(page: &Page) {
    let steps: usize = page.see("look.page.querySelectorAll('loa-guide > ol > li').length").await;
    for step in 1..steps {
        page.press(GUIDE, "[part=next]").await;
        page.until("the step is shown", &format!("!look.page.querySelectorAll('loa-guide > ol > li')[{step}].inert"))
            .await;
    }
}

async fn to_the_portal_and_back(page: &Page, site: &Site) {
    to_the_end(page).await;
    page.press(GUIDE, LINK).await;
    page.until("the portal is there", "look.page.body.textContent.includes('Cổng dịch vụ công.')").await;
    page.go(site, "/page").await;
    page.ready().await;
}

async fn what_is_done_with_a_guide_is_counted_once_each(page: &Page) {
    let site = open(page, ON, "audience=\"citizen\" actor=\"phuong-cua-nam\"").await;
    assert_eq!(page.see::<Value>("look.kept()").await, json!({ "cookie": "", "local": {}, "session": {} }));
    assert_eq!(site.sent(SENT), [0; 0], "reading is nothing that is counted");
    to_the_end(page).await;
    // There and back again is the same guide.
    page.press(GUIDE, "[part=previous]").await;
    page.press(GUIDE, "[part=next]").await;
    page.press(GUIDE, LINK).await;
    site.until_sent(SENT, 3).await;
    let of = |deed: &str| json!([deed, null, "nguoi-dan", "phuong-cua-nam", 1]);
    assert_eq!(counted(&site).await, json!([of("guide-finished"), of("guide-started"), of("went-to-portal")]));
    assert_eq!(site.sent(SENT), [204; 3]);
}

async fn whoever_comes_back_is_asked_once_and_may_say_why_not(page: &Page) {
    let site = open(page, ON, "").await;
    to_the_portal_and_back(page, &site).await;
    let question = page.text(GUIDE, "[part=ask]").await;
    assert_eq!(question, "Hồ sơ đã nộp được chưa?");
    assert_eq!(page.barriers().await, [""; 0]);
    page.tab_to("button[part=ask]").await;
    page.key(Key::Enter).await;
    page.until("the first answer has the focus", "look.active().matches('[part=answer]')").await;
    assert_eq!(page.barriers().await, [""; 0]);
    page.press(GUIDE, "[part=answer]:nth-child(4)").await;
    page.until(
        "thanks",
        "look.find('loa-guide', '[part=tools] [role=status]').textContent.includes('Cảm ơn bạn đã cho biết.')",
    )
    .await;
    assert!(page.see::<bool>("look.active().matches('[part=print]')").await, "the focus stays in the bar");
    site.until_sent(SENT, 4).await;
    let said = counted(&site).await;
    assert!(said.to_string().contains(r#"["said-not-filed","payment",null,null,1]"#), "{said}");
    page.reload().await;
    page.ready().await;
    assert!(page.see::<bool>("!look.find('loa-guide', '[part=ask]')").await, "once is once");
    assert_eq!(page.see::<Value>("look.kept().local").await, json!({}));
    assert_eq!(site.sent(SENT), [204; 4]);
}

async fn the_question_moves_nothing_and_need_not_be_answered(page: &Page) {
    let site = open(page, ON, "").await;
    to_the_end(page).await;
    page.press(GUIDE, LINK).await;
    page.until("the portal is there", "look.page.body.textContent.includes('Cổng dịch vụ công.')").await;
    page.go(&site, "/page").await;
    page.ready().await;
    page.find(GUIDE, "[part=ask]").await;
    assert_eq!(page.record().await.shifts.iter().map(|shift| shift.value).sum::<f64>(), 0.0);
    page.press(GUIDE, "[part=ask]").await;
    page.press(GUIDE, "[part=answer]:last-child").await;
    page.until("the answers are gone", "!look.find('loa-guide', '[part=answer]')").await;
    page.press(GUIDE, "[part=next]").await;
    page.painted().await;
    let said = counted(&site).await.to_string();
    assert!(!said.contains("said-"), "{said}");
}

async fn where_the_campaign_is_silent_nothing_is_sent_or_kept(page: &Page) {
    let site = open(page, "format = 1\n", "").await;
    to_the_portal_and_back(page, &site).await;
    assert!(page.see::<bool>("!look.find('loa-guide', '[part=ask]')").await);
    assert_eq!(page.see::<Value>("look.kept().local").await, json!({}));
    assert_eq!(site.sent(SENT), [0; 0]);
    assert!(!site.requests().iter().any(|path| path == SENT), "nothing was even asked");
}
