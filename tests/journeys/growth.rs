//! A page that shows and removes widgets all day does not grow.

use loa_e2e::site::{Document, Example, examples};
use loa_e2e::{Engine, Page, Site, run};
use serde_json::{Value, json};

/// Shows and removes `arguments[1]` widgets, ten at a time, each of them ready before it goes.
const ROUNDS: &str = "
    const [html, count] = given; const main = look.page.querySelector('main');
    const parser = new DOMParser();
    for (let done = 0; done < count; done += 10) {
        const hosts = Array.from({ length: 10 }, () => document.importNode(parser.parseFromString(html, 'text/html').body.firstElementChild, true));
        const ready = hosts.map((host) => new Promise((good, bad) => {
            host.addEventListener('loa-ready', good, { once: true });
            host.addEventListener('loa-error', (event) => bad(new Error(event.detail.message)), { once: true });
        }));
        main.prepend(...hosts);
        await Promise.all(ready);
        hosts.forEach((host) => host.remove());
        await look.frames(1);
    }
    loaProbe.events.length = 0; loaProbe.shifts.length = 0;";

/// What the module itself holds.
const MEMORY: &str = "const glue = await import('/loa/hanoi-2025/loa-widgets.js'); return (await glue.default()).memory.buffer.byteLength;";

#[test]
fn a_thousand_widgets_of_each_kind_leave_nothing_behind() {
    run(Engine::Chromium, async |page: &Page| {
        let mut seen: Vec<String> = Vec::new();
        for example in examples().iter().filter(|example| example.has_static_html()) {
            if !seen.contains(&example.tag) {
                seen.push(example.tag.clone());
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
        let _: Value = page.run_async(ROUNDS, vec![json!(example.html), json!(count)]).await;
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
