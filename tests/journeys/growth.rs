//! A page that shows and removes widgets all day does not grow.

use loa_e2e::site::{Document, Example, examples};
use loa_e2e::{Engine, Page, Site, run};

/// What the module of the page itself holds.
const MEMORY: &str = "const { name } = performance.getEntriesByType('resource').find(({ name }) => /\\/loa-[^/]+\\.js$/.test(name)); \
    const glue = await import(name); return (await glue.default()).memory.buffer.byteLength;";

#[test]
fn a_thousand_widgets_of_each_kind_leave_nothing_behind() {
    run(Engine::Chromium, async |page: &Page| {
        let mut seen: Vec<(String, bool)> = Vec::new();
        // With static HTML, and empty, so that the content is asked for.
        for example in &examples() {
            let kind = (example.tag.clone(), example.has_static_html());
            if !seen.contains(&kind) {
                seen.push(kind);
                leaves_nothing(page, example).await;
            }
        }
    });
}

async fn leaves_nothing(page: &Page, example: &Example) {
    let site = Site::fine().await;
    site.put("/page", Document { policy: None, ..Document::of("") }.style("stacked.css"));
    page.go(&site, "/page").await;
    let mounts = async |count: u32| {
        page.show_and_remove(&example.html, count).await;
        let [nodes, listeners, bytes] = page.in_use().await;
        (nodes, listeners, bytes, page.run_async::<f64>(MEMORY, vec![]).await)
    };
    // The first ones fill caches and stages.
    let (nodes, listeners, bytes, memory) = mounts(100).await;
    let (nodes_after, listeners_after, bytes_after, memory_after) = mounts(1000).await;
    let what = format!(
        "{}: {nodes} → {nodes_after} nodes, {listeners} → {listeners_after} listeners, {bytes} → {bytes_after} bytes, module {memory} → {memory_after}",
        example.tag
    );
    eprintln!("{what}");
    assert!(nodes_after <= nodes + 20.0, "nodes grow: {what}");
    assert!(listeners_after <= listeners + 20.0, "listeners grow: {what}");
    assert!(bytes_after <= bytes + 200_000.0, "memory grows: {what}");
    assert!(memory_after <= memory + 65_536.0, "the module grows: {what}");
}
