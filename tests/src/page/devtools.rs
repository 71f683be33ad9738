//! What Chromium alone offers: its developer tools' protocol.

use axum::http::Method;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use url::Url;

use super::Page;

#[derive(Debug)]
struct DevTools {
    command: &'static str,
    parameters: Value,
}

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base_url: &Url, session_id: Option<&str>) -> Result<Url, url::ParseError> {
        base_url.join(&format!("session/{}/goog/cdp/execute", session_id.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "cmd": self.command, "params": self.parameters }).to_string()))
    }
}

/// What the browser has written into its console since it was last asked.
#[derive(Debug)]
struct Console;

impl WebDriverCompatibleCommand for Console {
    fn endpoint(&self, base_url: &Url, session_id: Option<&str>) -> Result<Url, url::ParseError> {
        base_url.join(&format!("session/{}/se/log", session_id.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "type": "browser" }).to_string()))
    }
}

impl Page {
    /// The warnings and errors in the console since it was last asked, of pages on which no script of ours can listen.
    pub async fn console(&self) -> Vec<String> {
        let told = self.client.issue_cmd(Console).await.unwrap_or_else(|error| panic!("the console: {error}"));
        let lines = told.as_array().map(Vec::as_slice).unwrap_or_default();
        lines.iter().filter_map(|line| line["message"].as_str().map(str::to_owned)).collect()
    }

    /// Sends a command of the protocol.
    pub async fn devtools(&self, command: &'static str, parameters: Value) -> Value {
        let answer = self.client.issue_cmd(DevTools { command, parameters }).await;
        answer.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Makes a media feature true: `forced-colors` `active`.
    pub async fn media(&self, feature: &str, value: &str) {
        let features = json!({ "features": [{ "name": feature, "value": value }] });
        self.devtools("Emulation.setEmulatedMedia", features).await;
    }

    /// Takes back what [`Page::media`] set.
    pub(super) async fn plain_media(&self) {
        let nothing = json!({ "media": "", "features": [] });
        drop(self.client.issue_cmd(DevTools { command: "Emulation.setEmulatedMedia", parameters: nothing }).await);
    }

    /// Nodes, listeners and bytes that are in use, after everything that can go is gone.
    pub async fn in_use(&self) -> [f64; 3] {
        // What the first collection frees can let go of more.
        for _ in 0..3 {
            self.devtools("HeapProfiler.collectGarbage", json!({})).await;
        }
        self.metrics(["Nodes", "JSEventListeners", "JSHeapUsedSize"]).await
    }

    /// What the browser counts of the page; times are in seconds.
    ///
    /// # Panics
    /// When it does not count one of them.
    pub async fn metrics<const N: usize>(&self, wanted: [&str; N]) -> [f64; N] {
        self.devtools("Performance.enable", json!({})).await;
        let answer = self.devtools("Performance.getMetrics", json!({})).await;
        wanted.map(|wanted| {
            let metrics = answer["metrics"].as_array().map(Vec::as_slice).unwrap_or_default();
            let metric = metrics.iter().find(|metric| metric["name"] == wanted);
            metric.and_then(|metric| metric["value"].as_f64()).unwrap_or_else(|| panic!("no {wanted} in {answer}"))
        })
    }
}
