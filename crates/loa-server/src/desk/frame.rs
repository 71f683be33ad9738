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
    let link = |path: &str, name: &str| {
        let current = if name == title { " aria-current=\"page\"" } else { "" };
        format!("<li><a href=\"{path}\"{current}>{name}</a></li>\n")
    };
    let mut links = link("/desk", "Danh sách phiếu") + &link("/desk/xuat", "Xuất dữ liệu");
    if seat.role() == Role::Admin {
        links.push_str(&link("/desk/nhat-ky", "Nhật ký"));
    }
    let header = format!(
        "<header>\n<nav aria-label=\"Bàn tiếp nhận\">\n<ul>\n{links}</ul>\n</nav>\n\
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

/// What is wrong with a field, and what ties that and its hint to it.
pub(super) struct Beside {
    /// Stands between the label and the field.
    pub wrong: String,
    /// Attributes of the field.
    pub attributes: String,
}

/// What stands beside a field; `hint` is the id of its hint, when it has one.
pub(super) fn beside(name: &str, hint: &str, problems: &[(&str, String)]) -> Beside {
    let sentences: Vec<String> = problems
        .iter()
        .filter(|(field, _)| *field == name)
        .map(|(_, sentence)| format!("<strong>Lỗi:</strong> {}", escaped(sentence)))
        .collect();
    let (mut ids, mut wrong, mut invalid) = (hint.to_owned(), String::new(), "");
    if !sentences.is_empty() {
        wrong = format!("<p class=\"wrong\" id=\"o-{name}-loi\">{}</p>\n", sentences.join("<br>"));
        ids = format!("{ids} o-{name}-loi").trim_start().to_owned();
        invalid = " aria-invalid=\"true\"";
    }
    let described = if ids.is_empty() { String::new() } else { format!(" aria-describedby=\"{ids}\"") };
    Beside { wrong, attributes: described + invalid }
}

/// What was just done, for eyes and for screen readers; nothing when there is nothing to say.
pub(super) fn notice(sentence: &str) -> String {
    if sentence.is_empty() { String::new() } else { format!("<p class=\"notice\" role=\"status\">{sentence}</p>\n") }
}
