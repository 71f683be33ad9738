//! The widgets that stand on a page, and the slice that each asks for.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A widget's element: its tag and its attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Element {
    pub tag: String,
    attributes: Vec<(String, String)>,
}

/// The elements of a page, in their order. What a widget's static HTML holds is no widget.
pub(super) fn elements(html: &str) -> Vec<Element> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once("<loa-") {
        let (start, after) = after.split_once('>').unwrap_or((after, ""));
        let (name, attributes) = start.split_once(char::is_whitespace).unwrap_or((start, ""));
        found.push(Element { tag: format!("loa-{name}"), attributes: read_attributes(attributes) });
        rest = after;
    }
    found
}

impl Element {
    /// An element of this tag that shows the first of its slices.
    pub(super) fn first_of(tag: &str, bundle: &Path) -> Result<Self> {
        let slices = slices(tag, bundle)?;
        let first =
            slices.first().with_context(|| format!("the bundle `{}` has no slice for `{tag}`", bundle.display()))?;
        Ok(Self { tag: tag.to_owned(), attributes: vec![(String::new(), first.clone())] })
    }

    /// The file that the widget asks for, below the bundle: the one that an attribute names, else the one for all.
    pub(super) fn slice(&self, bundle: &Path) -> Result<PathBuf> {
        let slices = slices(&self.tag, bundle)?;
        let named = self.attributes.iter().map(|(_, value)| value).find(|value| slices.contains(value));
        let name = named.map_or("all", String::as_str);
        let path = Path::new(folder(&self.tag)).join(format!("{name}.json"));
        match slices.iter().any(|slice| slice == name) {
            true => Ok(path),
            false => {
                anyhow::bail!("no attribute of `<{}>` names a slice of the bundle `{}`", self.tag, bundle.display())
            }
        }
    }
}

/// The folder of a tag's slices is the tag without its first part.
fn folder(tag: &str) -> &str {
    tag.strip_prefix("loa-").unwrap_or(tag)
}

/// The names of a tag's slices, in their order.
fn slices(tag: &str, bundle: &Path) -> Result<Vec<String>> {
    let folder = bundle.join(folder(tag));
    let entries = fs::read_dir(&folder).with_context(|| format!("cannot read the folder `{}`", folder.display()))?;
    let mut names = Vec::new();
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        names.extend(name.strip_suffix(".json").map(str::to_owned));
    }
    names.sort();
    Ok(names)
}

/// Attributes as the widgets' own static HTML writes them.
fn read_attributes(text: &str) -> Vec<(String, String)> {
    let mut attributes = Vec::new();
    let mut rest = text;
    while let Some((name, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"').unwrap_or((after, ""));
        attributes.push((name.trim().to_owned(), value.to_owned()));
        rest = after;
    }
    attributes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundle(name: &str) -> PathBuf {
        let bundle = crate::scratch::folder(name);
        for file in ["message/all.json", "message/all.json.br", "guide/ket-hon.json", "guide/khai-sinh.json"] {
            crate::workspace::write(&bundle.join(file), "{}").unwrap();
        }
        bundle
    }

    #[test]
    fn each_element_of_a_page_asks_for_its_slice() {
        let bundle = bundle("elements");
        let html = "<p>a</p><loa-message src=\"/loa/\"><p>b</p></loa-message>\n<loa-guide src=\"/loa/\" guide=\"khai-sinh\"></loa-guide>";
        let slices: Vec<PathBuf> = elements(html).iter().map(|element| element.slice(&bundle).unwrap()).collect();
        assert_eq!(slices, [Path::new("message/all.json"), Path::new("guide/khai-sinh.json")]);
    }

    #[test]
    fn one_of_each_kind_shows_the_first_slice() {
        let bundle = bundle("first-elements");
        let first = Element::first_of("loa-guide", &bundle).unwrap();
        assert_eq!(first.slice(&bundle).unwrap(), Path::new("guide/ket-hon.json"));
    }

    #[test]
    fn a_slice_that_is_not_there_is_said() {
        let bundle = bundle("no-slice");
        let guide = elements("<loa-guide guide=\"khai-tu\">").remove(0);
        let error = guide.slice(&bundle).unwrap_err().to_string().replace(&bundle.display().to_string(), "site");
        assert_eq!(error, "no attribute of `<loa-guide>` names a slice of the bundle `site`");
    }
}
