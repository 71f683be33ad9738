//! Putting newly drawn content into the page, without taking anything from the person who is there.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, Node};

use super::Host;
use super::field::{fill, value};

/// Content that waits until the person has left what stands there; dropped, it never comes.
#[must_use = "the content never comes when this is dropped"]
pub(super) struct Waiting {
    _listeners: Vec<EventListener>,
}

/// Replaces the element's content by a copy of `drawn` when they differ, then calls `then`.
///
/// While a person is within the content it is left alone; what is returned then replaces it when they have left.
pub(super) fn replace(host: &Host, drawn: &Element, then: impl Fn() + 'static) -> Option<Waiting> {
    let copy = copies(host, drawn);
    let document = host.owner_document()?;
    if same(host, &copy) {
        then();
        return None;
    }
    if !host.in_use() {
        swap(host, &copy);
        then();
        return None;
    }
    let (host, done) = (host.clone(), Cell::new(false));
    // Only a press or a focus elsewhere on the page means leaving: another window takes the focus for a while,
    // and between pressing and releasing the button nothing may be exchanged under the finger.
    let left = Rc::new(move |event: &Event| {
        let within = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        let within = within.is_some_and(|target| host.contains(Some(&target)));
        if within || host.in_use() || done.replace(true) {
            return;
        }
        swap(&host, &copy);
        then();
    });
    let listen = |name: &'static str| {
        let left = Rc::clone(&left);
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&document, name, options, move |event| left(event))
    };
    Some(Waiting { _listeners: vec![listen("click"), listen("focusin")] })
}

/// Replaces the element's content by a copy of `drawn`, whoever is within it, then calls `then`.
pub(super) fn replace_at_once(host: &Host, drawn: &Element, then: impl FnOnce()) {
    let copy = copies(host, drawn);
    if !same(host, &copy) {
        host.replace_children_with_node(&copy.iter().collect::<js_sys::Array>());
    }
    then();
}

/// What the bundle sent belongs to a document of its own, and a stage keeps what it has drawn.
fn copies(host: &Host, drawn: &Element) -> Vec<Node> {
    let Some(document) = host.owner_document() else { return Vec::new() };
    nodes(drawn).iter().filter_map(|node| document.import_node_with_deep(node, true).ok()).collect()
}

/// Element and text nodes; white space between elements does not count.
fn nodes(parent: &Element) -> Vec<Node> {
    let list = parent.child_nodes();
    (0..list.length())
        .filter_map(|i| list.get(i))
        .filter(|node| match node.node_type() {
            Node::ELEMENT_NODE => true,
            Node::TEXT_NODE => node.text_content().is_some_and(|text| !text.trim().is_empty()),
            _ => false,
        })
        .collect()
}

fn same(host: &Host, copy: &[Node]) -> bool {
    let there = nodes(host);
    there.len() == copy.len() && there.iter().zip(copy).all(|(a, b)| a.is_equal_node(Some(b)))
}

/// What a person fills in with words, or chooses from a list.
const TYPED: &str = "textarea, select, input:not([type=checkbox], [type=radio], [type=hidden])";

/// Puts the copy in; what is ticked, filled in, unfolded and scrolled to stays so.
fn swap(host: &Host, copy: &[Node]) {
    // By name and value: several boxes may bear one name, and one that means something else now is ticked anew.
    let bears = |input: &HtmlInputElement| (input.name(), input.value());
    let ticked: Vec<_> = host.find_all("input:checked").iter().map(bears).collect();
    let typed: Vec<_> =
        host.find_all::<HtmlElement>(TYPED).iter().map(|control| (name(control), value(control))).collect();
    // The same steps in other words stay where they were scrolled to; another guide begins at its first one.
    let row = |host: &Host| Some((host.find(":scope > ol")?, host.find(":scope > ol > li")?.id()));
    let before = row(host).map(|(row, first): (HtmlElement, String)| (row.scroll_left(), first));
    let open: Vec<bool> = unfoldable(host).iter().map(|part| part.has_attribute("open")).collect();
    host.replace_children_with_node(&copy.iter().collect::<js_sys::Array>());
    for input in host.find_all::<HtmlInputElement>("input:is([type=checkbox], [type=radio])") {
        if ticked.contains(&bears(&input)) {
            input.set_checked(true);
        }
    }
    for control in host.find_all::<HtmlElement>(TYPED) {
        let before = typed.iter().find(|(of, text)| !text.is_empty() && *of == name(&control));
        if let Some((_, text)) = before {
            fill(&control, text);
        }
    }
    if let (Some((scrolled, first)), Some((row, now))) = (before, row(host))
        && first == now
        && scrolled != 0
    {
        row.set_scroll_left(scrolled);
    }
    let parts = unfoldable(host);
    if parts.len() == open.len() {
        for (part, open) in parts.iter().zip(open) {
            let _ = if open { part.set_attribute("open", "") } else { part.remove_attribute("open") };
        }
    }
}

fn name(control: &HtmlElement) -> Option<String> {
    control.get_attribute("name")
}

fn unfoldable(host: &Host) -> Vec<Element> {
    host.find_all("details")
}
