//! `GET /desk/nhat-ky`: who did what, newest first, for the lead agency.

use axum::extract::{RawQuery, State};
use loa_feedback::status::Role;

use super::Trouble;
use super::frame::{self, Page};
use super::session::Signed;
use super::{detail, words};
use crate::page::escaped;
use crate::service::Service;
use crate::store::ActLine;

/// How many lines stand on a page.
const PAGE: usize = 50;

pub(super) async fn get(
    State(service): State<Service>,
    signed: Signed,
    RawQuery(query): RawQuery,
) -> Result<Page, Trouble> {
    if signed.seat().role() != Role::Admin {
        return Err(Trouble::NotYours);
    }
    let query = query.unwrap_or_default();
    let before = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "truoc");
    let before = before.and_then(|(_, number)| number.parse().ok());
    let mut lines = service.store().acts(before, PAGE + 1, service.campaign().zone()).await?;
    let more = lines.len() > PAGE;
    lines.truncate(PAGE);
    let next = lines.last().filter(|_| more).map_or(String::new(), |last| {
        format!("<p><a href=\"/desk/nhat-ky?truoc={}\" rel=\"next\">Trang sau</a></p>\n", last.number)
    });
    let lines: String = lines.iter().map(|one| line(&service, one)).collect();
    let main = format!("<h1>Nhật ký</h1>\n<ul class=\"record\">\n{lines}</ul>\n{next}");
    Ok(frame::page(&service, &signed, "Nhật ký", &main))
}

fn line(service: &Service, line: &ActLine) -> String {
    let act = &line.act;
    let who = act.who.as_deref().unwrap_or("hệ thống");
    let on = act
        .on
        .as_ref()
        .map_or(String::new(), |(_, code)| format!(", phiếu <a href=\"/desk/phieu/{}\">{code}</a>", code.digits()));
    let detail = detail::sentences(service.campaign(), act.detail.as_deref());
    format!(
        "<li>{}, {}: {}{on}.{}</li>\n",
        act.at.vietnamese(),
        escaped(who),
        escaped(words::deed(&act.what)),
        escaped(&detail)
    )
}
