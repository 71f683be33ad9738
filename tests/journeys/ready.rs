//! Every example of every widget: it takes over, says nothing on the console, and keeps nobody out.

use loa_e2e::site::{Document, examples};
use loa_e2e::{Page, Site, in_every_engine};
use serde_json::{Value, json};

in_every_engine!(
    every_example_takes_over_under_the_strictest_policy_without_a_word_on_the_console,
    every_example_is_free_of_barriers_that_axe_knows,
    nothing_is_kept_on_the_device_and_no_other_site_is_asked,
);

async fn every_example_takes_over_under_the_strictest_policy_without_a_word_on_the_console(page: &Page) {
    let site = Site::fine().await;
    for example in examples() {
        site.put("/example", Document::of(&example.html));
        page.go(&site, "/example").await;
        page.ready().await;
        assert_eq!(page.complaints().await, [""; 0], "{}: {}", example.tag, example.name);
        let text: String = page.see("look.text(look.hosts()[0])").await;
        assert!(text.chars().count() > 20, "{}: {}: only “{text}”", example.tag, example.name);
        assert_eq!(page.record().await.count("loa-ready"), 1, "{}: {}", example.tag, example.name);
    }
}

async fn every_example_is_free_of_barriers_that_axe_knows(page: &Page) {
    let site = Site::fine().await;
    let mut barriers = Vec::new();
    for example in examples() {
        // A heading of level three stands in a part that has one of level two.
        let part = if example.html.contains("heading-level=\"3\"") { "<h2>Phần</h2>" } else { "" };
        site.put("/example", Document::of(&format!("{part}{}", example.html)));
        page.go(&site, "/example").await;
        page.ready().await;
        let found = page.barriers().await;
        barriers.extend(found.into_iter().map(|barrier| format!("{}: {}\n{barrier}", example.tag, example.name)));
    }
    assert!(barriers.is_empty(), "{}", barriers.join("\n\n"));
}

async fn nothing_is_kept_on_the_device_and_no_other_site_is_asked(page: &Page) {
    let site = Site::fine().await;
    let all: String = examples().into_iter().map(|example| example.html).collect();
    site.put("/all", Document { policy: None, ..Document::of(&all) });
    page.go(&site, "/all").await;
    page.ready().await;
    let kept: Value = page.see("look.kept()").await;
    assert_eq!(kept, json!({ "cookie": "", "local": {}, "session": {} }), "nobody did anything yet");
    let asked: Vec<String> = page.see("performance.getEntriesByType('resource').map((entry) => entry.name)").await;
    let elsewhere: Vec<&String> = asked.iter().filter(|address| !address.starts_with(site.address())).collect();
    assert!(elsewhere.is_empty(), "{elsewhere:?}");
}
