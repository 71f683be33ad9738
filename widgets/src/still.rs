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

/// Renders content to static HTML, not for hydration.
///
/// # Errors
/// When no runtime can be started, which happens on a machine without memory for a thread's state.
pub(crate) fn render(html: Html) -> std::io::Result<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let local = tokio::task::LocalSet::new();
    let renderer = yew::LocalServerRenderer::<Still>::with_props(StillProps { html }).hydratable(false);
    Ok(local.block_on(&runtime, renderer.render()))
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
        let html = render(html! { <p title={"a\"b"}>{ "<script>" }</p> }).unwrap();
        assert_eq!(html, "<p title=\"a&quot;b\">&lt;script&gt;</p>");
        assert_eq!(element("loa-guide", &[("src", "/a\"b/")], "x"), "<loa-guide src=\"/a&quot;b/\">x</loa-guide>");
    }
}
