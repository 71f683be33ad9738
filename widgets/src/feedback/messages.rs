//! What is to be said beside the fields: in the document, so that a field can be described by it.

use loa_feedback::Field;
use web_sys::{Element, HtmlElement};

use super::answer::Problem;
use super::form::Form;

/// What is described by several words is described by these last.
const ENDING: &str = "-loi";

/// Says beside each field what is wrong with it, and the hint beside the text; what was said before goes.
pub(super) fn show(form: &Form, problems: &[Problem], hint: Option<&str>) {
    clear(form);
    let fields = problems.iter().filter_map(|problem| Some((problem.field?, problem.message.as_str(), "wrong")));
    for (field, message, kind) in fields.chain(hint.map(|hint| (Field::Text, hint, "hint"))) {
        if let Some(control) = form.control(field) {
            let _ = say(&control, message, kind);
        }
    }
}

/// Takes everything away that was said.
pub(super) fn clear(form: &Form) {
    for message in form.all("[data-loa-message]") {
        message.remove();
    }
    for control in form.all(&["[aria-describedby*=\"", ENDING, "\"]"].concat()) {
        let _ = control.remove_attribute("aria-invalid");
        let rest: Vec<String> = described(&control).into_iter().filter(|id| !id.ends_with(ENDING)).collect();
        let _ = if rest.is_empty() {
            control.remove_attribute("aria-describedby")
        } else {
            control.set_attribute("aria-describedby", &rest.join(" "))
        };
    }
}

fn say(control: &HtmlElement, words: &str, kind: &str) -> Option<()> {
    // Boxes that belong together are described as a group, below its name.
    let group = control
        .closest("fieldset")
        .ok()
        .flatten()
        .filter(|_| control.matches("[type=radio], [type=checkbox]").unwrap_or(false));
    let of: &Element = group.as_ref().unwrap_or(control);
    let message = control.owner_document()?.create_element("p").ok()?;
    let id = [&*of.id(), ENDING].concat();
    message.set_attribute("data-loa-message", kind).ok()?;
    message.set_attribute("lang", if kind == "wrong" { "vi" } else { "" }).ok()?;
    message.set_text_content(Some(words));
    let mut ids = described(of);
    if !ids.contains(&id) {
        message.set_id(&id);
        ids.push(id);
        of.set_attribute("aria-describedby", &ids.join(" ")).ok()?;
    }
    if kind == "wrong" {
        control.set_attribute("aria-invalid", "true").ok()?;
    } else {
        let _ = message.remove_attribute("lang");
        message.set_attribute("role", "status").ok()?;
    }
    match group.and_then(|group| group.query_selector("legend").ok().flatten()) {
        Some(legend) => legend.after_with_node_1(&message),
        None => control.before_with_node_1(&message),
    }
    .ok()
}

fn described(element: &Element) -> Vec<String> {
    let ids = element.get_attribute("aria-describedby").unwrap_or_default();
    ids.split(' ').filter(|id| !id.is_empty()).map(str::to_owned).collect()
}
