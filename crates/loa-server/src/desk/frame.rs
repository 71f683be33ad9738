//! What all pages of the desk have around them.

use axum::http::HeaderValue;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::response::{IntoResponse, Response};
use loa_feedback::status::Role;

use super::form::SEAL;
use super::session::Signed;
use crate::page::{Html, escaped};
use crate::service::Service;

/// Nothing runs, nothing is fetched but the style sheets, forms lead here and nowhere else.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// A page with its policy.
pub(super) struct Page(Html);

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let mut response = self.0.into_response();
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
        response
    }
}

/// A page for somebody who is signed in.
pub(super) fn page(service: &Service, signed: &Signed, title: &str, main: &str) -> Page {
    let seat = signed.seat();
    let place = seat.unit().map_or("toàn bộ đơn vị", |unit| service.campaign().unit(unit));
    let record = if seat.role() == Role::Admin { "<li><a href=\"/desk/nhat-ky\">Nhật ký</a></li>\n" } else { "" };
    let header = format!(
        "<header>\n<nav aria-label=\"Bàn tiếp nhận\">\n<ul>\n<li><a href=\"/desk\">Danh sách phiếu</a></li>\n\
         <li><a href=\"/desk/xuat\">Xuất dữ liệu</a></li>\n{record}</ul>\n</nav>\n\
         <form method=\"post\" action=\"/desk/dang-xuat\" class=\"who\">{}\n<p>{} ({}, {})</p>\n\
         <button>Đăng xuất</button></form>\n</header>\n",
        seal(signed),
        escaped(signed.user.name.as_str()),
        role(seat.role()),
        escaped(place)
    );
    whole(title, &header, main)
}

/// A page for somebody who is not, or of whom it does not matter.
pub(super) fn bare(title: &str, main: &str) -> Page {
    whole(title, "", main)
}

fn whole(title: &str, header: &str, main: &str) -> Page {
    Page(Html(format!(
        "<!doctype html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>{} – Bàn tiếp nhận phản ánh</title>\n\
         <link rel=\"stylesheet\" href=\"/gui/style.css\">\n<link rel=\"stylesheet\" href=\"/desk/style.css\">\n\
         </head>\n<body>\n<a class=\"skip\" href=\"#noi-dung\">Đến nội dung chính</a>\n{header}\
         <main id=\"noi-dung\">\n{main}\n</main>\n</body>\n</html>\n",
        escaped(title)
    )))
}

/// The field that shows that a form is of a page of this session.
pub(super) fn seal(signed: &Signed) -> String {
    format!("<input type=\"hidden\" name=\"{SEAL}\" value=\"{}\">", signed.token.seal())
}

/// A role in words.
pub(super) fn role(role: Role) -> &'static str {
    match role {
        Role::Officer => "cán bộ",
        Role::Publisher => "người duyệt công khai",
        Role::Admin => "quản trị",
        Role::Sender => "người gửi",
        Role::Clock => "tự động",
    }
}

/// Everything that is wrong, each a link to its field when it is about one.
pub(super) fn summary(heading: &str, problems: &[(&str, String)]) -> String {
    if problems.is_empty() {
        return String::new();
    }
    let line = |(field, message): &(&str, String)| {
        let message = escaped(message);
        if field.is_empty() {
            format!("<li>{message}</li>\n")
        } else {
            format!("<li><a href=\"#o-{field}\">{message}</a></li>\n")
        }
    };
    let list: String = problems.iter().map(line).collect();
    format!(
        "<div class=\"summary\" role=\"alert\" tabindex=\"-1\" autofocus>\n<h2>{heading}</h2>\n<ul>\n{list}</ul>\n</div>\n"
    )
}

/// What was just done, for eyes and for screen readers; nothing when there is nothing to say.
pub(super) fn notice(sentence: &str) -> String {
    if sentence.is_empty() { String::new() } else { format!("<p class=\"notice\" role=\"status\">{sentence}</p>\n") }
}
