//! One tap on how good a guide was, from a portal's page to the service: said, taken back, counted once.

use loa_e2e::page::Key;
use loa_e2e::site::{Document, Line, example, fragment};
use loa_e2e::{Fault, Page, Policy, Site, in_every_engine};

in_every_engine!(
    one_tap_is_said_can_be_taken_back_and_is_counted,
    keys_that_move_the_mark_send_nothing_and_the_button_does,
    space_on_a_level_chooses_it,
    a_lost_answer_is_said_and_the_repeat_is_counted_once,
    what_did_not_arrive_is_never_called_counted,
    whoever_leaves_before_it_is_sent_is_counted,
    without_scripts_the_form_posts,
    without_wasm_the_form_posts_and_a_page_answers,
    where_scripts_may_not_send_the_page_does,
    what_was_marked_before_the_take_over_stays,
    without_an_endpoint_there_is_nothing_to_press,
);

const RATING: &str = "loa-rating";
const SENT: &str = "/api/ratings";
const GOOD: &str = "label:nth-child(1)";
const BAD: &str = "label:nth-child(3)";

async fn site_with(page: &Page, fault: Fault, document: Document) -> Site {
    let site = Site::with_service(fault).await;
    site.put("/page", document);
    page.go(&site, "/page").await;
    site
}

async fn site(page: &Page) -> Site {
    let site = site_with(page, Fault::None, Document::of(&example(RATING).html)).await;
    page.ready().await;
    site
}

async fn says(page: &Page, words: &str) {
    let said = format!("look.find('loa-rating', '[part=status]')?.textContent.includes('{words}')");
    page.until(words, &said).await;
}

/// Pressed twice, the button chooses and sends at once.
async fn send(page: &Page) {
    page.press(RATING, GOOD).await;
    says(page, "Đã chọn “Hài lòng”").await;
    page.press(RATING, "form button").await;
}

/// What the service has counted.
async fn counted(site: &Site) -> String {
    site.says("/api/ratings?subject=guide/khai-sinh").await
}

const NOTHING: &str = r#"{"satisfied":0,"neutral":0,"dissatisfied":0}"#;
const ONE_GOOD: &str = r#"{"satisfied":1,"neutral":0,"dissatisfied":0}"#;
const ONE_BAD: &str = r#"{"satisfied":0,"neutral":0,"dissatisfied":1}"#;

async fn one_tap_is_said_can_be_taken_back_and_is_counted(page: &Page) {
    let site = site(page).await;
    page.press(RATING, BAD).await;
    says(page, "Đã chọn “Chưa hài lòng”. Vài giây nữa sẽ gửi.").await;
    assert_eq!(page.barriers().await, [""; 0]);
    page.press(RATING, "[part=undo]").await;
    says(page, "Đã hoàn tác, chưa gửi gì.").await;
    assert!(
        page.see::<bool>("look.active().value === 'satisfied' && !look.active().checked").await,
        "back at the form"
    );
    page.press(RATING, GOOD).await;
    says(page, "Đã chọn “Hài lòng”").await;
    assert_eq!(site.sent(SENT), [0; 0], "nothing is sent while it can be taken back");
    // By itself, when the time is over.
    says(page, "Cảm ơn quý vị. Đã ghi nhận “Hài lòng”.").await;
    assert_eq!((site.sent(SENT), counted(&site).await.as_str()), (vec![204], ONE_GOOD));
    assert_eq!(page.barriers().await, [""; 0]);
    let record = page.record().await;
    let events: Vec<_> = record.events.iter().filter(|event| event.name == "loa-rated").collect();
    assert_eq!(events.len(), 1, "{record:#?}");
    assert_eq!(events[0].detail.to_string(), r#"{"satisfaction":"satisfied"}"#);
    // What is counted cannot be changed, and the form does not pretend that it can.
    page.press(RATING, BAD).await;
    page.until("the mark is where it was", "look.page.querySelector('[value=satisfied]').checked").await;
    page.press(RATING, "form button").await;
    page.painted().await;
    assert_eq!(site.sent(SENT), [204]);
    assert_eq!(page.see::<String>("JSON.stringify(look.kept())").await, r#"{"cookie":"","local":{},"session":{}}"#);
    assert_eq!(page.complaints().await, [""; 0]);
}

async fn keys_that_move_the_mark_send_nothing_and_the_button_does(page: &Page) {
    let site = site(page).await;
    page.tab_to("label > input").await;
    page.key(Key::Down).await;
    page.key(Key::Down).await;
    page.until("the last level is marked", "look.page.querySelector('[value=dissatisfied]').checked").await;
    page.painted().await;
    assert!(page.see::<bool>("!look.find('loa-rating', '[part=undo]')").await, "nothing is chosen by moving");
    page.tab_to("form > p > button").await;
    page.key(Key::Enter).await;
    says(page, "Đã chọn “Chưa hài lòng”").await;
    page.key(Key::Enter).await;
    says(page, "Đã ghi nhận “Chưa hài lòng”").await;
    assert_eq!((site.sent(SENT), counted(&site).await.as_str()), (vec![204], ONE_BAD));
}

async fn space_on_a_level_chooses_it(page: &Page) {
    let site = site(page).await;
    page.tab_to("label > input").await;
    page.key(Key::Space).await;
    says(page, "Đã chọn “Hài lòng”").await;
    page.tab_to("button[part=undo]").await;
    page.key(Key::Enter).await;
    says(page, "Đã hoàn tác").await;
    assert_eq!(site.sent(SENT), [0; 0]);
}

async fn a_lost_answer_is_said_and_the_repeat_is_counted_once(page: &Page) {
    let site = site(page).await;
    site.line(Line::AnswersLost);
    send(page).await;
    says(page, "chưa biết đánh giá đã đến hay chưa").await;
    assert_eq!(page.barriers().await, [""; 0]);
    assert_eq!(page.record().await.count("loa-rated"), 0);
    site.line(Line::Open);
    page.press(RATING, "[part=retry]").await;
    says(page, "Đã ghi nhận “Hài lòng”").await;
    let sent = site.sent(SENT);
    assert!(sent.len() >= 2 && sent.iter().all(|status| *status == 204), "{sent:?}");
    assert_eq!(counted(&site).await, ONE_GOOD, "the same key, the same rating");
}

async fn what_did_not_arrive_is_never_called_counted(page: &Page) {
    let site = site(page).await;
    for (line, said) in [
        (Line::Cut, "chưa biết đánh giá đã đến hay chưa"),
        (Line::Portal, "xem như chưa gửi"),
        (Line::Busy(1), "nơi nhận đang bận"),
    ] {
        site.line(line);
        if page.see::<bool>("Boolean(look.find('loa-rating', '[part=retry]'))").await {
            page.press(RATING, "[part=retry]").await;
        } else {
            send(page).await;
        }
        says(page, said).await;
    }
    assert_eq!((site.sent(SENT), counted(&site).await.as_str()), (Vec::new(), NOTHING));
    site.line(Line::Open);
    page.press(RATING, "[part=retry]").await;
    says(page, "Đã ghi nhận “Hài lòng”").await;
    assert_eq!(counted(&site).await, ONE_GOOD);
}

async fn whoever_leaves_before_it_is_sent_is_counted(page: &Page) {
    let site = site(page).await;
    site.put("/other", Document::of("<p>Trang khác.</p>"));
    page.press(RATING, BAD).await;
    says(page, "Đã chọn “Chưa hài lòng”").await;
    page.press(RATING, "[part=undo]").await;
    says(page, "Đã hoàn tác").await;
    page.press(RATING, GOOD).await;
    says(page, "Đã chọn “Hài lòng”").await;
    page.go(&site, "/other").await;
    site.until_sent(SENT, 1).await;
    assert_eq!((site.sent(SENT), counted(&site).await.as_str()), (vec![204], ONE_GOOD));
}

async fn without_scripts_the_form_posts(page: &Page) {
    let site = Site::with_service(Fault::None).await;
    site.put("/page", Document::of(&example(RATING).html));
    page.go_framed(&site, "/page", (390, 800), Some("allow-same-origin allow-forms")).await;
    assert!(page.see::<bool>("view.loaProbe === undefined").await, "no script ran");
    let () = page.see("void (look.page.querySelector('[value=satisfied]').click(), look.page.querySelector('loa-rating form').requestSubmit())").await;
    // The page that answers shows itself in no frame.
    site.until_sent(SENT, 1).await;
    assert_eq!((site.sent(SENT), counted(&site).await.as_str()), (vec![303], ONE_GOOD));
}

async fn answered_by_a_page(page: &Page, site: &Site) {
    page.until("a page answers", "look.page.querySelector('h1')?.textContent === 'Cảm ơn quý vị đã đánh giá'").await;
    assert_eq!(counted(site).await, ONE_GOOD);
    page.reload().await;
    assert_eq!((site.sent(SENT), counted(site).await.as_str()), (vec![303], ONE_GOOD), "loaded again, nothing is sent");
}

async fn without_wasm_the_form_posts_and_a_page_answers(page: &Page) {
    let site = site_with(page, Fault::None, Document::of(&example(RATING).html).policy(Policy::NoWasm)).await;
    page.until("the widget has said why not", "look.events('loa-error').length === 1").await;
    page.press(RATING, GOOD).await;
    page.press(RATING, "form button").await;
    answered_by_a_page(page, &site).await;
}

async fn where_scripts_may_not_send_the_page_does(page: &Page) {
    let site = Site::with_service(Fault::None).await;
    let bundle_alone = format!("{}/loa/", site.address());
    site.put("/page", Document::of(&example(RATING).html).policy(Policy::FormAlone(bundle_alone)));
    page.go(&site, "/page").await;
    page.ready().await;
    send(page).await;
    says(page, "Chính sách của trang không cho gửi tại chỗ").await;
    assert_eq!(page.barriers().await, [""; 0]);
    page.press(RATING, "[part=by-page]").await;
    answered_by_a_page(page, &site).await;
}

async fn what_was_marked_before_the_take_over_stays(page: &Page) {
    let site = site_with(page, Fault::ModuleWaits, Document::of(&example(RATING).html)).await;
    page.press(RATING, BAD).await;
    site.let_module_go();
    page.ready().await;
    let there = "look.active().value === 'dissatisfied' && look.active().checked";
    assert!(page.see::<bool>(there).await, "mark and focus stay");
    page.press(RATING, "form button").await;
    says(page, "Đã chọn “Chưa hài lòng”").await;
    assert_eq!(site.sent(SENT), [0; 0]);
}

async fn without_an_endpoint_there_is_nothing_to_press(page: &Page) {
    let nothing =
        "look.deep(look.hosts()[0]).every((node) => !['BUTTON', 'FORM', 'INPUT', 'A'].includes(node.nodeName))";
    for html in [fragment("loa-rating/closed"), fragment("loa-rating/all").replace(" endpoint=\"/\"", "")] {
        let _site = site_with(page, Fault::None, Document::of(&html)).await;
        page.ready().await;
        page.until("it says so", "look.text(look.hosts()[0]).includes('chưa nhận đánh giá')").await;
        assert!(page.see::<bool>(nothing).await);
    }
}
