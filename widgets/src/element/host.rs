//! The custom element as a widget sees it.

use std::ops::Deref;

use js_sys::{Array, Object, Reflect};
use loa_plan::Zone;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Element, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

use super::looks;
use crate::names;
use crate::view::{HeadingLevel, View};

/// A custom element on the page.
#[derive(Clone, PartialEq)]
pub(crate) struct Host(HtmlElement);

impl Deref for Host {
    type Target = HtmlElement;

    fn deref(&self) -> &HtmlElement {
        &self.0
    }
}

impl Host {
    /// Takes the element.
    pub(crate) fn new(element: HtmlElement) -> Self {
        Self(element)
    }

    /// What the page asks for, by attributes.
    pub(crate) fn view(&self) -> View {
        let heading = self.get_attribute("heading-level");
        View {
            lang: self.lang(),
            at: self.get_attribute("at").and_then(|at| loa_plan::date::parse(at.trim())),
            actor: self.given("actor"),
            audience: self.given("audience"),
            endpoint: self.given("endpoint"),
            guide: self.given("guide"),
            procedure: self.given("procedure"),
            kind: self.given("kind"),
            heading: HeadingLevel::from_attribute(heading.as_deref()),
            src: self.src(),
        }
    }

    /// Today in the plan's zone, whatever zone the browser is in.
    pub(crate) fn today(zone: Zone) -> chrono::NaiveDate {
        zone.day((js_sys::Date::now() / 1000.0) as i64)
    }

    /// The build id of the static HTML.
    pub(crate) fn build(&self) -> Option<String> {
        if self.first_element_child().is_some() { self.given(names::BUILD) } else { None }
    }

    /// Notes which build the content is of.
    pub(crate) fn set_build(&self, build: &str) {
        let _ = self.set_attribute(names::BUILD, build);
    }

    /// The first element within that matches.
    pub(crate) fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.query_selector(selector).ok().flatten().and_then(|element| element.dyn_into().ok())
    }

    /// All elements within that match, in order.
    pub(crate) fn find_all<T: JsCast>(&self, selector: &str) -> Vec<T> {
        let Ok(list) = self.query_selector_all(selector) else { return Vec::new() };
        (0..list.length()).filter_map(|i| list.get(i)?.dyn_into().ok()).collect()
    }

    /// Whether a person is within it: typing, ticking, or on a link.
    pub(crate) fn in_use(&self) -> bool {
        self.matches(":focus-within").unwrap_or(false)
    }

    /// Whether a part of it is on the screen.
    pub(crate) fn in_sight(&self) -> bool {
        let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or(0.0);
        let place = self.get_bounding_client_rect();
        place.bottom() > 0.0 && place.top() < height
    }

    /// Sends an event that bubbles out of every shadow root.
    pub(crate) fn send(&self, name: &str, detail: &[(&str, JsValue)]) {
        let object = Object::new();
        for (key, value) in detail {
            let _ = Reflect::set(&object, &JsValue::from_str(key), value);
        }
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(&object);
        if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
            let _ = self.dispatch_event(&event);
        }
    }

    /// Attaches what was drawn, in one step; false when the browser refuses. A row of the content stays where it was
    /// scrolled to, which Firefox forgets when its slot is exchanged.
    pub(crate) fn attach(&self, root: &Element, style: &'static str, row: Option<HtmlElement>) -> bool {
        let Some(shadow) = self.shadow() else { return false };
        if let Some(sheets) = looks::sheets(style) {
            let list: Array = sheets.into_iter().collect();
            let _ = Reflect::set(&shadow, &JsValue::from_str("adoptedStyleSheets"), &list);
        }
        let scrolled = row.as_ref().map_or(0, |row| row.scroll_left());
        shadow.replace_children_with_node_1(root);
        if let Some(row) = row.filter(|_| scrolled != 0) {
            row.set_scroll_left(scrolled);
        }
        true
    }

    /// Whether what was drawn still stands; the loader takes it away when something has failed.
    #[cfg(any(feature = "board", feature = "feedback", feature = "rating"))]
    pub(crate) fn is_attached(&self) -> bool {
        self.shadow_root().is_some_and(|shadow| shadow.query_selector("[part]").is_ok_and(|part| part.is_some()))
    }

    /// Takes the controls away; slots in the order of the content keep it visible.
    pub(crate) fn detach(&self) {
        let Some(shadow) = self.shadow_root() else { return };
        let Some(document) = self.owner_document() else { return };
        let slots: Array = ["head", "nav", ""]
            .iter()
            .filter_map(|name| {
                let slot = document.create_element("slot").ok()?;
                if !name.is_empty() {
                    slot.set_attribute("name", name).ok()?;
                }
                Some(slot)
            })
            .collect();
        shadow.replace_children_with_node(&slots);
    }

    fn shadow(&self) -> Option<ShadowRoot> {
        self.shadow_root().or_else(|| self.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).ok())
    }

    fn given(&self, attribute: &str) -> Option<String> {
        self.get_attribute(attribute).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
    }

    fn lang(&self) -> String {
        let closest = self.closest("[lang]").ok().flatten().and_then(|element| element.get_attribute("lang"));
        closest.filter(|lang| !lang.is_empty()).unwrap_or_else(|| "vi".to_owned())
    }

    /// The bundle's address: as the page writes it, else as the loader resolved it.
    fn src(&self) -> String {
        if let Some(src) = self.given("src") {
            return if src.ends_with('/') { src } else { format!("{src}/") };
        }
        Reflect::get(&self.0, &JsValue::from_str("base")).ok().and_then(|base| base.as_string()).unwrap_or_default()
    }
}
