//! Many widgets on one page: shown together, or shown and removed all day.

use serde_json::{Value, json};

use super::Page;

/// Shows widgets at the top of the page; how many milliseconds it takes until the last one is ready.
const SHOW: &str = "
    const parser = new DOMParser();
    const show = async (html, count) => {
        const hosts = Array.from({ length: count }, () => document.importNode(parser.parseFromString(html, 'text/html').body.firstElementChild, true));
        const ready = hosts.map((host) => new Promise((good, bad) => {
            host.addEventListener('loa-ready', good, { once: true });
            host.addEventListener('loa-error', (event) => bad(new Error(event.detail.message)), { once: true });
        }));
        const began = performance.now();
        look.page.querySelector('main').prepend(...hosts);
        await Promise.all(ready);
        return { hosts, time: performance.now() - began };
    };
    const forget = () => { loaProbe.events.length = 0; loaProbe.shifts.length = 0; };";

impl Page {
    /// Shows and removes widgets, ten at a time, each of them ready before it goes.
    pub async fn show_and_remove(&self, html: &str, count: u32) {
        let rounds = "
            const [html, count] = given;
            for (let done = 0; done < count; done += 10) {
                const { hosts } = await show(html, 10);
                hosts.forEach((host) => host.remove());
                await look.frames(1);
            }
            forget();";
        let _: Value = self.run_async(&format!("{SHOW}{rounds}"), vec![json!(html), json!(count)]).await;
    }

    /// Shows widgets all at once; how many milliseconds it takes until the last one is ready.
    pub async fn show(&self, html: &str, count: u32) -> f64 {
        let once = "const { time } = await show(...given); forget(); return time;";
        self.run_async(&format!("{SHOW}{once}"), vec![json!(html), json!(count)]).await
    }
}
