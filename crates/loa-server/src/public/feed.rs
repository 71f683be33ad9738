//! `GET /api/board.atom`: what has changed last on the board, for feed readers, with the same filters.

use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use loa_feedback::{Moment, PublicView};

use super::{Fresh, board, cached};
use crate::page::escaped;
use crate::refusal::Refusal;
use crate::service::Service;

pub(crate) async fn get(
    State(service): State<Service>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let entries = board::changes(&service, query.as_deref()).await?;
    let (campaign, now) = (service.campaign(), service.now());
    let mut updated = Moment::from_unix(0, campaign.zone());
    let mut text = String::new();
    for entry in entries {
        let changed = entry.changed_at;
        updated = updated.max(changed);
        let view = campaign.view(entry, now);
        text.push_str(&item(&service, &view, changed));
    }
    let (id, title) = (campaign.id(), xml(campaign.plan().title.get("vi")));
    let feed = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"vi\">\n\
         <id>urn:loa:{id}:board</id>\n<title>Hỏi đáp: {title}</title>\n<updated>{updated}</updated>\n\
         <author><name>{title}</name></author>\n{text}</feed>\n"
    );
    Ok(cached(&headers, "application/atom+xml; charset=utf-8", Fresh::HalfAMinute, feed))
}

fn item(service: &Service, view: &PublicView, changed: Moment) -> String {
    let PublicView { code, campaign, label, question, answer, received_at, .. } = view;
    let unit = xml(service.campaign().unit(&view.actor));
    let mut lines = Vec::new();
    if let Some(question) = question {
        lines.push(format!("Hỏi: {}", question.as_str()));
    }
    if let Some(answer) = answer {
        lines.push(format!("Trả lời: {}", answer.text.as_str()));
    }
    if let Some(late) = view.late {
        lines.push(late.vietnamese());
    }
    let links = answer.iter().flat_map(|answer| &answer.links);
    let links: String = links
        .map(|link| {
            format!("<link rel=\"related\" href=\"{}\" title=\"{}\"/>\n", xml(link.url.as_str()), xml(&link.title))
        })
        .collect();
    format!(
        "<entry>\n<id>urn:loa:{campaign}:{}</id>\n<title>{code}: {}</title>\n<published>{received_at}</published>\n\
         <updated>{changed}</updated>\n<category term=\"{}\"/>\n<author><name>{unit}</name></author>\n{links}\
         <content type=\"text\">{}</content>\n</entry>\n",
        code.digits(),
        xml(label),
        view.status,
        xml(&lines.join("\n\n")),
    )
}

/// XML has no way to write most control characters.
fn xml(text: &str) -> String {
    let clean: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    escaped(&clean).to_string()
}
