//! Pictures of pages, for people to look at.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use serde_json::json;

use super::Page;
use crate::Site;

/// How wide a pictured page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// A phone: 360 px.
    Phone,
    /// A desk: 1280 px.
    Desk,
}

impl Page {
    /// Shows a page at a width, waits until it is ready and keeps a picture of it in `target/screenshots/ENGINE/`.
    pub async fn picture(&self, site: &Site, path: &str, name: &str, width: Width, ready: &str) {
        let (size, ending) = match width {
            Width::Phone => ((360, 780), "360"),
            Width::Desk => ((1280, 900), "1280"),
        };
        self.go_framed(site, path, size, None).await;
        self.until("the pictured page is ready", ready).await;
        let () = self.see("void view.scrollTo(0, 0)").await;
        self.painted().await;
        let frame = self.element("document.querySelector('iframe')").await;
        let png =
            frame.screenshot().await.unwrap_or_else(|error| panic!("{}: picture of {path}: {error}", self.engine));
        self.keep(&format!("{name}-{ending}"), &png);
    }

    /// Keeps a picture of the whole page as it stands, at a width; in Chromium, which alone can be told how high a window is.
    pub async fn picture_as_it_is(&self, name: &str, width: Width) {
        let (wide, ending) = match width {
            Width::Phone => (360, "360"),
            Width::Desk => (1280, "1280"),
        };
        let size = |high: u32| json!({ "width": wide, "height": high, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size(800)).await;
        let high: u32 = self.see("look.page.documentElement.scrollHeight").await;
        self.devtools("Emulation.setDeviceMetricsOverride", size(high.max(800))).await;
        self.painted().await;
        let png = self.client.screenshot().await.unwrap_or_else(|error| panic!("picture of {name}: {error}"));
        self.keep(&format!("{name}-{ending}"), &png);
        self.devtools("Emulation.clearDeviceMetricsOverride", json!({})).await;
    }

    /// What the page looked like when a journey failed; it may be that nothing can be seen any more.
    pub(crate) async fn picture_of_failure(&self) {
        let picture = tokio::time::timeout(Duration::from_secs(5), self.client.screenshot()).await;
        if let Ok(Ok(png)) = picture {
            let thread = std::thread::current();
            let test = thread.name().unwrap_or("journey").replace("::", "-");
            let path = self.keep(&format!("failed-{test}"), &png);
            eprintln!("a picture of the page is at {}", path.display());
        }
    }

    fn keep(&self, name: &str, png: &[u8]) -> PathBuf {
        let folder = crate::target().join("screenshots").join(self.engine.to_string());
        let path = folder.join(format!("{name}.png"));
        let kept = fs::create_dir_all(&folder).and_then(|()| fs::write(&path, png));
        kept.unwrap_or_else(|error| panic!("cannot write `{}`: {error}", path.display()));
        path
    }
}
