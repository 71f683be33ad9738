//! `GET /desk/phieu/{code}/nguoi-gui`: who sent a feedback, apart from everything else, and never without a line in the
//! record.

use axum::extract::{Path, State};

use super::Trouble;
use super::entry;
use super::frame::{self, Page};
use super::session::Signed;
use crate::page::escaped;
use crate::service::Service;

pub(super) async fn get(
    State(service): State<Service>,
    signed: Signed,
    Path(code): Path<String>,
) -> Result<Page, Trouble> {
    if !signed.seat().sees_senders() {
        return Err(Trouble::NotYours);
    }
    let opened = entry::open(&service, &signed, &code).await?;
    let (code, digits) = (&opened.entry.code, opened.entry.code.digits());
    let facts = match &opened.person {
        Some(person) => {
            let on = (opened.entry.campaign.clone(), code.clone());
            service.store().record(&signed.act(&service, "read-sender", Some(on))).await?;
            let facts = [
                ("Họ và tên", Some(&person.name)),
                ("Địa chỉ", Some(&person.address)),
                ("Số điện thoại", person.phone.as_ref()),
                ("Thư điện tử", person.email.as_ref()),
                ("Đồng ý", Some(&person.consents)),
            ];
            let fact = |(name, value): &(&str, Option<&String>)| {
                let value = value.map_or("không có", String::as_str);
                format!("<dt>{name}</dt><dd>{}</dd>\n", escaped(value))
            };
            format!("<dl>\n{}</dl>\n", facts.iter().map(fact).collect::<String>())
        }
        None => "<p>Thông tin người gửi và nội dung gốc đã xoá.</p>\n".to_owned(),
    };
    let main = format!(
        "<h1>Người gửi phiếu {code}</h1>\n<p>Chỉ dùng để giải quyết và trả lời phiếu này. Lần xem này đã được ghi vào nhật ký.</p>\n\
         {facts}<p><a href=\"/desk/phieu/{digits}\">Về phiếu</a></p>"
    );
    Ok(frame::page(&service, &signed, "Người gửi", &main))
}
