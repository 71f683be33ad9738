//! One cold load: a new browser, a slow line, a slow processor.

use std::time::Duration;

use loa_e2e::bench::{Browser, Figures, Sent, Server};
use serde::Deserialize;

use super::contestant::{Contestant, EMPTY, Line, Ready};

const WATCH: &str = include_str!("watch.js");

/// What comes after a page is ready belongs to it too: pictures, what was put off.
const REST: Duration = Duration::from_millis(700);

/// Widgets far below the screen wait for the person to come near; one that is near is left alone.
const OUR_WIDGETS: &str = "(() => { \
    const hosts = [...document.querySelectorAll('*')].filter((node) => node.localName.startsWith('loa-')); \
    const waiting = hosts.find((host) => !bench.ready.has(host)); \
    if (waiting?.getBoundingClientRect().top > 2 * innerHeight) waiting.scrollIntoView({ block: 'nearest', behavior: 'instant' }); \
    return hosts.length > 0 && !waiting; })()";

/// Times in milliseconds from the start of the navigation.
#[derive(Deserialize)]
struct Seen {
    paint: f64,
    ready: Option<f64>,
    start: Option<f64>,
    shift: f64,
    moved: f64,
    long: Vec<f64>,
    module: f64,
}

const SEEN: &str = "({ \
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1, \
    ready: performance.getEntriesByName('bench-ready')[0]?.startTime ?? bench.readyAt, \
    start: bench.startAt, shift: bench.shift, moved: Math.abs(bench.place() - (bench.placeAtPaint ?? bench.place())), long: bench.long, \
    module: bench.memories.reduce((sum, memory) => sum + (memory?.buffer.byteLength ?? 0), 0) })";

/// Loads a page as somebody does who has never been here.
pub(crate) async fn cold(browser: &Browser, contestant: &Contestant, server: &Server) -> Figures {
    let page = browser.page();
    browser.before_pages(WATCH).await;
    browser.phone().await;
    // The process that will show the page is there, and asleep.
    page.visit(&format!("{}{EMPTY}", server.address())).await;
    if contestant.line == Line::Slow4G {
        browser.slow_network().await;
    }
    browser.slow_processor().await;
    let [busy_before] = page.metrics(["TaskDuration"]).await;
    drop(server.take_sent());

    page.visit(&format!("{}{}", server.address(), contestant.path())).await;
    match contestant.ready {
        Ready::AtOnce => {}
        Ready::Marked(button) => {
            page.until("the controls work", "performance.getEntriesByName('bench-ready').length > 0").await;
            let place = format!("({button})?.getBoundingClientRect()");
            let seen = format!("{place}.width > 0 && {place}.left >= 0 && {place}.right <= innerWidth");
            page.until("there is a button to go on, within the screen", &seen).await;
        }
        Ready::OurWidgets => page.until("every widget is ready", OUR_WIDGETS).await,
    }
    tokio::time::sleep(REST).await;

    let [busy, layouts, styles] = page.metrics(["TaskDuration", "LayoutCount", "RecalcStyleCount"]).await;
    let seen: Seen = page.see(SEEN).await;
    let mut figures = Figures::from([
        ("first paint", seen.paint),
        ("shift", seen.shift),
        ("moved", seen.moved),
        ("main thread", (busy - busy_before) * 1000.0),
        ("long tasks", seen.long.len() as f64),
        ("longest task", seen.long.iter().copied().fold(0.0, f64::max)),
        ("layouts", layouts),
        ("style recalculations", styles),
        ("module memory", seen.module),
        ("slowdown", browser.slowdown().await),
    ]);
    if let Some(ready) = seen.ready {
        figures.insert("ready", ready);
        figures.extend(seen.start.map(|start| ("start to ready", ready - start)));
    }
    let [_, _, heap] = page.in_use().await;
    figures.insert("heap", heap);
    figures.extend(traffic(&server.take_sent()));
    figures
}

/// What went over the line; of it, what would not be there without the widget.
fn traffic(sent: &[Sent]) -> [(&'static str, f64); 7] {
    let of = |wanted: &dyn Fn(&Sent) -> bool| -> (f64, f64) {
        let chosen = sent.iter().filter(|sent| wanted(sent));
        chosen.fold((0.0, 0.0), |(bytes, count), sent| (bytes + sent.bytes as f64, count + 1.0))
    };
    let is = |sent: &Sent, endings: &[&str]| endings.iter().any(|ending| sent.path.ends_with(ending));
    let of_widget = |sent: &Sent| {
        ["/loa/", "/peers/"].iter().any(|folder| sent.path.starts_with(folder))
            && !is(sent, &[".svg", ".png", ".jpg", ".webp"])
    };
    let (bytes, requests) = of(&|_| true);
    let (widget, widget_requests) = of(&of_widget);
    let (code, _) = of(&|sent| of_widget(sent) && !is(sent, &[".json"]));
    let (script, _) = of(&|sent| of_widget(sent) && is(sent, &[".js"]));
    let (_, modules) = of(&|sent| of_widget(sent) && is(sent, &[".bin", ".wasm"]));
    [
        ("bytes", bytes),
        ("requests", requests),
        ("widget bytes", widget),
        ("widget requests", widget_requests),
        ("code bytes", code),
        ("script bytes", script),
        ("module requests", modules),
    ]
}
