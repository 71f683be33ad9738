//! Colours that a person or a page chose.

use loa_e2e::site::{Document, example};
use loa_e2e::{Engine, Page, Site, in_every_engine, run};

in_every_engine!(on_a_dark_page_everything_can_be_read, nothing_moves_by_itself);

const TAGS: [&str; 7] =
    ["loa-guide", "loa-message", "loa-progress", "loa-roadmap", "loa-feedback", "loa-rating", "loa-board"];

fn all() -> String {
    TAGS.map(|tag| example(tag).html).concat()
}

async fn on_a_dark_page_everything_can_be_read(page: &Page) {
    let site = Site::fine().await;
    site.put("/page", Document::of(&all()).style("dark.css"));
    page.go(&site, "/page").await;
    page.ready().await;
    let barriers = page.barriers().await;
    assert!(barriers.is_empty(), "{}", barriers.join("\n\n"));
}

async fn nothing_moves_by_itself(page: &Page) {
    let site = Site::fine().await;
    site.put("/page", Document::of(&all()));
    page.go(&site, "/page").await;
    page.ready().await;
    let moving: Vec<String> = page
        .see("look.hosts().flatMap((host) => [...host.getAnimations({ subtree: true }), ...(host.shadowRoot?.getAnimations?.() ?? [])]).map(String)")
        .await;
    assert!(moving.is_empty(), "{moving:?}");
}

#[test]
fn in_forced_colours_buttons_and_figures_keep_their_edges() {
    run(Engine::Chromium, async |page: &Page| {
        let site = Site::fine().await;
        page.media("forced-colors", "active").await;
        site.put("/page", Document::of(&all()));
        page.go(&site, "/page").await;
        page.ready().await;
        assert!(page.see::<bool>("matchMedia('(forced-colors: active)').matches").await);
        let flat: Vec<String> = page
            .see("look.deep(look.page.body).filter((node) => node.localName === 'button' && look.visible(node)).filter((node) => { const style = getComputedStyle(node); return parseFloat(style.borderTopWidth) === 0 || style.borderTopColor === style.backgroundColor; }).map(look.path)")
            .await;
        assert!(flat.is_empty(), "buttons without an edge: {flat:?}");
        let barriers = page.barriers().await;
        assert!(barriers.is_empty(), "{}", barriers.join("\n\n"));
    });
}
