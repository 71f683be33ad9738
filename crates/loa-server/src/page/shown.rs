//! One feedback as everybody may see it, as HTML: alone on a page, and as an entry of the board.

use loa_feedback::PublicView;

use super::escaped;
use crate::service::Service;

/// Found by its code.
pub(super) fn alone(service: &Service, view: &PublicView) -> String {
    let unit = service.campaign().unit(&view.actor);
    let mut facts = vec![
        ("Trạng thái", view.label.clone()),
        ("Nhận lúc", view.received_at.vietnamese()),
        ("Đơn vị", unit.to_owned()),
    ];
    if let Some(due) = view.due_at {
        facts.push(("Hạn của bước tiếp theo", due.vietnamese()));
    }
    if let Some(late) = view.late {
        facts.push(("Quá hạn", late.vietnamese()));
    }
    if let Some(reason) = view.closed_because {
        facts.push(("Lý do kết thúc", reason.vietnamese().to_owned()));
    }
    let facts: String =
        facts.iter().map(|(name, value)| format!("<dt>{name}</dt><dd>{}</dd>\n", escaped(value))).collect();
    format!("<h2>Phiếu {}</h2>\n<dl>\n{facts}</dl>\n{}", view.code, texts(service, view))
}

/// One of many: where it stands first, in words with a sign of its own, and what is late as late.
pub(super) fn entry(service: &Service, view: &PublicView) -> String {
    let campaign = service.campaign();
    let kind = campaign.routes().route(view.kind).map_or(view.kind.as_str(), |route| route.label.get("vi"));
    let mut lines = vec![format!("Phiếu {}, nhận lúc {}", view.code, view.received_at.vietnamese())];
    if let Some(procedure) = &view.procedure {
        lines.push(format!("Thủ tục {procedure}"));
    }
    match (view.due_at, view.late) {
        (Some(due), None) => lines.push(format!("Hạn của bước tiếp theo: {}", due.vietnamese())),
        (Some(due), Some(_)) => lines.push(format!("Hạn là {}", due.vietnamese())),
        (None, _) => {}
    }
    if let Some(reason) = view.closed_because {
        lines.push(format!("Lý do kết thúc: {}", reason.vietnamese()));
    }
    let lines: Vec<_> = lines.iter().map(|line| escaped(line).to_string()).collect();
    let late = view.late.map_or(String::new(), |late| {
        format!(" <strong class=\"late\"><span aria-hidden=\"true\">!</span> {}</strong>", late.vietnamese())
    });
    let open = if view.question.is_none() { "<p>Nội dung chưa được công khai.</p>\n" } else { "" };
    format!(
        "<li>\n<h2>{}: {}</h2>\n<p class=\"status\"><strong><span aria-hidden=\"true\">{}</span> {}</strong>{late}</p>\n\
         <p>{}.</p>\n{open}{}</li>\n",
        escaped(kind),
        escaped(campaign.unit(&view.actor)),
        view.status.sign(),
        escaped(&view.label),
        lines.join(".<br>"),
        texts(service, view),
    )
}

/// Question and answer, while they are published.
fn texts(service: &Service, view: &PublicView) -> String {
    let mut text = String::new();
    if let Some(question) = &view.question {
        text.push_str(&format!("<h3>Nội dung</h3>\n<p class=\"lines\">{}</p>\n", escaped(question.as_str())));
    }
    if let Some(answer) = &view.answer {
        text.push_str(&format!(
            "<h3>Trả lời</h3>\n<p class=\"lines\">{}</p>\n<p>{}, {}</p>\n",
            escaped(answer.text.as_str()),
            escaped(service.campaign().unit(&answer.unit)),
            answer.answered_at.vietnamese()
        ));
        let links: String = answer
            .links
            .iter()
            .map(|link| format!("<li><a href=\"{}\">{}</a></li>\n", escaped(link.url.as_str()), escaped(&link.title)))
            .collect();
        if !links.is_empty() {
            text.push_str(&format!("<ul>\n{links}</ul>\n"));
        }
    }
    text
}
