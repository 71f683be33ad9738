//! Which module a page fetches, and that two of them on one page leave each other alone.

use loa_e2e::page::Key;
use loa_e2e::site::{Document, example, fragment};
use loa_e2e::{Fault, Page, Site, in_every_engine};

in_every_engine!(
    a_page_with_guides_alone_fetches_the_module_of_guides,
    a_page_with_several_kinds_fetches_the_module_that_has_them_and_no_other,
    the_pages_of_the_demonstration_fetch_the_module_that_they_preload,
    a_page_may_preload_a_larger_module,
    a_module_that_lacks_a_widget_of_the_page_is_not_taken,
    a_kind_that_comes_later_brings_the_module_with_all,
    a_trap_in_one_module_leaves_the_other_alone,
    a_trap_that_names_no_module_may_be_of_each,
    a_choice_of_audience_holds_beside_another_module,
    a_module_that_is_missing_leaves_the_other_alone,
);

const GUIDE: &str = "loa-guide";
const PROGRESS: &str = "loa-progress/phan-hoi-duoc-xu-ly";

fn names(site: &Site) -> String {
    site.modules().into_iter().collect::<Vec<_>>().join(" ")
}

/// Puts an element onto the page that it did not have.
async fn add(page: &Page, name: &str) {
    page.run(
        "look.page.querySelector('main').insertAdjacentHTML('afterbegin', arguments[0])",
        vec![fragment(name).into()],
    )
    .await
}

async fn is_at_step(page: &Page, step: u32) {
    let at = format!("look.find('loa-guide', '[part=position]')?.textContent.includes('{step}')");
    page.until(&format!("the guide is at step {step}"), &at).await;
}

async fn a_page_with_guides_alone_fetches_the_module_of_guides(page: &Page) {
    let site = Site::fine().await;
    site.put("/page", Document::of(&[fragment("loa-guide/khai-sinh"), fragment("loa-guide/ket-hon")].concat()));
    page.go(&site, "/page").await;
    page.ready().await;
    page.press(GUIDE, "[part=next]").await;
    is_at_step(page, 2).await;
    assert_eq!(names(&site), "loa-guide");
    assert!(!site.requests().iter().any(|path| path.contains("loa-widgets")), "{:?}", site.requests());
    assert_eq!(page.complaints().await, [""; 0]);
}

async fn a_page_with_several_kinds_fetches_the_module_that_has_them_and_no_other(page: &Page) {
    let site = Site::fine().await;
    let far = "<p>Đoạn dài.</p>".repeat(200);
    // Also when the other kind is far below and not due for long.
    for (path, between) in [("/near", ""), ("/far", &*far)] {
        site.put(path, Document::of(&[&*fragment("loa-guide/khai-sinh"), between, &*fragment(PROGRESS)].concat()));
        page.go(&site, path).await;
        page.ready().await;
        assert_eq!(page.record().await.count("loa-ready"), 2);
        assert_eq!(page.complaints().await, [""; 0]);
    }
    assert_eq!(names(&site), "loa-reading");
    assert!(!site.requests().iter().any(|path| path.ends_with("loa-guide.js")), "{:?}", site.requests());

    let site = Site::fine().await;
    site.put("/page", Document::of(&[fragment("loa-guide/khai-sinh"), fragment("loa-feedback/channels")].concat()));
    page.go(&site, "/page").await;
    page.ready().await;
    assert_eq!(page.record().await.count("loa-ready"), 2);
    assert_eq!(names(&site), "loa-widgets", "guide and form together have the module with all");
}

async fn the_pages_of_the_demonstration_fetch_the_module_that_they_preload(page: &Page) {
    for (path, module) in [
        ("/huong-dan/khai-sinh.html", "loa-guide"),
        ("/huong-dan/thuong-tru.html", "loa-rated"),
        ("/gop-y/", "loa-feedback"),
        ("/phan-anh/", "loa-board"),
        ("/", "loa-reading"),
    ] {
        let site = Site::fine().await;
        page.go(&site, path).await;
        page.until("a widget has taken over", "look.hosts().some((host) => host.shadowRoot)").await;
        assert_eq!(names(&site), module, "{path}");
    }
}

async fn a_page_may_preload_a_larger_module(page: &Page) {
    let site = Site::fine().await;
    site.put("/page", Document::of(&example(GUIDE).html).preload("loa-widgets"));
    page.go(&site, "/page").await;
    page.ready().await;
    page.press(GUIDE, "[part=next]").await;
    is_at_step(page, 2).await;
    assert_eq!(names(&site), "loa-widgets");
}

async fn a_module_that_lacks_a_widget_of_the_page_is_not_taken(page: &Page) {
    let site = Site::fine().await;
    site.put("/page", Document::of(&fragment("loa-roadmap/all")).preload("loa-guide"));
    page.go(&site, "/page").await;
    page.ready().await;
    assert!(page.text("loa-roadmap", "[part=now]").await.contains("Kế hoạch đã kết thúc"));
    assert!(site.modules().contains("loa-reading"), "{}", names(&site));
}

/// A guide with a module of its own, at step 2, and a figure that came later; without a policy, which would keep the test
/// itself from making elements out of text.
async fn two_modules(page: &Page) -> Site {
    let site = Site::fine().await;
    site.put("/page", Document { policy: None, ..Document::of(&example(GUIDE).html) }.script("trap.js"));
    page.go(&site, "/page").await;
    page.ready().await;
    page.press(GUIDE, "[part=next]").await;
    is_at_step(page, 2).await;
    add(page, PROGRESS).await;
    page.ready().await;
    assert_eq!(page.record().await.count("loa-ready"), 2);
    site
}

async fn a_kind_that_comes_later_brings_the_module_with_all(page: &Page) {
    let site = two_modules(page).await;
    page.press(GUIDE, "[part=next]").await;
    is_at_step(page, 3).await;
    assert_eq!(names(&site), "loa-guide loa-widgets");
    // Whatever else comes, nothing more is fetched.
    add(page, "loa-roadmap/all").await;
    add(page, "loa-guide/ket-hon").await;
    page.ready().await;
    assert_eq!(page.record().await.count("loa-ready"), 4);
    let modules = site.requests().into_iter().filter(|path| path.ends_with(".bin")).count();
    assert_eq!(modules, 2, "{:?}", site.requests());
    assert_eq!(page.complaints().await, [""; 0]);
}

async fn a_trap_in_one_module_leaves_the_other_alone(page: &Page) {
    let _site = two_modules(page).await;
    page.trap("widgets").await;
    page.until("the figure begins anew", "look.events('loa-ready').length === 3").await;
    page.press(GUIDE, "[part=next]").await;
    is_at_step(page, 3).await;
    let tags = async || -> Vec<String> {
        let record = page.record().await;
        record.events.into_iter().filter(|event| event.name == "loa-error").map(|event| event.tag).collect()
    };
    assert_eq!(tags().await, ["loa-progress"]);

    // Each module has its own second chance.
    page.trap("guide").await;
    page.until("the guide begins anew", "look.events('loa-ready').length === 4").await;
    is_at_step(page, 3).await;
    page.trap("guide").await;
    page.until("the second time it stays", "look.events('loa-error').length === 3").await;
    page.painted().await;
    assert!(page.see::<bool>("!look.find('loa-guide', '[part=next]')").await, "the guide has its static HTML");
    assert_eq!(tags().await, ["loa-progress", "loa-guide", "loa-guide"]);
    assert_eq!(page.record().await.count("loa-ready"), 4);

    // The figure can still be asked for another day.
    let () = page.see("void (look.page.querySelector('loa-progress').at = '2025-03-01')").await;
    page.painted().await;
    assert_eq!(page.record().await.errors.len(), 3, "nothing but the traps themselves");
}

async fn a_trap_that_names_no_module_may_be_of_each(page: &Page) {
    let _site = two_modules(page).await;
    page.trap("other").await;
    page.painted().await;
    assert_eq!(page.record().await.count("loa-error"), 0, "another program of the page has traps of its own");
    page.trap("nameless").await;
    page.until("both begin anew", "look.events('loa-error').length === 2 && look.events('loa-ready').length === 4")
        .await;
    is_at_step(page, 2).await;
}

async fn a_choice_of_audience_holds_beside_another_module(page: &Page) {
    const OPEN: &str = "[...look.page.querySelectorAll('loa-message')].map((host) => [...host.querySelectorAll(':scope > details')].findIndex((group) => group.open)).join()";
    let site = two_modules(page).await;
    add(page, "loa-message/all").await;
    page.ready().await;
    let () = page.see("void look.find('loa-message', '[part=audience]').focus()").await;
    page.key(Key::Down).await;
    page.until("it shows the businesses' messages", &format!("{OPEN} === '1'")).await;
    add(page, "loa-message/all").await;
    page.ready().await;
    page.until("so do those that come later", &format!("{OPEN} === '1,1'")).await;
    is_at_step(page, 2).await;
    assert_eq!(names(&site), "loa-guide loa-widgets");
}

async fn a_module_that_is_missing_leaves_the_other_alone(page: &Page) {
    let site = Site::start(Fault::GuideModuleMissing).await;
    site.put("/page", Document { policy: None, ..Document::of(&example(GUIDE).html) });
    page.go(&site, "/page").await;
    page.until("the guide has said why", "look.events('loa-error').length === 1").await;
    add(page, PROGRESS).await;
    page.until("the figure is ready", "look.events('loa-ready').length === 1").await;
    let record = page.record().await;
    let line = format!(
        "error: loa-error not-found: {}/loa/hanoi-2025/loa-guide.bin answered 404; copy the whole bundle there",
        site.address()
    );
    assert_eq!(record.console, [line], "{record:#?}");
    assert_eq!(record.count("loa-error"), 1, "{record:#?}");
}
