//! Whatever goes wrong on the way to the widget: the static HTML stays, and one line says what to do.

use loa_e2e::site::{Document, example, examples};
use loa_e2e::{Engine, Fault, Page, Policy, Site, in_every_engine};
use serde_json::Value;

in_every_engine!(
    a_policy_without_wasm_leaves_the_static_html,
    a_policy_without_connections_leaves_the_static_html,
    a_missing_module_leaves_the_static_html,
    a_truncated_module_leaves_the_static_html,
    a_script_of_the_wrong_type_leaves_the_static_html,
    a_missing_slice_leaves_the_static_html,
    a_truncated_slice_leaves_the_static_html,
    a_slice_of_another_kind_leaves_the_static_html,
    an_error_page_instead_of_a_slice_leaves_the_static_html,
    an_old_browser_keeps_the_static_html,
    another_site_that_does_not_allow_it_leaves_the_static_html,
    one_broken_widget_leaves_the_others_alone,
    on_a_page_of_nukeviet_a_blocked_module_leaves_the_static_html,
    every_example_keeps_its_words_without_wasm,
    a_trap_gives_the_static_html_back_and_begins_anew_once,
    a_deep_link_leads_to_its_step_without_wasm,
    an_empty_widget_says_that_its_static_html_is_missing,
);

const TAGS: [&str; 7] =
    ["loa-board", "loa-feedback", "loa-guide", "loa-message", "loa-progress", "loa-rating", "loa-roadmap"];

fn all() -> String {
    TAGS.map(|tag| example(tag).html).concat()
}

async fn a_policy_without_wasm_leaves_the_static_html(page: &Page) {
    stays(
        page,
        Fault::None,
        Document::of(&all()).policy(Policy::NoWasm),
        "csp",
        "add 'wasm-unsafe-eval' to script-src",
    )
    .await;
}

async fn a_policy_without_connections_leaves_the_static_html(page: &Page) {
    stays(page, Fault::None, Document::of(&all()).policy(Policy::NoConnect), "csp", "connect-src").await;
}

async fn a_missing_module_leaves_the_static_html(page: &Page) {
    stays(page, Fault::ModuleMissing, Document::of(&all()), "not-found", "loa-widgets.bin answered 404").await;
}

async fn a_truncated_module_leaves_the_static_html(page: &Page) {
    stays(page, Fault::ModuleTruncated, Document::of(&all()), "truncated", "loa-widgets.bin is not complete").await;
}

async fn a_script_of_the_wrong_type_leaves_the_static_html(page: &Page) {
    stays(page, Fault::GlueAsText, Document::of(&all()), "mime", "loa-widgets.js came as text/plain").await;
}

async fn a_missing_slice_leaves_the_static_html(page: &Page) {
    stays(page, Fault::SliceMissing, Document::of(&all()), "not-found", ".json answered 404").await;
}

async fn a_truncated_slice_leaves_the_static_html(page: &Page) {
    stays(page, Fault::SliceTruncated, Document::of(&all()), "data", ".json is not a slice").await;
}

async fn a_slice_of_another_kind_leaves_the_static_html(page: &Page) {
    stays(page, Fault::SliceOfAnotherKind, Document::of(&all()), "data", "build the bundle again").await;
}

async fn an_error_page_instead_of_a_slice_leaves_the_static_html(page: &Page) {
    stays(page, Fault::SliceIsAPage, Document::of(&all()), "data", ".json is not a slice").await;
}

async fn an_old_browser_keeps_the_static_html(page: &Page) {
    stays(page, Fault::None, Document::of(&all()).script("old-browser.js"), "old-browser", "is too old").await;
}

async fn another_site_that_does_not_allow_it_leaves_the_static_html(page: &Page) {
    let other = Site::fine().await;
    let html = all().replace(" src=\"/loa/hanoi-2025/\"", &format!(" src=\"{}/loa/hanoi-2025/\"", other.address()));
    let document = Document::of(&html).policy(Policy::Connect(other.address().to_owned()));
    stays(page, Fault::None, document, "cors", "send Access-Control-Allow-Origin").await;
}

/// The page looks as it does while it waits for the module, and every widget says why it does not come.
async fn stays(page: &Page, fault: Fault, document: Document, code: &str, line: &str) {
    let waiting = Site::start(Fault::ModuleWaits).await;
    waiting.put("/page", Document::of(&all()));
    page.go_framed(&waiting, "/page", (800, 900), None).await;
    page.painted().await;
    let before: Value = page.see("look.rectangles()").await;
    let text: String = page.see("look.words(look.page.body.innerText)").await;

    let site = Site::start(fault).await;
    site.put("/page", document);
    page.go_framed(&site, "/page", (800, 900), None).await;
    let all = format!("look.showAll() && look.events('loa-error').length >= {}", TAGS.len());
    page.until("every widget has said why", &all).await;
    page.painted().await;
    let record = page.record().await;
    for tag in TAGS {
        let errors: Vec<_> =
            record.events.iter().filter(|event| event.tag == tag && event.name == "loa-error").collect();
        assert_eq!(errors.len(), 1, "{tag} says it once: {record:#?}");
        assert_eq!(errors[0].detail["code"], code, "{tag}: {record:#?}");
    }
    assert_eq!(record.count("loa-ready"), 0, "{record:#?}");
    let lines: Vec<_> = record.console.iter().filter(|text| text.contains("loa-error")).collect();
    assert!(lines.iter().all(|text| text.starts_with(&format!("error: loa-error {code}: "))), "{lines:#?}");
    assert!(lines.iter().any(|text| text.contains(line)), "“{line}” is not in {lines:#?}");
    let mut once = lines.clone();
    once.dedup();
    assert_eq!(once, lines, "no line is said twice");
    assert_eq!(record.errors.iter().filter(|error| !error.contains("did not load")).count(), 0, "{record:#?}");

    assert_eq!(page.see::<String>("look.words(look.page.body.innerText)").await, text, "every word is still there");
    let moved: Vec<String> = page.run("return look.moved(arguments[0]);", vec![before]).await;
    assert_eq!(moved, [""; 0], "nothing moves");
    if page.engine() == Engine::Chromium {
        let sum: f64 = record.shifts.iter().map(|shift| shift.value).sum();
        assert!(sum == 0.0, "a layout shift of {sum}: {:#?}", record.shifts);
    }
    let there = "(() => { const row = look.page.querySelector('loa-guide > ol'); \
        return Math.abs(row.scrollLeft - row.clientWidth) < 2; })()";
    let () = page.see("void look.page.querySelector('loa-guide > nav a:nth-child(2)').click()").await;
    page.until("the links of the guide still lead to its steps", there).await;
}

async fn one_broken_widget_leaves_the_others_alone(page: &Page) {
    let site = Site::fine().await;
    let broken = "<loa-guide guide=\"khong-co\" src=\"/loa/hanoi-2025/\"><p>Nội dung tĩnh.</p></loa-guide>";
    site.put("/page", Document::of(&format!("{broken}{}", all())));
    page.go(&site, "/page").await;
    let all = format!(
        "look.showAll() && look.events('loa-ready').length === {} && look.events('loa-error').length === 1",
        TAGS.len()
    );
    page.until("all others are ready and one is not", &all).await;
    assert!(page.text("main", "loa-guide").await.contains("Nội dung tĩnh."));
}

async fn on_a_page_of_nukeviet_a_blocked_module_leaves_the_static_html(page: &Page) {
    let document = Document::of(&all()).policy(Policy::NukeViet);
    stays(page, Fault::ModuleMissing, document, "not-found", "loa-widgets.bin answered 404").await;
}

async fn every_example_keeps_its_words_without_wasm(page: &Page) {
    let site = Site::fine().await;
    for example in examples().iter().filter(|example| example.has_static_html()) {
        site.put("/example", Document::of(&example.html).policy(Policy::NoWasm));
        page.go(&site, "/example").await;
        let text: String = page.see("look.words(look.page.body.innerText)").await;
        page.until("the widget has said why", "look.events('loa-error').length === 1").await;
        let after: String = page.see("look.words(look.page.body.innerText)").await;
        assert_eq!(after, text, "{}: {}", example.tag, example.name);
    }
}

async fn a_trap_gives_the_static_html_back_and_begins_anew_once(page: &Page) {
    let site = Site::fine().await;
    site.put("/page", Document::of(&example("loa-guide").html).script("trap.js"));
    page.go(&site, "/page").await;
    page.ready().await;
    page.press("loa-guide", "[part=next]").await;
    // A trap of another module on the page is none of ours.
    page.trap("other").await;
    page.painted().await;
    assert_eq!(page.record().await.count("loa-error"), 0);

    page.trap("guide").await;
    page.until(
        "it says so and begins anew",
        "look.events('loa-error').length === 1 && look.events('loa-ready').length === 2",
    )
    .await;
    page.press("loa-guide", "[part=next]").await;
    page.until("it works again", "look.find('loa-guide', '[part=position]').textContent.includes('3')").await;
    assert_eq!(page.record().await.count("loa-step"), 2, "what began before the trap is silent");

    page.trap("guide").await;
    page.until("the second time it stays", "look.events('loa-error').length === 2").await;
    page.painted().await;
    assert!(page.see::<bool>("!look.page.querySelector('[inert]') && !look.find('loa-guide', '[part=next]')").await);
    let record = page.record().await;
    assert_eq!(record.count("loa-ready"), 2);
    assert!(record.events.iter().filter(|e| e.name == "loa-error").all(|e| e.detail["code"] == "crash"), "{record:#?}");
}

async fn a_deep_link_leads_to_its_step_without_wasm(page: &Page) {
    let site = Site::fine().await;
    site.put("/page", Document::of(&example("loa-guide").html).policy(Policy::NoWasm));
    page.go(&site, "/page#loa-guide=khai-sinh&buoc=3").await;
    let there = "(() => { const row = look.page.querySelector('loa-guide > ol'); \
        return Math.abs(row.scrollLeft - 2 * row.clientWidth) < 2; })()";
    page.until("the third step is in view", there).await;
}

async fn an_empty_widget_says_that_its_static_html_is_missing(page: &Page) {
    let site = Site::start(Fault::FragmentMissing).await;
    let empty = "<loa-guide guide=\"khai-sinh\" src=\"/loa/hanoi-2025/\"></loa-guide>";
    site.put("/page", Document::of(&format!("{empty}{}", example("loa-guide").html)));
    page.go(&site, "/page").await;
    page.until("one says why not, one is ready", "look.events('loa-error').length && look.events('loa-ready').length")
        .await;
    let record = page.record().await;
    assert_eq!(record.count("loa-error"), 1, "{record:#?}");
    let line = format!(
        "error: loa-error not-found: {}/loa/hanoi-2025/fragments/loa-guide/khai-sinh.html answered 404; \
         copy the whole bundle there, or correct src or guide",
        site.address()
    );
    assert_eq!(record.console, [line], "{record:#?}");
}
