//! Where a feedback stands, by its code, as a page.

use axum::http::{Extensions, HeaderMap, StatusCode};
use loa_feedback::{PublicView, ReceiptCode};
use serde::Deserialize;

use super::{Frame, Html, escaped};
use crate::public::guess;
use crate::refusal::Refusal;
use crate::service::Service;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    code: String,
}

/// The page, with what was found when a code was given.
pub(super) async fn page(
    service: &Service,
    asked: &Asked,
    headers: &HeaderMap,
    extensions: &Extensions,
) -> Result<(StatusCode, Html), Refusal> {
    let typed = asked.code.trim();
    if typed.is_empty() {
        return Ok((StatusCode::OK, drawn(typed, "", "")));
    }
    let code = match typed.parse::<ReceiptCode>() {
        Ok(code) => code,
        Err(error) => return Ok((StatusCode::OK, drawn(typed, error.vietnamese(), ""))),
    };
    let campaign = service.campaign();
    let Some(entry) = guess::entry(service, &code, headers, extensions).await? else {
        return Ok((StatusCode::NOT_FOUND, drawn(typed, "Không có phản ánh nào mang mã này.", "")));
    };
    let view = campaign.view(entry, service.now());
    Ok((StatusCode::OK, drawn(typed, "", &found(service, &view))))
}

/// The page when it cannot be looked: what was typed stays.
pub(super) fn busy(asked: &Asked, refusal: &Refusal) -> Html {
    let said = refusal.errors().into_iter().next().map_or(String::new(), |(_, sentence)| sentence);
    drawn(asked.code.trim(), &said, "")
}

fn drawn(typed: &str, wrong: &str, found: &str) -> Html {
    let (described, wrong) = if wrong.is_empty() {
        ("", String::new())
    } else {
        (
            " aria-invalid=\"true\" aria-describedby=\"o-code-loi\" autofocus",
            format!("<p class=\"wrong\" id=\"o-code-loi\"><strong>Lỗi:</strong> {}</p>\n", escaped(wrong)),
        )
    };
    let main = format!(
        "<h1>Tra cứu phản ánh</h1>\n{found}<form method=\"get\">\n<div class=\"field\"><label for=\"o-code\">Mã phiếu (20 chữ số)</label>\n{wrong}\
         <input id=\"o-code\" name=\"code\" value=\"{}\" inputmode=\"numeric\" autocomplete=\"off\" required{described}></div>\n\
         <button>Tra cứu</button>\n</form>\n<p><a href=\"../gui\">Gửi phản ánh mới</a></p>",
        escaped(typed)
    );
    Frame::BELOW.page("Tra cứu phản ánh", &main)
}

fn found(service: &Service, view: &PublicView) -> String {
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
    let mut text = format!("<h2>Phiếu {}</h2>\n<dl>\n{facts}</dl>\n", view.code);
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
