//! Elements of a page and of the shadow roots of its widgets.

use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};

use super::Page;

/// The key under which the protocol hands elements over.
const KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Page {
    /// An element of a widget: in its shadow root, else among its content. Waits until it is there.
    pub async fn find(&self, tag: &str, selector: &str) -> Element {
        let found = format!("look.find({}, {})", json!(tag), json!(selector));
        self.until(&format!("`{tag}` has `{selector}`"), &found).await;
        self.element(&found).await
    }

    /// The element that an expression gives.
    pub async fn element(&self, expression: &str) -> Element {
        let found: Value = self.see(expression).await;
        let id = found[KEY].as_str().unwrap_or_else(|| panic!("{expression} gave no element: {found}"));
        Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()))
    }

    /// Presses an element of a widget as a person does.
    pub async fn press(&self, tag: &str, selector: &str) {
        let element = self.find(tag, selector).await;
        element.click().await.unwrap_or_else(|error| panic!("{}: press `{tag}` `{selector}`: {error}", self.engine));
    }

    /// The text that a person sees of an element, with single spaces.
    pub async fn text(&self, tag: &str, selector: &str) -> String {
        self.see(&format!("look.text(look.find({}, {})) ?? ''", json!(tag), json!(selector))).await
    }
}
