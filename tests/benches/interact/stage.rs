//! A page with widgets that are ready, on a slow phone.

use std::collections::BTreeMap;
use std::time::Duration;

use loa_e2e::bench::{Browser, Samples};
use loa_e2e::site::Document;
use loa_e2e::{Page, Site};

use super::board;

/// What is noted while a page runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Watch {
    Times,
    /// Every call from the module to the page; what it costs makes times worthless.
    Calls,
}

/// What the browser counts while something happens: seconds of the main thread, layouts, recalculations of styles.
pub(crate) const COUNTED: [&str; 3] = ["TaskDuration", "LayoutCount", "RecalcStyleCount"];

/// A page in a browser of its own, from a site of its own.
pub(crate) struct Stage {
    pub(crate) browser: Browser,
    pub(crate) site: Site,
}

impl Stage {
    /// Opens the page and waits until its widgets are ready; from then on the processor is slow.
    pub(crate) async fn open(document: Document, watch: Watch, samples: &mut Samples) -> Self {
        let browser = Browser::fresh().await;
        if samples.browser.is_empty() {
            samples.browser = browser.version().await;
            samples.date = browser.page().see("new Date().toISOString()").await;
        }
        let counts = watch == Watch::Calls;
        browser.before_pages(&format!("self.benchCounts = {counts};\n{}", include_str!("watch.js"))).await;
        browser.phone().await;
        let site = Site::fine().await;
        site.put("/page", document);
        site.answer(board::PATH, &board::page());
        browser.page().go(&site, "/page").await;
        browser.page().ready().await;
        browser.slow_processor().await;
        settle().await;
        Self { browser, site }
    }

    pub(crate) fn page(&self) -> &Page {
        self.browser.page()
    }

    /// Bytes of the modules' memories.
    pub(crate) async fn module_memory(&self) -> f64 {
        self.page().see("bench.memories.reduce((sum, memory) => sum + (memory?.buffer.byteLength ?? 0), 0)").await
    }

    /// How often the module has called each function of the page, and all of them together.
    pub(crate) async fn calls(&self) -> (f64, BTreeMap<String, f64>) {
        (self.page().see("bench.calls").await, self.page().see("bench.names").await)
    }
}

/// Until what a gesture has set in motion is over; a script that waited would be in its way.
pub(crate) async fn settle() {
    tokio::time::sleep(Duration::from_millis(250)).await;
}

/// The functions that were called most, in words.
pub(crate) fn most(names: &BTreeMap<String, f64>, before: &BTreeMap<String, f64>) -> String {
    let since = |(name, count): (&String, &f64)| (name.clone(), count - before.get(name).copied().unwrap_or(0.0));
    let mut counts: Vec<(String, f64)> = names.iter().map(since).filter(|(_, count)| *count > 0.0).collect();
    counts.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let words = counts.iter().take(12).map(|(name, count)| format!("{} {count}", plain(name)));
    words.collect::<Vec<_>>().join(", ")
}

/// `__wbg_namespaceURI_1a2b` without what the compiler put around it.
fn plain(name: &str) -> &str {
    let name = name.strip_prefix("__wbg_").unwrap_or(name);
    match name.rsplit_once('_') {
        Some((before, hash)) if hash.len() == 16 => before,
        _ => name,
    }
}
