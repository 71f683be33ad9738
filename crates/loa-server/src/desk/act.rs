//! `POST /desk/phieu/{code}`: what somebody does, held against the table of `loa-feedback` and against what has changed.

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use loa_feedback::public::AnswerLink;
use loa_feedback::status::{self, EventKind};
use loa_plan::{Address, Text};
use serde_json::json;

use super::entry::{self, Opened, Typed};
use super::form::{self, Fields};
use super::moves::{LINKS, MAX_REASON};
use super::session::Signed;
use super::trouble::Trouble;
use super::{moves, review};
use crate::service::Service;
use crate::store::{Answer, Entry, Event, Statement, StoreError};

type Problems = Vec<(&'static str, String)>;

/// What somebody wants, understood.
enum Wish {
    Move(status::Event, Option<Answer>),
    TakeBack(String),
}

pub(super) async fn post(
    State(service): State<Service>,
    Path(code): Path<String>,
    request: Request,
) -> Result<Response, Trouble> {
    let (signed, fields) = form::read(&service, request).await?;
    let opened = match entry::open(&service, &signed, &code).await {
        Ok(opened) => opened,
        // It may have been sent on while somebody wrote.
        Err(trouble) => return Err(trouble.with(fields)),
    };
    if !opened.is_seen_by(&fields) {
        return Ok(stale(&service, &signed, &opened, fields));
    }
    let wish = match wish(&service, &opened, &fields) {
        Ok(Some(wish)) => wish,
        Ok(None) => return Err(Trouble::Unread),
        Err(problems) => {
            let typed = Typed { fields, heading: "Chưa ghi được", problems };
            return Ok(shown(StatusCode::UNPROCESSABLE_ENTITY, &service, &signed, &opened, &typed));
        }
    };
    let (next, event, answer) = match decided(&service, &signed, &opened.entry, wish)? {
        Ok(decided) => decided,
        Err(sentence) => {
            let typed = Typed { fields, heading: "Chưa ghi được", problems: vec![("", sentence)] };
            return Ok(shown(StatusCode::CONFLICT, &service, &signed, &opened, &typed));
        }
    };
    let on = (next.campaign.clone(), next.code.clone());
    let mut act = signed.act(&service, &event.what, Some(on));
    act.detail.clone_from(&event.detail);
    let mut group: Vec<Statement> = vec![next.update(event.at), event.insert(&next.campaign, &next.code), act.insert()];
    group.extend(answer.map(|answer| answer.put(&next.campaign, &next.code)));
    match service.store().write(group).await {
        Ok(()) => {}
        Err(StoreError::Stale) => {
            let opened = match entry::open(&service, &signed, &code).await {
                Ok(opened) => opened,
                // Somebody was faster and has sent it on.
                Err(trouble) => return Err(trouble.with(fields)),
            };
            return Ok(stale(&service, &signed, &opened, fields));
        }
        Err(error) => return Err(Trouble::from(error).with(fields)),
    }
    let place = if signed.seat().sees(&next.standing.unit) {
        format!("/desk/phieu/{}?xong={}", next.code.digits(), event.what)
    } else {
        format!("/desk?xong={}", event.what)
    };
    Ok(Redirect::to(&place).into_response())
}

fn stale(service: &Service, signed: &Signed, opened: &Opened, fields: Fields) -> Response {
    let typed = opened.changes(service, fields);
    shown(StatusCode::CONFLICT, service, signed, opened, &typed)
}

fn shown(status: StatusCode, service: &Service, signed: &Signed, opened: &Opened, typed: &Typed) -> Response {
    (status, entry::page(service, signed, opened, typed, "")).into_response()
}

/// Everything that is wrong with a form at once; none when it is no form of ours.
fn wish(service: &Service, opened: &Opened, fields: &Fields) -> Result<Option<Wish>, Problems> {
    let what = fields.get("do");
    if what == "take-back" {
        return reason("why", "Xin ghi lý do thu hồi.", fields).map(|why| Some(Wish::TakeBack(why)));
    }
    let Ok(kind) = what.parse::<EventKind>() else { return Ok(None) };
    let mut answer = None;
    let event = match kind {
        EventKind::Accept => {
            let urgency = fields.get("urgency").parse();
            status::Event::Accept {
                urgency: urgency.map_err(|_| vec![("urgency", "Xin chọn mức độ.".to_owned())])?
            }
        }
        EventKind::Forward => {
            let rules = service.campaign().rules(service.now().day());
            let unit = rules.actors.iter().find(|unit| unit.as_str() == fields.get("unit"));
            let because = reason("because", "Xin ghi lý do chuyển.", fields);
            match (unit, because) {
                (Some(unit), Ok(because)) => {
                    status::Event::Forward { unit: unit.clone(), because: Text::from(because.as_str()) }
                }
                (unit, because) => {
                    let mut problems = because.err().unwrap_or_default();
                    if unit.is_none() {
                        problems.insert(0, ("unit", "Xin chọn đơn vị nhận.".to_owned()));
                    }
                    return Err(problems);
                }
            }
        }
        EventKind::Answer => {
            answer = Some(written(service, opened, fields)?);
            status::Event::Answer
        }
        EventKind::Reopen => status::Event::Reopen,
        EventKind::Close => {
            let because = fields.get("reason").parse();
            status::Event::Close {
                because: because.map_err(|_| vec![("reason", "Xin chọn lý do kết thúc.".to_owned())])?,
            }
        }
    };
    Ok(Some(Wish::Move(event, answer)))
}

/// A reason that goes into the record, where nothing is ever erased.
fn reason(name: &'static str, missing: &str, fields: &Fields) -> Result<String, Problems> {
    let text = fields.get(name);
    let problem = if text.is_empty() {
        missing.to_owned()
    } else if text.chars().count() > MAX_REASON {
        format!("Lý do dài quá {MAX_REASON} ký tự. Xin viết gọn lại.")
    } else if let Some(found) = review::personal(text) {
        format!("Lý do có thông tin cá nhân ({found}). Xin bỏ ra, vì nhật ký không xoá được.")
    } else {
        return Ok(text.to_owned());
    };
    Err(vec![(name, problem)])
}

/// The names of the fields of links, in which a summary leads to one.
const TITLES: [&str; LINKS] = ["title-1", "title-2", "title-3", "title-4", "title-5"];
const URLS: [&str; LINKS] = ["url-1", "url-2", "url-3", "url-4", "url-5"];

fn written(service: &Service, opened: &Opened, fields: &Fields) -> Result<Answer, Problems> {
    let mut problems = Problems::new();
    let text = fields.get("text");
    problems.extend(moves::answer_problem(text).map(|problem| ("text", problem)));
    let mut links = Vec::new();
    for (number, (title_name, url_name)) in (1..).zip(TITLES.into_iter().zip(URLS)) {
        let (title, url) = (fields.get(title_name), fields.get(url_name));
        if title.is_empty() && url.is_empty() {
            continue;
        }
        if title.is_empty() {
            problems.push((title_name, format!("Xin ghi tên cho liên kết {number}.")));
        }
        let is_page = url.starts_with("https://") || url.starts_with("http://");
        match Address::new(url) {
            Ok(url) if is_page => links.push(AnswerLink { title: title.to_owned(), url }),
            _ => {
                let message = format!("Liên kết {number} chưa đúng. Xin ghi địa chỉ bắt đầu bằng https://.");
                problems.push((url_name, message));
            }
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let unit = opened.entry.standing.unit.clone();
    Ok(Answer { text: text.to_owned(), links, unit, at: service.now() })
}

/// What is written when it may be done, or the sentence why not.
type Decided = Result<(Entry, Event, Option<Answer>), String>;

fn decided(service: &Service, signed: &Signed, entry: &Entry, wish: Wish) -> Result<Decided, Trouble> {
    let (now, seat) = (service.now(), signed.seat());
    let mut next = entry.clone();
    let (what, detail, answer) = match wish {
        Wish::TakeBack(_) if !seat.publishes() => return Err(Trouble::NotYours),
        Wish::TakeBack(_) if !moves::may_take_back(seat, entry) => {
            return Ok(Err("Phiếu không còn công khai nên không cần thu hồi.".to_owned()));
        }
        Wish::TakeBack(why) => {
            next.take_back();
            ("take-back", Some(json!({ "because": why })), None)
        }
        Wish::Move(event, answer) => {
            let kind = event.kind();
            let detail = match &event {
                status::Event::Accept { urgency } => Some(json!({ "urgency": urgency })),
                status::Event::Forward { unit, because } => Some(json!({ "unit": unit, "because": because.get("vi") })),
                status::Event::Close { because } => Some(json!({ "because": because })),
                status::Event::Answer | status::Event::Reopen => None,
            };
            let Ok((standing, _)) = status::apply(&entry.standing, event, seat.mover(), now) else {
                let label = service.campaign().routes().labels.get(entry.standing.status, "vi");
                return Ok(Err(format!("Phiếu đang ở trạng thái «{label}» nên tài khoản này không làm được việc đó.")));
            };
            let due_at = service.campaign().due(&standing);
            next = entry.moved(standing, due_at);
            (kind.as_str(), detail, answer)
        }
    };
    let event = Event {
        at: now,
        role: seat.role(),
        who: Some(signed.user.name.as_str().to_owned()),
        what: what.to_owned(),
        detail: detail.map(|detail| detail.to_string()),
        from: Some(entry.standing.status),
        to: next.standing.status,
    };
    Ok(Ok((next, event, answer)))
}
