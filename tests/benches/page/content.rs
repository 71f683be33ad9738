//! The guide's own content, which every contestant shows: taken apart from our static HTML.

use std::fs;

use loa_e2e::site::{folder, fragment};

/// A page of the demonstration that embeds the guide as its author is told to.
const EMBEDDED: &str = "huong-dan/khai-sinh.html";

/// Text and pictures.
pub(crate) struct Content {
    /// The element with everything in it.
    pub(crate) element: String,
    /// The heading above the steps.
    pub(crate) head: String,
    /// The links to the steps.
    pub(crate) nav: String,
    /// What is in each step.
    pub(crate) steps: Vec<String>,
}

impl Content {
    /// The guide on birth registration.
    ///
    /// # Panics
    /// When our static HTML has changed its shape.
    pub(crate) fn of_guide() -> Self {
        let element = fragment("loa-guide/khai-sinh");
        let (before, list) = element.split_once("<ol").expect("a guide has a list of steps");
        let (head, nav) = before.split_once("<nav").expect("a guide has links to its steps");
        let head = head.split_once('>').expect("the element's start tag ends").1.replace(" slot=\"head\"", "");
        let nav = format!("<nav{}", nav.replace(" slot=\"nav\"", ""));
        let list = list.rsplit_once("</ol>").expect("the list of steps ends").0;
        let step = |step: &str| {
            let inner = step.split_once('>').expect("a step's start tag ends").1;
            inner.rsplit_once("</li>").expect("a step ends").0.to_owned()
        };
        let steps: Vec<String> = list.split("<li id=\"khai-sinh-buoc-").skip(1).map(step).collect();
        assert!(steps.len() > 5, "only {} steps were found in the static HTML", steps.len());
        Self { head, nav, steps, element }
    }

    /// Every step between a start and an end tag.
    pub(crate) fn steps_in(&self, start: &str, end: &str) -> String {
        self.steps.iter().map(|step| format!("{start}{step}{end}\n")).collect()
    }
}

/// The lines with which the demonstration's pages embed a widget: stylesheet, preload lines, script.
///
/// # Panics
/// When the page is not there.
pub(crate) fn embedding_lines() -> Vec<String> {
    let file = folder().join(EMBEDDED);
    let page = fs::read_to_string(&file).unwrap_or_else(|error| panic!("cannot read `{}`: {error}", file.display()));
    let head = page.split("</head>").next().unwrap_or_default();
    head.lines().filter(|line| line.contains("\"/loa/")).map(|line| line.trim().to_owned()).collect()
}

/// The files on our own server that a page names.
pub(crate) fn addresses(html: &str) -> Vec<&str> {
    let values = ["src=\"", "href=\""].into_iter().flat_map(|attribute| html.split(attribute).skip(1));
    let values = values.filter_map(|rest| rest.split('"').next());
    values
        .filter(|path| path.starts_with('/') && path.rsplit('/').next().is_some_and(|name| name.contains('.')))
        .collect()
}
