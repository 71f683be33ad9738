//! Everything by keyboard alone.

use loa_e2e::page::{Key, Stop};
use loa_e2e::site::{Document, example, examples};
use loa_e2e::{Page, Site, in_every_engine};

in_every_engine!(
    every_place_has_a_name_is_seen_and_can_be_left,
    the_keyboard_leads_through_a_guide_and_stays_where_it_is,
);

async fn every_place_has_a_name_is_seen_and_can_be_left(page: &Page) {
    let site = Site::fine().await;
    for example in examples() {
        let what = format!("{}: {}", example.tag, example.name);
        site.put("/example", Document::of(&example.html));
        page.go(&site, "/example").await;
        page.ready().await;
        let () = page.see("void look.page.body.focus()").await;
        let mut stops = page.tab_through().await;
        // Some engines let the keyboard scroll a row that could scroll; the widget itself asks for it only now and then.
        let is_asked: bool = page.see("look.page.querySelector('loa-guide > ol[tabindex]') !== null").await;
        stops.retain(|stop| is_asked || !stop.path.ends_with("ol"));
        let wrong: Vec<&Stop> = stops.iter().filter(|stop| stop.name.is_empty() || !stop.seen || !stop.ring).collect();
        assert!(wrong.is_empty(), "{what}: without a name, not seen, or without a ring: {wrong:#?}");
        let mut paths: Vec<&str> = stops.iter().map(|stop| stop.place.as_str()).collect();
        let count = paths.len();
        paths.dedup();
        assert_eq!(paths.len(), count, "{what}: no place takes two keys: {paths:?}");
        let places: usize = page.see(PLACES).await;
        assert_eq!(count, places, "{what}: every place is reached once: {paths:#?}");
        if count > 0 {
            page.key(Key::BackTab).await;
            let back = page.stop().await;
            assert_eq!(back.as_ref(), stops.last(), "{what}: the way back leads in again");
        }
    }
}

/// What can have the focus in the widget, where a person sees it; choices that exclude each other are one place.
const PLACES: &str = "look.deep(look.hosts()[0]).filter((node) => node.tabIndex >= 0 && look.visible(node) \
    && (['A', 'BUTTON', 'INPUT', 'SELECT', 'SUMMARY', 'TEXTAREA'].includes(node.nodeName) || node.hasAttribute('tabindex')) \
    && (node.type !== 'radio' || node === node.form.elements[node.name][0])).length";

async fn the_keyboard_leads_through_a_guide_and_stays_where_it_is(page: &Page) {
    let site = Site::fine().await;
    site.put("/guide", Document::of(&example("loa-guide").html));
    page.go(&site, "/guide").await;
    page.ready().await;
    let on_next = "look.active() === look.find('loa-guide', '[part=next]')";
    page.tab_to("button[part=next]").await;
    for (key, step) in [(Key::Enter, 2), (Key::Space, 3)] {
        page.key(key).await;
        page.until(
            "the step is shown",
            &format!("look.find('loa-guide', '[part=position]').textContent.includes('{step}')"),
        )
        .await;
        assert!(page.see::<bool>(on_next).await, "the focus stays on the button");
    }
    page.key(Key::BackTab).await;
    page.key(Key::Enter).await;
    page.until("the step before", "look.find('loa-guide', '[part=position]').textContent.includes('2')").await;
    let stops = page.tab_to("button[part=print]").await;
    let inside: Vec<&Stop> = stops.iter().filter(|stop| stop.path.contains("buoc-")).collect();
    assert!(inside.iter().all(|stop| stop.path.contains("buoc-2")), "only the step that is shown: {inside:#?}");
}
