//! Where a feedback stands, by its code, as a page.

use axum::http::{Extensions, HeaderMap, StatusCode};
use loa_feedback::ReceiptCode;
use serde::Deserialize;

use super::{Frame, Html, escaped, shown};
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
    Ok((StatusCode::OK, drawn(typed, "", &shown::alone(service, &view))))
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
         <button>Tra cứu</button>\n</form>\n<p><a href=\"bang\">Xem bảng phản ánh và trả lời</a></p>\n<p><a href=\"../gui\">Gửi phản ánh mới</a></p>",
        escaped(typed)
    );
    Frame::BELOW.page("Tra cứu phản ánh", &main)
}
