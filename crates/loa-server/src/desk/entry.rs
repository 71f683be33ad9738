//! `GET /desk/phieu/{code}`: one feedback, what happened to it, and what may be done.

use axum::extract::{Path, RawQuery, State};
use loa_feedback::ReceiptCode;
use loa_feedback::redaction::Preview;
use loa_feedback::status::Role;

use super::deadline::deadline;
use super::form::Fields;
use super::frame::{self, Page, summary};
use super::session::Signed;
use super::{Trouble, detail, inbox, moves, review, words};
use crate::page::escaped;
use crate::service::Service;
use crate::store::{Answer, Entry, Event, Person};

/// A feedback with all that the desk shows of it.
pub(super) struct Opened {
    pub entry: Entry,
    /// None when the sender was erased.
    pub person: Option<Person>,
    pub answer: Option<Answer>,
    pub events: Vec<Event>,
}

/// What was typed into a form that was not taken, and why.
#[derive(Default)]
pub(super) struct Typed {
    pub fields: Fields,
    pub heading: &'static str,
    pub problems: Vec<(&'static str, String)>,
}

/// Opens a feedback for somebody who may see it; for anybody else there is none.
pub(super) async fn open(service: &Service, signed: &Signed, code: &str) -> Result<Opened, Trouble> {
    let campaign = service.campaign();
    let (id, zone, store) = (campaign.id(), campaign.zone(), service.store());
    let code: ReceiptCode = code.parse().map_err(|_| Trouble::NotFound)?;
    let entry = store.entry(id, &code, zone).await?.ok_or(Trouble::NotFound)?;
    if !signed.seat().sees(&entry.standing.unit) {
        return Err(Trouble::NotFound);
    }
    let (person, answer) = (store.person(id, &code).await?, store.answer(id, &code, zone).await?);
    let events = store.events(id, &code, zone).await?;
    Ok(Opened { entry, person, answer, events })
}

pub(super) async fn get(
    State(service): State<Service>,
    signed: Signed,
    Path(code): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page, Trouble> {
    let opened = open(&service, &signed, &code).await?;
    let query = query.unwrap_or_default();
    let done = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "xong");
    let notice = frame::notice(words::done(done.as_ref().map_or("", |(_, what)| what)));
    Ok(page(&service, &signed, &opened, &Typed::default(), &notice))
}

impl Opened {
    /// The fields by which a form says what its page showed.
    pub(super) fn seen(&self) -> String {
        format!(
            "<input type=\"hidden\" name=\"version\" value=\"{}\"><input type=\"hidden\" name=\"events\" value=\"{}\">",
            self.entry.version,
            self.events.len()
        )
    }

    /// Whether a form is of a page that shows what holds.
    pub(super) fn is_seen_by(&self, fields: &Fields) -> bool {
        fields.get("version") == self.entry.version.to_string()
    }

    /// What has changed since the page of a form was shown.
    pub(super) fn changes(&self, service: &Service, fields: Fields) -> Typed {
        let seen = fields.get("events").parse::<usize>().unwrap_or_default();
        let mut problems =
            vec![("", "Việc vừa rồi chưa được ghi. Xin xem lại phiếu; nội dung vừa viết còn ở dưới.".to_owned())];
        problems.extend(self.events.iter().skip(seen).map(|event| ("", line(service, event))));
        Typed { fields, heading: "Phiếu đã thay đổi từ lúc mở trang", problems }
    }

    /// Whether the sender agreed that the text is published.
    pub(super) fn may_publish_question(&self) -> bool {
        let approved = |person: &Person| Preview::new("").approve_question(Role::Publisher, &person.given()).is_ok();
        self.person.as_ref().is_some_and(approved)
    }
}

pub(super) fn page(service: &Service, signed: &Signed, opened: &Opened, typed: &Typed, notice: &str) -> Page {
    let entry = &opened.entry;
    let heading = format!("Phiếu {}", entry.code);
    let title = if typed.problems.is_empty() { heading.clone() } else { format!("Lỗi: {heading}") };
    let main = format!(
        "<h1>{heading}</h1>\n{notice}{}{}{}{}{}{}{}",
        summary(typed.heading, &typed.problems),
        standing(service, entry),
        question(signed, opened),
        answer(service, signed, opened),
        moves::forms(service, signed, opened, typed),
        facts(service, entry),
        record(service, opened),
    );
    frame::page(service, signed, &title, &main)
}

/// What somebody wants to know first: how long there still is, and what is next.
fn standing(service: &Service, entry: &Entry) -> String {
    let label = service.campaign().routes().labels.get(entry.standing.status, "vi");
    let next = inbox::next(entry).map_or(String::new(), |next| format!(" Việc tiếp theo: <strong>{next}</strong>."));
    format!(
        "<p>{}</p>\n<p>{}, {}.{next}</p>\n",
        deadline(service.campaign(), entry, service.now()).html(),
        escaped(label),
        words::publication(entry.publication)
    )
}

fn facts(service: &Service, entry: &Entry) -> String {
    let campaign = service.campaign();
    let unit = |id| escaped(campaign.unit(id)).to_string();
    let mut facts = vec![
        ("Trạng thái", escaped(campaign.routes().labels.get(entry.standing.status, "vi")).to_string()),
        ("Mức độ", words::urgency(entry.standing.urgency).to_owned()),
        ("Đơn vị đang giữ", unit(&entry.standing.unit)),
        ("Nhận lúc", entry.standing.received_at.vietnamese()),
        ("Loại", words::kind(entry.kind).to_owned()),
        ("Công khai", words::publication(entry.publication).to_owned()),
    ];
    if let Some(due) = entry.due_at {
        facts.insert(1, ("Hạn đến", due.vietnamese()));
    }
    if entry.standing.forwarded_to().is_some() {
        facts.push(("Đơn vị nhận đầu tiên", unit(&entry.standing.addressed_to)));
    }
    if let Some(code) = &entry.procedure {
        facts.push(("Mã thủ tục", escaped(code.as_str()).to_string()));
    }
    if let Some(reason) = entry.standing.closed_because {
        facts.push(("Lý do kết thúc", reason.vietnamese().to_owned()));
    }
    let facts: String =
        facts.iter().map(|(name, value)| format!("<div><dt>{name}</dt><dd>{value}</dd></div>\n")).collect();
    format!("<h2>Thông tin phiếu</h2>\n<dl class=\"facts\">\n{facts}</dl>\n")
}

fn question(signed: &Signed, opened: &Opened) -> String {
    let Some(person) = &opened.person else {
        return "<h2>Nội dung</h2>\n<p>Thông tin người gửi và nội dung gốc đã xoá.</p>\n".to_owned();
    };
    let agreed = if opened.may_publish_question() {
        "Người gửi đồng ý công khai nội dung."
    } else {
        "Người gửi không đồng ý công khai nội dung; chỉ câu trả lời được công khai."
    };
    let sender = if signed.seat().sees_senders() {
        format!(
            "<p><a href=\"/desk/phieu/{}/nguoi-gui\">Xem người gửi</a> (mỗi lần xem được ghi vào nhật ký)</p>\n",
            opened.entry.code.digits()
        )
    } else {
        String::new()
    };
    format!(
        "<h2>Nội dung</h2>\n<p>Phần đóng khung là dữ liệu cá nhân, được ẩn khi công khai.</p>\n<p class=\"text\">{}</p>\n<p>{agreed}</p>\n{sender}",
        review::as_written(&Preview::new(person.text.as_str()))
    )
}

fn answer(service: &Service, signed: &Signed, opened: &Opened) -> String {
    let entry = &opened.entry;
    let mut html = String::new();
    if let Some(answer) = &opened.answer {
        html.push_str(&format!(
            "<h2>Câu trả lời</h2>\n<p class=\"text\">{}</p>\n<p>{}, {}</p>\n{}",
            review::as_written(&Preview::new(answer.text.as_str())),
            escaped(service.campaign().unit(&answer.unit)),
            answer.at.vietnamese(),
            links(answer.links.iter().map(|link| (link.title.as_str(), link.url.as_str())))
        ));
    }
    let published = entry.question.as_ref().map(|text| ("Câu hỏi", text.as_str())).into_iter();
    let published = published.chain(entry.answer.as_ref().map(|answer| ("Trả lời", answer.text.as_str())));
    let published: String =
        published.map(|(name, text)| format!("<h3>{name}</h3>\n<p class=\"text\">{}</p>\n", escaped(text))).collect();
    if !published.is_empty() {
        html.push_str(&format!("<h2>Đang công khai</h2>\n{published}"));
    }
    if signed.seat().publishes() && (opened.answer.is_some() || entry.answer.is_some()) {
        html.push_str(&format!(
            "<p><a href=\"/desk/phieu/{}/cong-khai\" class=\"next\">{}</a></p>\n",
            entry.code.digits(),
            if published.is_empty() { "Xem trước và công khai" } else { "Sửa bản đang công khai" }
        ));
    }
    html
}

/// Links of an answer, as a list.
pub(super) fn links<'l>(links: impl Iterator<Item = (&'l str, &'l str)>) -> String {
    let list: String = links
        .map(|(title, url)| {
            format!("<li><a href=\"{}\" rel=\"noreferrer\">{}</a></li>\n", escaped(url), escaped(title))
        })
        .collect();
    if list.is_empty() { list } else { format!("<ul>\n{list}</ul>\n") }
}

fn record(service: &Service, opened: &Opened) -> String {
    let lines: String =
        opened.events.iter().map(|event| format!("<li>{}</li>\n", escaped(&line(service, event)))).collect();
    format!("<h2>Nhật ký của phiếu</h2>\n<ol class=\"record\">\n{lines}</ol>\n")
}

/// A line of the record in words.
fn line(service: &Service, event: &Event) -> String {
    let Event { at, role, who, what, detail, to, .. } = event;
    let who = match who {
        Some(who) => format!("{who} ({})", frame::role(*role)),
        None => frame::role(*role).to_owned(),
    };
    let label = service.campaign().routes().labels.get(*to, "vi");
    let detail = detail::sentences(service.campaign(), detail.as_deref());
    format!("{}, {who}: {}. Trạng thái: {label}.{detail}", at.vietnamese(), words::deed(what))
}
