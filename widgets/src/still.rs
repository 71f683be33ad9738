//! Static HTML from the widgets' own components.

use std::fmt::Write as _;

use yew::prelude::*;

#[derive(Properties, PartialEq)]
struct StillProps {
    html: Html,
}

#[component]
fn Still(props: &StillProps) -> Html {
    props.html.clone()
}

/// Runs components outside of a browser.
pub(crate) struct Renderer {
    runtime: tokio::runtime::Runtime,
    local: tokio::task::LocalSet,
}

impl Renderer {
    /// Starts the runtime that Yew's rendering asks for; it needs neither threads nor a network.
    ///
    /// # Errors
    /// When the operating system refuses one.
    pub(crate) fn new() -> std::io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().build()?;
        Ok(Self { runtime, local: tokio::task::LocalSet::new() })
    }

    /// Renders content to static HTML, not for hydration.
    pub(crate) fn render(&self, html: Html) -> String {
        let renderer = yew::LocalServerRenderer::<Still>::with_props(StillProps { html }).hydratable(false);
        self.local.block_on(&self.runtime, renderer.render())
    }
}

/// The element with its attributes around its static HTML.
pub(crate) fn element(tag: &str, attributes: &[(&str, &str)], content: &str) -> String {
    let mut html = format!("<{tag}");
    for (name, value) in attributes {
        let value = value.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
        // Writing to a string cannot fail.
        let _ = write!(html, " {name}=\"{value}\"");
    }
    let _ = write!(html, ">{content}</{tag}>");
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_are_escaped() {
        let html = Renderer::new().unwrap().render(html! { <p title={"a\"b"}>{ "<script>" }</p> });
        assert_eq!(html, "<p title=\"a&quot;b\">&lt;script&gt;</p>");
        assert_eq!(element("loa-guide", &[("src", "/a\"b/")], "x"), "<loa-guide src=\"/a&quot;b/\">x</loa-guide>");
    }
}
