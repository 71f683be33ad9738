//! Putting newly drawn content into the page, without taking anything from the person who is there.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::{Element, HtmlInputElement, Node};

use super::Host;

/// Replaces the element's content by a copy of `drawn` when they differ, then calls `then`.
///
/// While a person is within the content it is left alone; it is replaced when they leave.
pub(super) fn replace(host: &Host, drawn: &Element, then: impl FnOnce() + 'static) {
    let copy = nodes(drawn).iter().filter_map(|node| node.clone_node_with_deep(true).ok()).collect::<Vec<_>>();
    if same(host, &copy) {
        return then();
    }
    if !host.in_use() {
        swap(host, &copy);
        return then();
    }
    let waiting: Rc<RefCell<Option<EventListener>>> = Rc::default();
    let hold = Rc::clone(&waiting);
    let target = host.clone();
    let mut then = Some(then);
    let listener = EventListener::new(host, "focusout", move |event| {
        let event: &web_sys::FocusEvent = wasm_bindgen::JsCast::unchecked_ref(event);
        let stays = event
            .related_target()
            .and_then(|next| wasm_bindgen::JsCast::dyn_into::<Node>(next).ok())
            .is_some_and(|next| target.contains(Some(&next)));
        if stays {
            return;
        }
        swap(&target, &copy);
        if let Some(then) = then.take() {
            then();
        }
        // Dropping a listener from within itself is safe only after it returned.
        let done = Rc::clone(&hold);
        wasm_bindgen_futures::spawn_local(async move {
            done.borrow_mut().take();
        });
    });
    *waiting.borrow_mut() = Some(listener);
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

/// Puts the copy in; what is ticked and what is unfolded stays so.
fn swap(host: &Host, copy: &[Node]) {
    let ticked: Vec<String> =
        host.find_all::<HtmlInputElement>("input:checked").iter().map(HtmlInputElement::name).collect();
    let open: Vec<bool> = unfoldable(host).iter().map(|part| part.has_attribute("open")).collect();
    host.replace_children_with_node(&copy.iter().collect::<js_sys::Array>());
    for input in host.find_all::<HtmlInputElement>("input[type=checkbox]") {
        if ticked.contains(&input.name()) {
            input.set_checked(true);
        }
    }
    let parts = unfoldable(host);
    if parts.len() == open.len() {
        for (part, open) in parts.iter().zip(open) {
            let _ = if open { part.set_attribute("open", "") } else { part.remove_attribute("open") };
        }
    }
}

fn unfoldable(host: &Host) -> Vec<Element> {
    host.find_all("details")
}
