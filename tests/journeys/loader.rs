//! What the loader promises to pages.

use loa_e2e::site::{Document, example, fragment};
use loa_e2e::{Fault, Page, Site, in_every_engine};
use serde_json::Value;

in_every_engine!(
    a_property_set_before_the_tag_was_known_is_kept,
    many_attribute_changes_are_one_update,
    a_strange_value_is_the_documented_default,
    a_move_within_the_page_keeps_the_step,
    a_page_that_moves_a_widget_while_it_speaks_breaks_nothing,
    a_removed_widget_can_come_back,
    the_same_script_twice_changes_nothing,
    a_hundred_widgets_share_one_module,
    a_widget_far_below_asks_for_nothing,
    two_widgets_share_nothing,
    another_guide_in_the_same_element_is_drawn_anew,
    another_guide_that_is_asked_for_before_the_start_is_the_one_that_comes,
    a_changed_and_removed_widget_starts_again_when_it_comes_back,
    another_version_on_the_page_warns_and_breaks_nothing,
    the_address_of_the_bundle_may_stand_once_for_the_page,
    the_language_of_the_page_may_change,
);

const GUIDE: &str = "loa-guide";

async fn a_property_set_before_the_tag_was_known_is_kept(page: &Page) {
    let site = Site::fine().await;
    // At the end of the body: the element is there, and the loader, a module, has not run yet.
    let early = format!("{}<script src=\"/early-properties.js\"></script>", fragment("loa-roadmap/all"));
    site.put("/page", Document::of(&early));
    page.go(&site, "/page").await;
    page.ready().await;
    assert_eq!(page.see::<Value>("look.hosts()[0].at").await, "2025-07-01");
    assert!(page.text("loa-roadmap", "[part=now]").await.contains("Giai đoạn 2"));
    assert_eq!(page.complaints().await, [""; 0]);
}

async fn many_attribute_changes_are_one_update(page: &Page) {
    let site = Site::fine().await;
    site.put("/page", Document::of(&fragment("loa-roadmap/all")));
    page.go(&site, "/page").await;
    page.ready().await;
    let changes: u32 = page
        .run_async(
            "const host = look.hosts()[0]; const now = look.find(host, '[part=now]'); let changes = 0;
             const watch = new MutationObserver((list) => { changes += 1; });
             watch.observe(now, { characterData: true, childList: true, subtree: true });
             // As a task of the page: commands from outside end in the middle of one in WebKit.
             await new Promise((next) => setTimeout(() => {
                for (const day of ['2025-02-01', '2025-05-01', '2025-12-01']) host.setAttribute('at', day);
                next();
             }));
             for (let tries = 0; !now.textContent.includes('Giai đoạn 3') && tries < 200; tries += 1) await look.frames(1);
             await look.frames(2);
             return changes;",
            vec![],
        )
        .await;
    assert_eq!(changes, 1, "only the last date is drawn");
}

async fn a_strange_value_is_the_documented_default(page: &Page) {
    let site = Site::fine().await;
    let strange = "<loa-roadmap at=\"mai\" heading-level=\"99\" src=\"/loa/hanoi-2025/\"></loa-roadmap>\
        <loa-message audience=\"khach\" src=\"/loa/hanoi-2025/\"></loa-message>";
    site.put("/page", Document::of(strange));
    page.go(&site, "/page").await;
    page.ready().await;
    assert_eq!(page.see::<u32>("look.page.querySelectorAll('loa-roadmap h2').length").await, 1);
    assert!(page.text("loa-roadmap", "[part=now]").await.contains("Kế hoạch đã kết thúc"));
    assert!(page.see::<bool>("look.page.querySelector('loa-message details').open").await, "citizens come first");
    assert_eq!(page.complaints().await, [""; 0]);
}

async fn at_step_2(page: &Page) {
    page.press(GUIDE, "[part=next]").await;
    page.until("the second step", "look.find('loa-guide', '[part=position]').textContent.includes('2')").await;
}

async fn a_move_within_the_page_keeps_the_step(page: &Page) {
    let site = Site::fine().await;
    site.put("/page", Document::of(&format!("{}<section></section>", example(GUIDE).html)));
    page.go(&site, "/page").await;
    page.ready().await;
    at_step_2(page).await;
    let () = page.see("void look.page.querySelector('section').append(look.hosts()[0])").await;
    page.painted().await;
    assert!(page.text(GUIDE, "[part=position]").await.contains('2'));
    page.until("the row stands there too", "(() => { const row = look.page.querySelector('loa-guide > ol'); return Math.abs(row.scrollLeft - row.clientWidth) < 2; })()").await;
    page.press(GUIDE, "[part=next]").await;
    page.until("the third step", "look.find('loa-guide', '[part=position]').textContent.includes('3')").await;
    assert_eq!(page.record().await.count("loa-ready"), 1, "it did not start again");
    assert_eq!(page.complaints().await, [""; 0]);
}

async fn a_page_that_moves_a_widget_while_it_speaks_breaks_nothing(page: &Page) {
    let site = Site::fine().await;
    site.put("/page", Document::of(&format!("{}<section></section>", example(GUIDE).html)));
    page.go(&site, "/page").await;
    page.ready().await;
    let () = page
        .see("void look.hosts()[0].addEventListener('loa-step', ({ target }) => { look.page.querySelector('section').append(target); target.setAttribute('at', '2025-05-05'); })")
        .await;
    at_step_2(page).await;
    page.press(GUIDE, "[part=next]").await;
    page.until("the third step", "look.find('loa-guide', '[part=position]').textContent.includes('3')").await;
    page.until("the row stands there too", "(() => { const row = look.page.querySelector('loa-guide > ol'); return Math.abs(row.scrollLeft - 2 * row.clientWidth) < 2; })()").await;
    assert_eq!(page.complaints().await, [""; 0]);
}

async fn a_removed_widget_can_come_back(page: &Page) {
    let site = Site::fine().await;
    site.put("/page", Document::of(&example(GUIDE).html));
    page.go(&site, "/page").await;
    page.ready().await;
    for time in 1..=3 {
        let () = page
            .run_async(
                "const host = look.hosts()[0]; const next = host.nextSibling; const parent = host.parentNode; host.remove();
                 await look.frames(2); parent.insertBefore(host, next);",
                vec![],
            )
            .await;
        page.until("it is ready again", &format!("look.events('loa-ready').length === {}", time + 1)).await;
        page.press(GUIDE, "[part=next]").await;
        page.until("it still moves", "!look.page.querySelectorAll('loa-guide > ol > li')[1].inert").await;
        page.press(GUIDE, "[part=previous]").await;
        page.until("and back", "!look.page.querySelector('loa-guide > ol > li').inert").await;
    }
    assert_eq!(page.complaints().await, [""; 0]);
}

async fn the_same_script_twice_changes_nothing(page: &Page) {
    let site = Site::fine().await;
    let twice = format!("{}<script type=\"module\" src=\"/loa/hanoi-2025/loa.js?2\"></script>", example(GUIDE).html);
    site.put("/page", Document::of(&twice));
    page.go(&site, "/page").await;
    page.ready().await;
    page.painted().await;
    at_step_2(page).await;
    let () = page.see("void (location.hash = '#loa-guide=khai-sinh&buoc=3')").await;
    page.until("the third step", "look.find('loa-guide', '[part=position]').textContent.includes('3')").await;
    let record = page.record().await;
    assert_eq!(record.count("loa-ready"), 1);
    assert_eq!(page.complaints().await, [""; 0]);
}

async fn a_hundred_widgets_share_one_module(page: &Page) {
    let site = Site::fine().await;
    site.put("/page", Document::of(&fragment("loa-progress/phan-hoi-duoc-xu-ly").repeat(100)));
    page.go(&site, "/page").await;
    page.ready().await;
    assert_eq!(page.record().await.count("loa-ready"), 100);
    let modules = site.requests().iter().filter(|path| path.ends_with(".bin")).count();
    assert_eq!(modules, 1);
}

async fn a_widget_far_below_asks_for_nothing(page: &Page) {
    let site = Site::fine().await;
    let below = format!("{}{}", "<p>Đoạn dài.</p>".repeat(200), example(GUIDE).html);
    site.put("/page", Document::of(&below));
    page.go(&site, "/page").await;
    page.painted().await;
    let asked = || site.requests().into_iter().filter(|path| path.ends_with(".bin") || path.ends_with(".json")).count();
    assert_eq!(asked(), 0, "{:?}", site.requests());
    page.ready().await;
    assert_eq!(asked(), 2, "{:?}", site.requests());
}

async fn two_widgets_share_nothing(page: &Page) {
    let site = Site::start(Fault::None).await;
    let html = [fragment("loa-guide/khai-sinh"), fragment("loa-guide/ket-hon")].concat();
    site.put("/page", Document::of(&html));
    page.go(&site, "/page").await;
    page.ready().await;
    at_step_2(page).await;
    let other: String = page.see("look.words(look.find(look.hosts()[1], '[part=position]').textContent)").await;
    assert!(other.contains("Bước 1"), "{other}");
}

async fn another_guide_in_the_same_element_is_drawn_anew(page: &Page) {
    let site = Site::fine().await;
    site.put("/page", Document::of(&example(GUIDE).html));
    page.go(&site, "/page").await;
    page.ready().await;
    at_step_2(page).await;
    let () = page.see("void (look.hosts()[0].guide = 'ket-hon')").await;
    page.until("the other guide is there", "look.page.querySelector('loa-guide > ol > li').id === 'ket-hon-buoc-1'")
        .await;
    page.until("from its first step", "!look.page.querySelector('loa-guide > ol > li').inert && look.page.querySelectorAll('loa-guide > ol > li')[1].inert").await;
    assert_eq!(page.complaints().await, [""; 0]);
}

async fn another_guide_that_is_asked_for_before_the_start_is_the_one_that_comes(page: &Page) {
    let site = Site::start(Fault::ModuleWaits).await;
    site.put("/page", Document::of(&example(GUIDE).html));
    page.go(&site, "/page").await;
    let () = page.see("void (look.hosts()[0].guide = 'ket-hon')").await;
    site.let_module_go();
    page.ready().await;
    page.until("the other guide is there", "look.page.querySelector('loa-guide > ol > li').id === 'ket-hon-buoc-1'")
        .await;

    let below = format!("{}{}", "<p>Đoạn dài.</p>".repeat(200), example(GUIDE).html);
    site.put("/page", Document::of(&below));
    page.go(&site, "/page").await;
    let () = page.see("void (look.hosts()[0].guide = 'ket-hon')").await;
    page.ready().await;
    page.until("so it is below the screen", "look.page.querySelector('loa-guide > ol > li').id === 'ket-hon-buoc-1'")
        .await;
}

async fn a_changed_and_removed_widget_starts_again_when_it_comes_back(page: &Page) {
    let site = Site::fine().await;
    site.put("/page", Document::of(&example(GUIDE).html));
    page.go(&site, "/page").await;
    page.ready().await;
    let () = page
        .run_async(
            "const host = look.hosts()[0]; host.guide = 'ket-hon'; host.remove(); await look.frames(2);
             look.page.querySelector('main').prepend(host);",
            vec![],
        )
        .await;
    page.until("it is ready again", "look.events('loa-ready').length === 2").await;
    page.until("with the other guide", "look.page.querySelector('loa-guide > ol > li').id === 'ket-hon-buoc-1'").await;
    assert_eq!(page.complaints().await, [""; 0]);
}

async fn another_version_on_the_page_warns_and_breaks_nothing(page: &Page) {
    let site = Site::fine().await;
    let two = format!("{}<script type=\"module\" src=\"/another-version/loa.js\"></script>", example(GUIDE).html);
    site.put("/page", Document::of(&two));
    page.go(&site, "/page").await;
    page.ready().await;
    at_step_2(page).await;
    let record = page.record().await;
    let version = env!("CARGO_PKG_VERSION");
    let warning = format!("warn: loa: <loa-guide> is {version} already, not another-version");
    assert!(record.console.contains(&warning), "{record:#?}");
    assert!(record.console.iter().all(|line| line.starts_with("warn: ")), "{record:#?}");
    assert_eq!(record.count("loa-ready"), 1);
}

async fn the_address_of_the_bundle_may_stand_once_for_the_page(page: &Page) {
    let site = Site::fine().await;
    let html = "<meta name=\"loa-src\" content=\"loa/quang-ngai-2025\"><loa-roadmap></loa-roadmap>";
    site.put("/page", Document::of(html));
    page.go(&site, "/page").await;
    page.ready().await;
    assert!(page.text("main", "loa-roadmap").await.contains("Quảng Ngãi"));
    assert_eq!(page.complaints().await, [""; 0]);
}

async fn the_language_of_the_page_may_change(page: &Page) {
    let site = Site::fine().await;
    site.put("/page", Document::of(&fragment("loa-roadmap/all")));
    page.go(&site, "/page").await;
    page.ready().await;
    assert!(page.text("loa-roadmap", "[part=now]").await.contains("Kế hoạch đã kết thúc"));
    let () = page.see("void (look.page.documentElement.lang = 'en-GB')").await;
    page.until("it is in English", "look.find('loa-roadmap', '[part=now]').textContent.includes('The plan ended on')")
        .await;
}
