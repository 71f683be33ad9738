//! A Chromium that has seen nothing yet, on a machine made slow.

use std::time::Duration;

use serde_json::json;

use crate::engine::Session;
use crate::{Engine, Page};

/// How many times slower than this machine: between a cheap phone and a usual one.
const SLOWDOWN: f64 = 4.0;

/// The time of some work, which is `SLOWDOWN` times longer when the browser does what it was asked. The shortest of
/// several, since the first ones are not compiled yet and others share the processor.
const WORK: &str = "(() => { \
    const work = () => { const began = performance.now(); let sum = 0; for (let i = 0; i < 3e6; i += 1) sum = (sum + i * i) % 7919; return performance.now() - began + sum * 0; }; \
    return Math.min(...Array.from({ length: 8 }, work)); })()";

/// A browser of its own, with a new profile; it ends with this value.
///
/// A new tab would not do: scripts and modules stay compiled in the process that has run them once.
pub struct Browser {
    page: Page,
    pace: f64,
    _session: Session,
}

impl Browser {
    /// Starts one and lets it come to rest.
    ///
    /// # Panics
    /// When Chromium is not here or does not start.
    pub async fn fresh() -> Self {
        let found = Engine::Chromium.find().unwrap_or_else(|reason| panic!("{reason}"));
        let session = Session::start(Engine::Chromium, &found, "Asia/Ho_Chi_Minh").await;
        let session = session.unwrap_or_else(|reason| panic!("{reason}"));
        let page = Page::new(Engine::Chromium, session.client.clone());
        // What a browser does after its start would be counted as the page's.
        tokio::time::sleep(Duration::from_millis(600)).await;
        let pace = page.see(WORK).await;
        Self { page, pace, _session: session }
    }

    /// The page in it.
    #[must_use]
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// Its product and version: `Chrome/149.0.7827.114`.
    pub async fn version(&self) -> String {
        let answer = self.page.devtools("Browser.getVersion", json!({})).await;
        answer["product"].as_str().unwrap_or("Chromium").to_owned()
    }

    /// Slows the processor down.
    pub async fn slow_processor(&self) {
        self.page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWDOWN })).await;
    }

    /// How many times slower the page now runs than the browser did at its start.
    pub async fn slowdown(&self) -> f64 {
        self.page.see::<f64>(WORK).await / self.pace
    }

    /// Slow 4G: 1.6 Mbps down, 750 kbps up, 150 ms until an answer begins. Nothing comes from the cache.
    pub async fn slow_network(&self) {
        let conditions = json!({ "offline": false, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8 });
        self.page.devtools("Network.enable", json!({})).await;
        self.page.devtools("Network.emulateNetworkConditions", conditions).await;
    }

    /// A phone's screen, on which slides are as wide as the page.
    pub async fn phone(&self) {
        let screen = json!({ "width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true });
        self.page.devtools("Emulation.setDeviceMetricsOverride", screen).await;
    }

    /// Runs a script in every page to come, before the page's own; no policy of the page is in its way.
    pub async fn before_pages(&self, script: &str) {
        self.page.devtools("Page.enable", json!({})).await;
        self.page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }
}
