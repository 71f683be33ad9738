//! A narrow phone and large letters, without loss.

use loa_e2e::site::{Document, examples};
use loa_e2e::{Page, Site, in_every_engine};

in_every_engine!(
    nothing_is_lost_at_320_px,
    nothing_is_lost_with_letters_of_double_size,
    nothing_is_lost_at_320_px_with_letters_of_double_size,
);

async fn nothing_is_lost_at_320_px(page: &Page) {
    without_loss(page, 320, None).await;
}

async fn nothing_is_lost_with_letters_of_double_size(page: &Page) {
    without_loss(page, 1280, Some("text-200.css")).await;
}

async fn nothing_is_lost_at_320_px_with_letters_of_double_size(page: &Page) {
    without_loss(page, 320, Some("text-200.css")).await;
}

async fn without_loss(page: &Page, width: u32, style: Option<&'static str>) {
    let site = Site::fine().await;
    let mut lost = Vec::new();
    for example in examples() {
        let mut document = Document::of(&example.html);
        document.styles.extend(style);
        site.put("/example", document);
        page.go_framed(&site, "/example", (width, 800), None).await;
        page.ready().await;
        let steps: usize = page.see("look.page.querySelectorAll('loa-guide > ol > li').length").await;
        for step in 1..=steps.max(1) {
            if step > 1 {
                let () = page.see("void look.find('loa-guide', '[part=next]').click()").await;
                page.until(
                    "the step is shown",
                    &format!("!look.page.querySelectorAll('loa-guide > ol > li')[{}].inert", step - 1),
                )
                .await;
                page.painted().await;
            }
            let found: Vec<String> = page.see("look.lost()").await;
            lost.extend(
                found.into_iter().map(|text| format!("{}: {}, step {step}: {text}", example.tag, example.name)),
            );
        }
    }
    lost.dedup();
    assert!(lost.is_empty(), "{} at {width} px:\n{}", page.engine(), lost.join("\n"));
}
