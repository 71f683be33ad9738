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
    let wrong = problems.iter().filter(|problem| !problem.is_mended);
    let fields = wrong.filter_map(|problem| Some((problem.field?, problem.message.as_str(), "wrong")));
    for (field, message, kind) in fields.chain(hint.map(|hint| (Field::Text, hint, "hint"))) {
        if let Some(control) = form.control(field) {
            let _ = say(&control, field, message, kind);
        }
    }
}

/// Says no more that a field is wrong. The place of what was said stays, so that nothing moves under a finger.
pub(super) fn mend(form: &Form, field: Field) {
    for message in form.all(&["[data-loa-message=wrong][data-loa-of=", field.as_str(), "]"].concat()) {
        let _ = message.set_attribute("data-loa-message", "mended");
    }
    if let Some(control) = form.control(field) {
        forgive(group(&control).as_ref().unwrap_or(&control));
        forgive(&control);
    }
}

/// Takes everything away that was said.
pub(super) fn clear(form: &Form) {
    for message in form.all("[data-loa-message]") {
        message.remove();
    }
    for control in form.all(&["[aria-invalid], [aria-describedby*=\"", ENDING, "\"]"].concat()) {
        forgive(&control);
    }
}

fn forgive(control: &Element) {
    let _ = control.remove_attribute("aria-invalid");
    let rest: Vec<String> = described(control).into_iter().filter(|id| !id.ends_with(ENDING)).collect();
    let _ = if rest.is_empty() {
        control.remove_attribute("aria-describedby")
    } else {
        control.set_attribute("aria-describedby", &rest.join(" "))
    };
}

/// Boxes that belong together are described as a group, below its name.
fn group(control: &Element) -> Option<Element> {
    let is_box = control.matches("[type=radio], [type=checkbox]").unwrap_or(false);
    control.closest("fieldset").ok().flatten().filter(|_| is_box)
}

fn say(control: &HtmlElement, field: Field, words: &str, kind: &str) -> Option<()> {
    let group = group(control);
    let of: &Element = group.as_ref().unwrap_or(control);
    let message = control.owner_document()?.create_element("p").ok()?;
    let id = [&*of.id(), ENDING].concat();
    message.set_attribute("data-loa-message", kind).ok()?;
    message.set_attribute("data-loa-of", field.as_str()).ok()?;
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
