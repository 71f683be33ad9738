//! Nothing moves, flashes, loses focus or typed text when a widget takes over from its static HTML.

use loa_e2e::site::{Document, Example, example, examples};
use loa_e2e::{Engine, Fault, Page, Site, in_every_engine};
use serde_json::{Value, json};

in_every_engine!(
    nothing_moves_on_a_desk_or_a_phone,
    nothing_moves_on_pages_with_strange_styles,
    focus_ticks_and_place_in_the_row_stay,
    an_unfolded_answer_and_the_focus_on_it_stay,
    content_in_use_is_replaced_only_when_the_person_has_left_it,
);

const TAGS: [&str; 7] =
    ["loa-guide", "loa-message", "loa-progress", "loa-roadmap", "loa-feedback", "loa-rating", "loa-board"];

/// Static HTML that is what the widget shows; a page that asks for another heading, or for another figure, gets another one.
fn drawn_alike(example: &Example) -> bool {
    let asks = |other: &str| example.html.contains(other);
    let is_other_figure = example.tag == "loa-progress" && (asks(" at=") || asks(" actor="));
    example.has_static_html() && !asks("heading-level=") && !is_other_figure
}

async fn nothing_moves_on_a_desk_or_a_phone(page: &Page) {
    for example in examples().iter().filter(|example| drawn_alike(example)) {
        for width in [1280, 390, 320] {
            let what = format!("{}: {} at {width} px", example.tag, example.name);
            take_over_in_peace(page, Document::of(&example.html), width, &what).await;
        }
    }
}

async fn nothing_moves_on_pages_with_strange_styles(page: &Page) {
    let html: String = TAGS.map(|tag| example(tag).html).concat();
    for style in ["unset.css", "bootstrap.css", "small-root.css", "dark.css", "text-200.css"] {
        take_over_in_peace(page, Document::of(&html).style(style), 390, style).await;
    }
}

async fn take_over_in_peace(page: &Page, document: Document, width: u32, what: &str) {
    let site = Site::start(Fault::ModuleWaits).await;
    site.put("/example", document);
    // High enough for everything to be in view: what is not seen does not count as a shift.
    page.go_framed(&site, "/example", (width, 900), None).await;
    page.painted().await;
    let before: Value = page.see("look.rectangles()").await;
    site.let_module_go();
    page.ready().await;
    let moved: Vec<String> = page.run("return look.moved(arguments[0]);", vec![before]).await;
    assert_eq!(moved, [""; 0], "{what}");
    let shifts = page.record().await.shifts;
    let sum: f64 = shifts.iter().map(|shift| shift.value).sum();
    assert!(sum == 0.0, "{what}: a layout shift of {sum}: {shifts:#?}");
    if page.engine() == Engine::Chromium {
        let counts: bool = page.see("PerformanceObserver.supportedEntryTypes.includes('layout-shift')").await;
        assert!(counts, "Chromium counts layout shifts");
    }
}

async fn focus_ticks_and_place_in_the_row_stay(page: &Page) {
    let site = Site::start(Fault::ModuleWaits).await;
    site.put("/guide", Document::of(&example("loa-guide").html));
    page.go(&site, "/guide").await;
    page.press("loa-guide", "li:first-child label").await;
    assert!(page.see::<bool>("look.active().matches('input') && look.active().checked").await, "ticked and in focus");
    site.let_module_go();
    page.ready().await;
    assert!(page.see::<bool>("look.active().matches('loa-guide input') && look.active().checked").await, "it stays");

    let site = Site::start(Fault::ModuleWaits).await;
    site.put("/guide", Document::of(&example("loa-guide").html));
    page.go(&site, "/guide").await;
    page.press("loa-guide", "nav a:nth-child(3)").await;
    page.until("the link has led to its step", AT_STEP_3).await;
    site.let_module_go();
    page.ready().await;
    assert!(page.see::<bool>(AT_STEP_3).await, "the row stays at the third step");
    assert!(page.text("loa-guide", "[part=position]").await.contains('3'), "the position says so");
}

const AT_STEP_3: &str = "(() => { const row = look.page.querySelector('loa-guide > ol'); \
    return Math.abs(row.scrollLeft - 2 * row.clientWidth) < 2; })()";

async fn an_unfolded_answer_and_the_focus_on_it_stay(page: &Page) {
    let site = Site::start(Fault::ModuleWaits).await;
    site.put("/message", Document::of(&example("loa-message").html));
    page.go(&site, "/message").await;
    page.press("loa-message", "details:nth-of-type(2) > summary").await;
    let unfolded =
        "look.page.querySelectorAll('loa-message > details')[1].open && look.active().localName === 'summary'";
    assert!(page.see::<bool>(unfolded).await, "unfolded before");
    site.let_module_go();
    page.ready().await;
    assert!(page.see::<bool>(unfolded).await, "unfolded after");
}

async fn content_in_use_is_replaced_only_when_the_person_has_left_it(page: &Page) {
    let site = Site::start(Fault::ModuleWaits).await;
    let old = example("loa-guide").html.replace("<h2>", "<h2>Bản cũ: ");
    let build = old.split("data-loa-build=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a build id");
    site.put("/guide", Document::of(&old.replace(build, "20240101-00000000")));
    page.go(&site, "/guide").await;
    page.press("loa-guide", "li:first-child label").await;
    site.let_module_go();
    page.until("the module has come", "performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.endsWith('.bin') && responseEnd)").await;
    page.painted().await;
    page.painted().await;
    let heading = "look.page.querySelector('loa-guide h2').textContent.startsWith('Bản cũ')";
    assert!(page.see::<bool>(heading).await, "nothing changes under the hands of a person");
    assert!(page.see::<bool>("look.active().checked").await);
    page.press("loa-guide", "li:first-child li:nth-child(2) label").await;
    page.painted().await;
    assert!(
        page.see::<bool>("look.page.querySelectorAll('loa-guide input:checked').length === 2").await,
        "a second tick"
    );
    let () = page.see("void (look.active().blur(), look.page.dispatchEvent(new FocusEvent('focusout')))").await;
    page.painted().await;
    assert!(page.see::<bool>(heading).await, "another window may take the focus for a while");
    page.press("main", ":scope > p:last-child").await;
    page.until("the newer text comes when they have left", &format!("!{heading}")).await;
    page.ready().await;
    assert_eq!(page.see::<Value>("look.page.querySelector('loa-guide input').checked").await, json!(true));
}
