//! What the widgets' tests in a browser share: an element with a slice, and waiting until something holds.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};

/// The build of the tests' slices.
const BUILD: &str = "20251120-0a1b2c3d";

/// A widget that runs on a page of its own.
pub(crate) struct Page {
    pub(crate) host: HtmlElement,
    id: u32,
}

/// Starts a widget on its static HTML and waits until it has taken over.
pub(crate) async fn page(tag: &str, attributes: &[(&str, &str)], content: &str, slice: &str) -> Page {
    let document = web_sys::window().unwrap().document().unwrap();
    let host: HtmlElement = document.create_element(tag).unwrap().unchecked_into();
    for (name, value) in attributes {
        host.set_attribute(name, value).unwrap();
    }
    if !content.is_empty() {
        host.set_inner_html(content);
        host.set_attribute(crate::names::BUILD, BUILD).unwrap();
    }
    document.body().unwrap().append_child(&host).unwrap();
    let slice = js_sys::JSON::parse(slice).unwrap();
    let mut id = 0;
    let ready = Promise::new(&mut |resolve: Function, _| {
        id = super::mount(host.clone(), &slice, resolve).unwrap();
    });
    JsFuture::from(ready).await.unwrap();
    Page { host, id }
}

/// Waits until something holds; gives up after a second, with the page's HTML.
pub(crate) async fn until(page: &Page, what: &str, holds: impl Fn() -> bool) {
    for _ in 0..100 {
        if holds() {
            return;
        }
        let pause = Promise::new(&mut |resolve: Function, _| {
            web_sys::window().unwrap().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 10).unwrap();
        });
        JsFuture::from(pause).await.unwrap();
    }
    panic!("waited in vain until {what}: {} {}", page.host.inner_html(), page.shadow().inner_html());
}

impl Page {
    /// The element in the shadow root by its part.
    pub(crate) fn part(&self, name: &str) -> HtmlElement {
        self.shadow().query_selector(&format!("[part={name}]")).unwrap().unwrap().unchecked_into()
    }

    /// Whether there is such a part.
    pub(crate) fn has_part(&self, name: &str) -> bool {
        self.shadow().query_selector(&format!("[part={name}]")).unwrap().is_some()
    }

    /// The first element of the content that matches.
    pub(crate) fn find(&self, selector: &str) -> Element {
        self.host.query_selector(selector).unwrap().unwrap()
    }

    /// Changes an attribute, as the loader tells of it.
    pub(crate) fn set(&self, name: &str, value: &str) {
        self.host.set_attribute(name, value).unwrap();
        super::update(self.id);
    }

    /// Takes the element away.
    pub(crate) fn leave(self) {
        super::unmount(self.id);
        self.host.remove();
    }

    fn shadow(&self) -> web_sys::ShadowRoot {
        self.host.shadow_root().unwrap()
    }
}
