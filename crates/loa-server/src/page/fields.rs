//! The fields of the form, each with its label, its hint and what is wrong with it.

use loa_feedback::{Field, submission};
use loa_plan::ActorId;

use super::escaped;

/// What is wrong, as pairs of field and sentence.
pub(super) type Errors = [(String, String)];

/// How a field of one line is filled in.
pub(super) struct Line<'a> {
    pub field: Field,
    pub label: &'a str,
    pub hint: &'a str,
    pub value: &'a str,
    /// More attributes, as HTML.
    pub attributes: &'a str,
}

/// The id of a field on the page, to which the summary of what is wrong links.
pub(super) fn id(field: &str) -> String {
    format!("o-{}", field.replace('_', "-"))
}

pub(super) fn line(line: &Line<'_>, errors: &Errors) -> String {
    let Line { field, label, hint, value, attributes } = line;
    let Around { head, described } = around(*field, label, hint, errors);
    let id = id(field.as_str());
    format!(
        "<div class=\"field\">{head}\n<input id=\"{id}\" name=\"{field}\" value=\"{}\" {attributes}{described}></div>\n",
        escaped(value)
    )
}

pub(super) fn text(value: &str, errors: &Errors) -> String {
    let hint = format!(
        "Xin viết bằng tiếng Việt, nhiều nhất {} ký tự. Xin đừng ghi số giấy tờ, số tài khoản hay thông tin của người khác.",
        submission::MAX_TEXT
    );
    let Around { head, described } = around(Field::Text, "Nội dung phản ánh, kiến nghị", &hint, errors);
    format!(
        "<div class=\"field\">{head}\n<textarea id=\"o-text\" name=\"text\" rows=\"8\" required{described}>\n{}</textarea></div>\n",
        escaped(value)
    )
}

/// The units that feedback can be addressed to, with their names.
pub(super) fn unit<'a>(units: impl Iterator<Item = (&'a ActorId, &'a str)>, chosen: &str, errors: &Errors) -> String {
    let mut options = String::from("<option value=\"\">Xin chọn</option>\n");
    for (id, name) in units {
        let selected = if id.as_str() == chosen { " selected" } else { "" };
        options.push_str(&format!("<option value=\"{id}\"{selected}>{}</option>\n", escaped(name)));
    }
    let Around { head, described } = around(Field::Actor, "Đơn vị nhận", "", errors);
    format!(
        "<div class=\"field\">{head}\n<select id=\"o-actor\" name=\"actor\" required{described}>\n{options}</select></div>\n"
    )
}

/// Label, hint and errors above a field, and what ties them to it.
struct Around {
    head: String,
    described: String,
}

fn around(field: Field, label: &str, hint: &str, errors: &Errors) -> Around {
    let id = id(field.as_str());
    let mut head = format!("<label for=\"{id}\">{}</label>", escaped(label));
    let mut ids = Vec::new();
    if !hint.is_empty() {
        head.push_str(&format!("\n<p class=\"hint\" id=\"{id}-goi-y\">{}</p>", escaped(hint)));
        ids.push(format!("{id}-goi-y"));
    }
    let wrong = wrong(field, errors);
    if !wrong.is_empty() {
        head.push_str(&format!("\n<p class=\"wrong\" id=\"{id}-loi\">{wrong}</p>"));
        ids.push(format!("{id}-loi"));
    }
    let invalid = if wrong.is_empty() { "" } else { " aria-invalid=\"true\"" };
    let described =
        if ids.is_empty() { String::new() } else { format!(" aria-describedby=\"{}\"{invalid}", ids.join(" ")) };
    Around { head, described }
}

/// The sentences about a field.
pub(super) fn wrong(field: Field, errors: &Errors) -> String {
    let of = errors.iter().filter(|(name, _)| name == field.as_str());
    of.map(|(_, message)| format!("<strong>Lỗi:</strong> {}", escaped(message))).collect::<Vec<_>>().join("<br>")
}
