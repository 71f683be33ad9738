//! The two forms of the page: what a person chose and typed in them, and what is wrong with a code.

use gloo::events::{EventListener, EventListenerOptions};
use loa_feedback::BoardQuery;
use loa_plan::PlanId;
use web_sys::HtmlElement;

use super::controls::{BoardControls, Told};
use crate::element::field::{fill, value};
use crate::element::{Host, Scene};

const CODE: &str = "[data-loa-form=lookup] input";
const MESSAGE: &str = "[data-loa-message]";

/// Follows both for as long as what is returned lives.
pub(super) fn listen(scene: &Scene<BoardControls>) -> Vec<EventListener> {
    let on = |form: &str, told: Told| {
        let form = scene.host.find(&["[data-loa-form=", form, "]"].concat())?;
        let (tell, host) = (scene.tell.clone(), scene.host.clone());
        let options = EventListenerOptions::enable_prevent_default();
        Some(EventListener::new_with_options(&form, "submit", options, move |event| {
            // Where the page has its static HTML back, for whatever reason, the form is the browser's.
            if host.is_attached() {
                event.prevent_default();
                tell(told.clone());
            }
        }))
    };
    [on("lookup", Told::LookUp), on("filter", Told::Filter)].into_iter().flatten().collect()
}

/// The agency of the page is chosen in the filter while nobody has chosen one.
pub(super) fn prefill(scene: &Scene<BoardControls>) {
    if let (Some(actor), Some(list)) = (&scene.view.actor, scene.host.find("[data-loa-form=filter] [name=actor]"))
        && value(&list).is_empty()
    {
        fill(&list, actor);
    }
}

/// Forms and links lead to the service that the page names.
pub(super) fn direct(scene: &Scene<BoardControls>) {
    let Some(endpoint) = scene.view.service() else { return };
    for (selector, name, address) in [
        ("[data-loa-form=lookup]", "action", endpoint.lookup_page()),
        ("[data-loa-form=filter]", "action", endpoint.board_page()),
        ("[data-loa-to=page]", "href", endpoint.board_page()),
        ("[data-loa-to=feed]", "href", endpoint.feed()),
    ] {
        if let Some(element) = scene.host.find(selector) {
            let _ = element.set_attribute(name, &address);
        }
    }
}

/// What the filter asks for.
pub(super) fn query(host: &Host, campaign: PlanId) -> BoardQuery {
    let chosen = |name: &str| {
        host.find(&["[data-loa-form=filter] [name=", name, "]"].concat()).map(|list| value(&list)).unwrap_or_default()
    };
    BoardQuery {
        actor: chosen("actor").parse().ok(),
        status: chosen("status").parse().ok(),
        ..BoardQuery::all(campaign)
    }
}

/// What stands in the field for a code.
pub(super) fn code(host: &Host) -> String {
    host.find(CODE).map(|field| value(&field)).unwrap_or_default()
}

/// Says at the field what is wrong with the code, and leads there; a field is described within its own document.
pub(super) fn wrong(host: &Host, words: &str) -> Option<()> {
    forgive(host);
    let field = host.find(CODE)?;
    let message = field.owner_document()?.create_element("p").ok()?;
    let id = [&*field.id(), "-loi"].concat();
    message.set_id(&id);
    message.set_attribute("data-loa-message", "wrong").ok()?;
    message.set_attribute("lang", "vi").ok()?;
    message.set_text_content(Some(words));
    field.before_with_node_1(&message).ok()?;
    field.set_attribute("aria-invalid", "true").ok()?;
    field.set_attribute("aria-describedby", &[&id, " ", &hint(&field)].concat()).ok()?;
    field.focus().ok()
}

/// Takes away what was said.
pub(super) fn forgive(host: &Host) {
    let Some(message) = host.find(MESSAGE) else { return };
    message.remove();
    if let Some(field) = host.find(CODE) {
        let _ = field.remove_attribute("aria-invalid");
        let _ = field.set_attribute("aria-describedby", &hint(&field));
    }
}

fn hint(field: &HtmlElement) -> String {
    [&*field.id(), "-goi-y"].concat()
}
