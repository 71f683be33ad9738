//! The ground on which the other journeys stand: an engine shows a page, runs a script, and says what went wrong.

use loa_e2e::site::Document;
use loa_e2e::{Fault, Page, Site, in_every_engine};

in_every_engine!(a_page_is_shown_and_its_policy_is_felt);

async fn a_page_is_shown_and_its_policy_is_felt(page: &Page) {
    let site = Site::start(Fault::None).await;
    site.put("/x", Document::of("<p style=\"color: red\">x</p>"));
    page.go(&site, "/x").await;
    assert_eq!(page.see::<String>("document.querySelector('h1').textContent").await, "Trang thử");
    let record = page.record().await;
    assert!(record.violations.iter().any(|line| line.starts_with("style-src-attr")), "{record:#?}");
    page.go_framed(&site, "/x", (320, 480), Some("allow-same-origin")).await;
    assert_eq!(page.see::<u32>("view.innerWidth").await, 320);
}
