//! Pages: a head with the two lines of an embedding site, and a body.

use super::{BUNDLE, Policy};

/// A page of the site.
#[derive(Debug, Clone)]
pub struct Document {
    /// What it may do; a page without a policy may do everything.
    pub policy: Option<Policy>,
    /// Text sizes, host styles: names of files next to this one.
    pub styles: Vec<&'static str>,
    /// The module that the page preloads, by what its two files are called.
    pub module: Option<&'static str>,
    /// Lines for the head in the place of those two, as an agency pastes them.
    pub lines: Option<String>,
    /// Scripts of the page, run before the loader: names of files next to this one.
    pub scripts: Vec<String>,
    /// The body, whole.
    pub body: String,
}

impl Document {
    /// A page with a heading, the given HTML, and a paragraph below it that would show any move.
    #[must_use]
    pub fn of(html: &str) -> Self {
        let body = format!(
            "<main>\n<h1>Trang thử</h1>\n<p>Đoạn trước.</p>\n{html}\n<p>Đoạn sau, có <a href=\"#\">một liên kết</a>.</p>\n</main>"
        );
        Self { policy: Some(Policy::Strict), styles: Vec::new(), module: None, lines: None, scripts: Vec::new(), body }
    }

    /// The same page under another policy.
    #[must_use]
    pub fn policy(mut self, policy: Policy) -> Self {
        self.policy = Some(policy);
        self
    }

    /// The same page with one more stylesheet, after all others.
    #[must_use]
    pub fn style(mut self, name: &'static str) -> Self {
        self.styles.push(name);
        self
    }

    /// The same page, preloading a module: `loa-guide`.
    #[must_use]
    pub fn preload(mut self, module: &'static str) -> Self {
        self.module = Some(module);
        self
    }

    /// The same page with these lines in its head, in the place of the stylesheet and the loader.
    #[must_use]
    pub fn lines(mut self, lines: String) -> Self {
        self.lines = Some(lines);
        self
    }

    /// The same page with one more script, before the loader.
    #[must_use]
    pub fn script(mut self, name: &str) -> Self {
        self.scripts.push(name.to_owned());
        self
    }

    /// The same page on a machine whose clock stands still at an instant: `2025-12-31T17:30:00Z`.
    #[must_use]
    pub fn clock(self, instant: &str) -> Self {
        self.script(&format!("clock.js?{instant}"))
    }

    pub(super) fn html(&self) -> String {
        let styles: String =
            self.styles.iter().map(|name| format!("<link rel=\"stylesheet\" href=\"/{name}\">\n")).collect();
        let scripts: String = self.scripts.iter().map(|name| format!("<script src=\"/{name}\"></script>\n")).collect();
        let module = self.module.map(|module| {
            format!(
                "<link rel=\"modulepreload\" href=\"{BUNDLE}{module}.js\">\n\
                 <link rel=\"preload\" as=\"fetch\" crossorigin href=\"{BUNDLE}{module}.bin\">\n"
            )
        });
        let module = module.unwrap_or_default();
        let lines = self.lines.clone().unwrap_or_else(|| {
            format!(
                "<link rel=\"stylesheet\" href=\"{BUNDLE}loa.css\">\n{module}<script type=\"module\" src=\"{BUNDLE}loa.js\"></script>\n"
            )
        });
        format!(
            "<!doctype html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Trang thử</title>\n\
             <script src=\"/probe.js\"></script>\n{scripts}<link rel=\"stylesheet\" href=\"/page.css\">\n{styles}{lines}</head>\n<body>\n{}\n</body>\n</html>\n",
            self.body
        )
    }
}

/// A page that shows another one in a frame of the given size; `sandbox` may take its scripts away.
#[must_use]
pub fn frame(path: &str, (width, height): (u32, u32), sandbox: Option<&str>) -> Document {
    let sandbox = sandbox.map(|allowed| format!(" sandbox=\"{allowed}\"")).unwrap_or_default();
    let body = format!(
        "<iframe title=\"Khung\" src=\"{path}\" width=\"{width}\" height=\"{height}\" frameborder=\"0\"{sandbox}></iframe>"
    );
    Document { policy: None, styles: Vec::new(), module: None, lines: None, scripts: Vec::new(), body }
}
