//! The examples of the widgets, from the same files as their documentation.

use std::collections::BTreeMap;
use std::fs;

use serde::Deserialize;

use super::fragment;

/// An example of a widget.
#[derive(Debug, Clone)]
pub struct Example {
    /// The widget's tag.
    pub tag: String,
    /// What it shows.
    pub name: String,
    /// The element, with its static HTML if it has any.
    pub html: String,
}

impl Example {
    /// Whether a page shows something before the widget runs.
    #[must_use]
    pub fn has_static_html(&self) -> bool {
        self.html
            .trim_end()
            .strip_suffix(&format!("</{}>", self.tag))
            .is_some_and(|html| !html.ends_with('>') || html.matches('>').count() > 1)
    }
}

#[derive(Deserialize)]
struct Fixtures {
    tag: Option<String>,
    #[serde(default)]
    example: Vec<Written>,
}

#[derive(Deserialize)]
struct Written {
    name: String,
    html: Option<String>,
    fragment: Option<String>,
    #[serde(default)]
    attributes: BTreeMap<String, String>,
}

/// Every example of every widget, those for tests alone too, in the order of folders.
#[must_use]
pub fn examples() -> Vec<Example> {
    let folder = crate::repository().join("widgets/src");
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("cannot read `{}`: {error}", folder.display()));
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path().join("fixtures.toml")).collect();
    files.retain(|file| file.is_file());
    files.sort();
    let mut examples = Vec::new();
    for file in files {
        let text =
            fs::read_to_string(&file).unwrap_or_else(|error| panic!("cannot read `{}`: {error}", file.display()));
        let fixtures: Fixtures = toml::from_str(&text).unwrap_or_else(|error| panic!("`{}`: {error}", file.display()));
        let Some(tag) = fixtures.tag else { continue };
        examples.extend(fixtures.example.into_iter().map(|written| resolve(&tag, written)));
    }
    assert!(!examples.is_empty(), "no widget in `{}` has an example", folder.display());
    examples
}

/// The first example of a widget, which has static HTML.
///
/// # Panics
/// When the widget has none.
#[must_use]
pub fn example(tag: &str) -> Example {
    let of_tag = examples().into_iter().find(|example| example.tag == tag && example.has_static_html());
    of_tag.unwrap_or_else(|| panic!("`{tag}` has no example with static HTML"))
}

fn resolve(tag: &str, written: Written) -> Example {
    let html = match (written.html, written.fragment) {
        (Some(html), None) => html,
        (None, Some(name)) => fragment(&name),
        _ => panic!("the example `{}` of `{tag}` has either `html` or `fragment`", written.name),
    };
    let html = written.attributes.iter().fold(html, |html, (name, value)| set_attribute(&html, name, value));
    Example { tag: tag.to_owned(), name: written.name, html }
}

/// Sets an attribute of the first element.
fn set_attribute(html: &str, name: &str, value: &str) -> String {
    let (start, rest) = html.split_once('>').expect("an element has a start tag");
    let given = format!(" {name}=\"");
    let start = match start.split_once(&given) {
        Some((before, after)) => format!("{before}{}", after.split_once('"').expect("a value ends").1),
        None => start.to_owned(),
    };
    format!("{start} {name}=\"{value}\">{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attribute_is_set_or_replaced() {
        assert_eq!(set_attribute("<a b=\"1\"><i></i></a>", "c", "2"), "<a b=\"1\" c=\"2\"><i></i></a>");
        assert_eq!(set_attribute("<a b=\"1\" c=\"3\"></a>", "b", "2"), "<a c=\"3\" b=\"2\"></a>");
    }

    #[test]
    fn an_element_without_children_has_no_static_html() {
        let of = |html: &str| Example { tag: "a-b".into(), name: String::new(), html: html.into() };
        assert!(!of("<a-b c=\"1\"></a-b>").has_static_html());
        assert!(of("<a-b><p>x</p></a-b>\n").has_static_html());
    }
}
