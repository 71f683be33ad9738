//! A person chooses for whom the messages are.

use loa_e2e::page::Key;
use loa_e2e::site::{Document, fragment};
use loa_e2e::{Page, Site, in_every_engine};

in_every_engine!(choosing_an_audience_changes_every_message_of_the_page, messages_that_come_near_later_know_the_choice,);

const OPEN: &str = "look.hosts().map((host) => [...host.querySelectorAll(':scope > details')].findIndex((group) => group.open)).join()";

async fn choosing_an_audience_changes_every_message_of_the_page(page: &Page) {
    let site = Site::fine().await;
    site.put("/page", Document::of(&[fragment("loa-message/all"), fragment("loa-message/citizen")].concat()));
    page.go(&site, "/page").await;
    page.ready().await;
    page.until("both show the citizens' messages", &format!("{OPEN} === '0,0'")).await;
    let () = page.see("void look.find('loa-message', '[part=audience]').focus()").await;
    page.key(Key::Down).await;
    page.until("both show the businesses' messages", &format!("{OPEN} === '1,1'")).await;
    assert_eq!(page.record().await.count("loa-audience"), 1, "told once, by the one that was used");
    assert_eq!(page.complaints().await, [""; 0]);
}

async fn messages_that_come_near_later_know_the_choice(page: &Page) {
    let site = Site::fine().await;
    let far = "<p>Đoạn dài.</p>".repeat(200);
    site.put("/page", Document::of(&[fragment("loa-message/all"), far, fragment("loa-message/all")].concat()));
    page.go(&site, "/page").await;
    page.until("the first one is ready", "look.events('loa-ready').length === 1").await;
    let () = page.see("void look.find('loa-message', '[part=audience]').focus()").await;
    page.key(Key::Down).await;
    page.until("it shows the businesses' messages", &format!("{OPEN}.startsWith('1,')")).await;
    page.ready().await;
    page.until("so does the one below", &format!("{OPEN} === '1,1'")).await;
}
