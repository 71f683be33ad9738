//! Static HTML that the bundle has: the same that a page would have pasted.
//!
//! It is read as a document by the browser, which runs nothing in it and which the strictest policies allow; to draw it
//! here again would take a second copy of every widget's markup into the module.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, XmlHttpRequest, XmlHttpRequestResponseType};

use crate::view::{HeadingLevel, View};

/// What came of asking.
pub(super) enum Answer<'a> {
    /// The element, fit for the view.
    Element(&'a Element),
    /// The address from which none came, with the status of its answer; 0 when there was no answer.
    Nothing(&'a str, u16),
}

/// A question on its way; dropped, it is not answered any more.
#[must_use = "the question is taken back when this is dropped"]
pub(super) struct Asked {
    request: XmlHttpRequest,
    listener: Option<EventListener>,
}

impl Drop for Asked {
    fn drop(&mut self) {
        // In this order: a request that is given up says so at once.
        self.listener.take();
        let _ = self.request.abort();
    }
}

/// Asks for the fragment `loa-guide/khai-sinh` of a build.
pub(super) fn ask(name: &str, build: &str, view: &View, hand_over: impl Fn(Answer<'_>) + 'static) -> Option<Asked> {
    let address = format!("{}fragments/{name}.html", view.src);
    let request = XmlHttpRequest::new().ok()?;
    // A copy of an older build may still lie in a cache on the way.
    if request.open("GET", &[&address, "?", build].concat()).is_err() {
        hand_over(Answer::Nothing(&address, 0));
        return None;
    }
    request.set_response_type(XmlHttpRequestResponseType::Document);
    let (answered, view) = (request.clone(), view.clone());
    let tag = name.split('/').next().unwrap_or_default().to_owned();
    // With an answer or without.
    let listener = EventListener::new(&request, "loadend", move |_| {
        let status = answered.status().unwrap_or(0);
        let document = answered.response().ok().and_then(|response| response.dyn_into::<Document>().ok());
        let element = document.and_then(|document| document.body()).and_then(|body| body.first_element_child());
        // Some sites answer with a page of their own, and status 200, when there is nothing.
        match element.filter(|element| status == 200 && element.local_name() == tag) {
            Some(element) => {
                fit(&element, &view);
                hand_over(Answer::Element(&element));
            }
            None => hand_over(Answer::Nothing(&address, status)),
        }
    });
    let asked = Asked { request, listener: Some(listener) };
    asked.request.send().ok().map(|()| asked)
}

/// Fits it to the page: the level of its headings, and the address of the bundle in front of its pictures.
fn fit(element: &Element, view: &View) {
    let level = |tag: &str| tag.strip_prefix('h')?.parse::<u8>().ok();
    let shift = level(view.heading.tag())
        .zip(level(HeadingLevel::default().tag()))
        .map_or(0, |(to, from)| i16::from(to) - i16::from(from));
    if shift != 0 {
        for old in all(element, "h2, h3, h4") {
            let _ = move_heading(&old, shift);
        }
    }
    let built_for = element.get_attribute("src").unwrap_or_default();
    for picture in all(element, "img") {
        let path = picture.get_attribute("src").and_then(|src| Some(src.strip_prefix(&*built_for)?.to_owned()));
        if let Some(path) = path {
            let _ = picture.set_attribute("src", &[&*view.src, &path].concat());
        }
    }
}

/// Replaces a heading by one of another level, with the same words and the same id.
fn move_heading(old: &Element, shift: i16) -> Option<()> {
    let level = old.local_name().strip_prefix('h')?.parse::<i16>().ok()?;
    let new = old.owner_document()?.create_element(&format!("h{}", (level + shift).clamp(1, 6))).ok()?;
    if let Some(id) = old.get_attribute("id") {
        new.set_id(&id);
    }
    while let Some(child) = old.first_child() {
        new.append_child(&child).ok()?;
    }
    old.replace_with_with_node_1(&new).ok()
}

fn all(element: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = element.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|i| list.get(i)?.dyn_into().ok()).collect()
}
