//! Many widgets at once, and one after the other.

use loa_e2e::bench::{Figures, Samples};
use loa_e2e::site::{Document, example};

use super::stage::{COUNTED, Stage, Watch, settle};

/// Every widget in the same place, so that each is in sight and begins at once; without a policy, which would keep the
/// test itself from making elements out of text.
fn empty() -> Document {
    Document { policy: None, ..Document::of("") }.style("stacked.css")
}

/// A hundred of a kind, fifty and fifty, on a page where one is ready already.
pub(crate) async fn hundred(tag: &str, samples: &mut Samples) {
    let stage = Stage::open(empty(), Watch::Times, samples).await;
    let html = example(tag).html;
    let _ = stage.page().show(&html, 1).await;
    settle().await;
    let [_, _, heap] = stage.page().in_use().await;
    let memory = stage.module_memory().await;
    let before = stage.page().metrics(COUNTED).await;
    let first = stage.page().show(&html, 50).await;
    let second = stage.page().show(&html, 50).await;
    settle().await;
    let after = stage.page().metrics(COUNTED).await;
    let [_, _, heap_after] = stage.page().in_use().await;
    let memory_after = stage.module_memory().await;
    let modules: Vec<String> = stage.site.requests().into_iter().filter(|path| path.ends_with(".bin")).collect();
    let figures = Figures::from([
        ("time each", (first + second) / 100.0),
        ("main thread each", (after[0] - before[0]) * 10.0),
        ("layouts each", (after[1] - before[1]) / 100.0),
        ("style recalculations each", (after[2] - before[2]) / 100.0),
        ("second fifty over first", second / first),
        ("heap each", (heap_after - heap) / 100.0),
        ("module memory each", (memory_after - memory) / 100.0),
        ("instances", stage.page().see("bench.instances").await),
        ("module requests", modules.len() as f64),
        ("slowdown", stage.browser.slowdown().await),
    ]);
    eprintln!("100 × {tag}: {figures:?}");
    samples.add(&format!("100 × {tag}"), figures);
}

/// A thousand of a kind, shown and removed; what stays of them.
pub(crate) async fn thousand(tag: &str, samples: &mut Samples) {
    let stage = Stage::open(empty(), Watch::Times, samples).await;
    let html = example(tag).html;
    // The first ones fill caches and stages.
    stage.page().show_and_remove(&html, 100).await;
    let before = stage.page().in_use().await;
    let memory = stage.module_memory().await;
    let began: f64 = stage.page().see("performance.now()").await;
    // A script may take two minutes.
    for _ in 0..10 {
        stage.page().show_and_remove(&html, 100).await;
    }
    let ended: f64 = stage.page().see("performance.now()").await;
    let after = stage.page().in_use().await;
    let [nodes, listeners, heap] = std::array::from_fn(|i| after[i] - before[i]);
    let figures = Figures::from([
        ("time each", (ended - began) / 1000.0),
        ("more nodes", nodes),
        ("more listeners", listeners),
        ("more heap", heap),
        ("more module memory", stage.module_memory().await - memory),
    ]);
    eprintln!("1,000 × {tag}: {figures:?}");
    samples.add(&format!("1,000 × {tag}"), figures);
}
