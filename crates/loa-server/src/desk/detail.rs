//! What the record says besides who did what and when, in words.

use loa_feedback::status::CloseReason;
use loa_feedback::{Status, status::Urgency};
use serde_json::{Map, Value};

use super::words;
use crate::campaign::Campaign;

/// The sentences for a detail of the record, each after a blank; one that a later version has written stands for itself.
pub(super) fn sentences(campaign: &Campaign, detail: Option<&str>) -> String {
    let Some(detail) = detail else { return String::new() };
    match serde_json::from_str::<Map<String, Value>>(detail) {
        Ok(detail) => {
            // A reason ends as it was written, so nothing comes after it.
            let (last, first): (Vec<_>, Vec<_>) = detail.iter().partition(|(key, _)| *key == "because");
            first.into_iter().chain(last).map(|(key, value)| sentence(campaign, &detail, key, value)).collect()
        }
        Err(_) => format!(" {detail}"),
    }
}

fn sentence(campaign: &Campaign, detail: &Map<String, Value>, key: &str, value: &Value) -> String {
    let text = value.as_str().unwrap_or_default();
    let is_export = detail.contains_key("senders");
    match (key, value) {
        ("urgency", _) => match text.parse::<Urgency>() {
            Ok(urgency) => format!(" Mức độ: {}.", words::urgency(urgency)),
            Err(_) => format!(" Mức độ: {text}."),
        },
        ("unit", Value::Null) => String::new(),
        ("unit", _) => {
            let unit = text.parse().map_or(text.to_owned(), |id| campaign.unit(&id).to_owned());
            format!(" {}: {unit}.", if is_export { "Đơn vị" } else { "Đến" })
        }
        ("because", _) => {
            format!(" Lý do: {}", text.parse::<CloseReason>().map_or(text, |reason| reason.vietnamese()))
        }
        ("name", _) => format!(" Tài khoản: {text}."),
        ("status", _) => {
            let label = text.parse::<Status>().ok().map(|status| campaign.routes().labels.get(status, "vi"));
            label.map_or(String::new(), |label| format!(" Trạng thái: {label}."))
        }
        ("senders", Value::Bool(true)) => " Kèm người gửi.".to_owned(),
        ("senders", _) => " Không kèm người gửi.".to_owned(),
        ("erased", count) => format!(" Số phiếu: {count}."),
        (other, value) => format!(" {other}: {value}."),
    }
}
