//! Pages without JavaScript: everything can be read, and links lead on.

use loa_e2e::site::{Document, examples};
use loa_e2e::{Page, Site, in_every_engine};

in_every_engine!(without_scripts_everything_is_there_to_read);

async fn without_scripts_everything_is_there_to_read(page: &Page) {
    let site = Site::fine().await;
    for example in examples().iter().filter(|example| example.has_static_html()) {
        for (width, style) in [(1280, None), (320, None), (320, Some("text-200.css"))] {
            let what = format!("{}: {} at {width} px, {style:?}", example.tag, example.name);
            let mut document = Document::of(&example.html);
            document.styles.extend(style);
            site.put("/example", document);
            page.go_framed(&site, "/example", (width, 800), Some("allow-same-origin")).await;
            assert!(
                page.see::<bool>("view.loaProbe === undefined && !look.hosts()[0].shadowRoot").await,
                "{what}: no script ran"
            );
            let lost: Vec<String> = page.see("look.lost()").await;
            assert_eq!(lost, [""; 0], "{what}");
            let unseen: Vec<String> = page.see(UNSEEN).await;
            assert_eq!(unseen, [""; 0], "{what}");
            let tops: Vec<f64> = page.see("[...look.page.querySelectorAll('loa-guide > ol > li')].map((step) => step.getBoundingClientRect().top)").await;
            assert!(tops.windows(2).all(|two| two[0] < two[1]), "{what}: one step below the other: {tops:?}");
        }
    }
}

/// Text that is there and not shown; folded answers can be unfolded without a script.
const UNSEEN: &str = "look.deep(look.hosts()[0]).filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()) \
    && !look.visible(node) && !node.closest('nav, select, details:not([open])')).map(look.path)";
