//! `/desk/phieu/{code}/cong-khai`: what the public would read, and letting it.
//!
//! Only what was shown is published: a form says which texts its page showed as the public would read them, and when they
//! were edited since, they are shown again first.

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use loa_feedback::public::{AnswerLink, PublicAnswer};
use loa_feedback::redaction::{NotApproved, Preview};
use loa_feedback::status::Publication;
use loa_feedback::submission::clean;

use super::entry::{self, Opened, Typed};
use super::form::{self, Fields};
use super::frame::{self, Beside, Page, beside, seal, summary};
use super::session::Signed;
use super::token::digest;
use super::trouble::{Lost, Trouble};
use super::{moves, review, words};
use crate::page::escaped;
use crate::service::Service;
use crate::store::{Answer, Entry, Event, StoreError};

/// The two texts, as they are edited, and what is left in them.
struct Draft {
    /// None when the sender has not agreed that the text is published.
    question: Option<String>,
    answer: String,
    kept: Vec<String>,
}

/// Where an answer comes from, with what the form does not change.
struct Source {
    unit: loa_plan::ActorId,
    at: loa_feedback::Moment,
    links: Vec<AnswerLink>,
    text: String,
}

pub(super) async fn get(
    State(service): State<Service>,
    signed: Signed,
    Path(code): Path<String>,
) -> Result<Page, Trouble> {
    if !signed.seat().publishes() {
        return Err(Trouble::NotYours);
    }
    let opened = entry::open(&service, &signed, &code).await?;
    let Some(source) = source(&opened) else { return Ok(nothing_yet(&service, &signed, &opened)) };
    let draft = Draft { question: question(&opened), answer: clean(&source.text), kept: Vec::new() };
    Ok(page(&service, &signed, &opened, &source, &draft, &Typed::default()))
}

pub(super) async fn post(
    State(service): State<Service>,
    Path(code): Path<String>,
    request: Request,
) -> Result<Response, Trouble> {
    let (signed, fields) = form::read(&service, request).await?;
    if !signed.seat().publishes() {
        return Err(Trouble::NotYours);
    }
    let opened = match entry::open(&service, &signed, &code).await {
        Ok(opened) => opened,
        Err(trouble) => return Err(trouble.with(fields)),
    };
    let Some(source) = source(&opened) else { return Err(Trouble::Lost(Lost::Gone, fields)) };
    let draft = Draft {
        question: question(&opened).map(|_| fields.get("question").to_owned()),
        answer: fields.get("answer").to_owned(),
        kept: fields.all("keep").map(str::to_owned).collect(),
    };
    let again = |status: StatusCode, typed: &Typed| {
        Ok((status, page(&service, &signed, &opened, &source, &draft, typed)).into_response())
    };
    if !opened.is_seen_by(&fields) {
        return again(StatusCode::CONFLICT, &opened.changes(&service, fields));
    }
    let problem = |heading, field, message: String| Typed {
        heading,
        problems: vec![(field, message)],
        fields: Fields::default(),
    };
    if let Some(message) = moves::answer_problem(&draft.answer) {
        return again(StatusCode::UNPROCESSABLE_ENTITY, &problem("Chưa công khai", "answer", message));
    }
    if fields.get("do") != "publish" {
        return again(StatusCode::OK, &Typed::default());
    }
    if fields.get("shown") != draft.digest(&opened) {
        let message = "Nội dung vừa sửa. Xin đọc lại bản sẽ công khai ở dưới rồi bấm Công khai.".to_owned();
        return again(StatusCode::OK, &problem("Chưa công khai", "", message));
    }
    if fields.get("read") != "on" {
        let message = "Xin đọc bản sẽ công khai ở dưới rồi đánh dấu là đã đọc.".to_owned();
        return again(StatusCode::UNPROCESSABLE_ENTITY, &problem("Chưa công khai", "read", message));
    }
    let (next, event) = published(&service, &signed, &opened, &source, &draft).map_err(|_| Trouble::NotYours)?;
    let act = signed.act(&service, &event.what, Some((next.campaign.clone(), next.code.clone())));
    let group = vec![next.update(event.at), event.insert(&next.campaign, &next.code), act.insert()];
    match service.store().write(group).await {
        Ok(()) => Ok(Redirect::to(&format!("/desk/phieu/{}?xong=publish", next.code.digits())).into_response()),
        Err(StoreError::Stale) => {
            let now = match entry::open(&service, &signed, &code).await {
                Ok(now) => now,
                Err(trouble) => return Err(trouble.with(fields)),
            };
            let typed = now.changes(&service, fields);
            Ok((StatusCode::CONFLICT, page(&service, &signed, &now, &source, &draft, &typed)).into_response())
        }
        Err(error) => Err(Trouble::from(error).with(fields)),
    }
}

/// The answer to publish: as it was written last, or what is published when that is erased.
fn source(opened: &Opened) -> Option<Source> {
    let written = opened.answer.clone().map(|Answer { text, links, unit, at }| Source { unit, at, links, text });
    written.or_else(|| {
        let published = opened.entry.answer.clone();
        published.map(|PublicAnswer { text, unit, answered_at, links }| Source {
            unit,
            at: answered_at,
            links,
            text: text.as_str().to_owned(),
        })
    })
}

/// The question to begin with: as it is published, or as it was sent when the sender has agreed.
fn question(opened: &Opened) -> Option<String> {
    let person = opened.person.as_ref().filter(|_| opened.may_publish_question())?;
    Some(clean(opened.entry.question.as_ref().map_or(&person.text, |text| text.as_str())))
}

impl Draft {
    fn question_preview(&self) -> Option<Preview> {
        let question = self.question.as_deref().filter(|text| !text.is_empty())?;
        Some(review::without_kept(question, self.kept_in("q:")))
    }

    fn answer_preview(&self) -> Preview {
        review::without_kept(&self.answer, self.kept_in("a:"))
    }

    fn kept_in<'d>(&'d self, text: &'d str) -> impl Iterator<Item = &'d str> {
        self.kept.iter().filter_map(move |kept| kept.strip_prefix(text))
    }

    /// Whether a link goes with the answer: its address cannot be written otherwise, so one with personal data is left
    /// out unless somebody has looked at it.
    fn publishes(&self, number: usize, link: &AnswerLink) -> bool {
        review::personal(link.url.as_str()).is_none() || self.kept.contains(&format!("l:{number}"))
    }

    /// What stands for the texts that a page shows.
    fn digest(&self, opened: &Opened) -> String {
        let mut kept = self.kept.clone();
        kept.sort_unstable();
        let question = self.question.as_deref().unwrap_or_default();
        digest(&[question, &self.answer, &kept.join(" "), &opened.entry.version.to_string()])
    }
}

fn published(
    service: &Service,
    signed: &Signed,
    opened: &Opened,
    source: &Source,
    draft: &Draft,
) -> Result<(Entry, Event), NotApproved> {
    let (role, entry) = (signed.seat().role(), &opened.entry);
    let mut links = Vec::new();
    for (_, link) in (1..).zip(&source.links).filter(|(number, link)| draft.publishes(*number, link)) {
        let title = Preview::new(link.title.as_str()).approve_answer(role)?;
        links.push(AnswerLink { title: title.as_str().to_owned(), url: link.url.clone() });
    }
    let mut next = entry.clone();
    next.publication = Publication::Published;
    next.question = match &opened.person {
        Some(person) => {
            let consents = person.given();
            draft.question_preview().map(|preview| preview.approve_question(role, &consents)).transpose()?
        }
        // It was approved while its sender was known; nobody can change it now.
        None => entry.question.clone(),
    };
    let text = draft.answer_preview().approve_answer(role)?;
    next.answer = Some(PublicAnswer { text, unit: source.unit.clone(), answered_at: source.at, links });
    let event = Event {
        at: service.now(),
        role,
        who: Some(signed.user.name.as_str().to_owned()),
        what: "publish".to_owned(),
        detail: None,
        from: Some(entry.standing.status),
        to: entry.standing.status,
    };
    Ok((next, event))
}

fn nothing_yet(service: &Service, signed: &Signed, opened: &Opened) -> Page {
    let main = format!(
        "<h1>Công khai phiếu {0}</h1>\n<p>Chưa có câu trả lời nên chưa công khai được.</p>\n<p><a href=\"/desk/phieu/{1}\">Về phiếu</a></p>",
        opened.entry.code,
        opened.entry.code.digits()
    );
    frame::page(service, signed, "Công khai", &main)
}

fn page(service: &Service, signed: &Signed, opened: &Opened, source: &Source, draft: &Draft, typed: &Typed) -> Page {
    let (code, digits) = (&opened.entry.code, opened.entry.code.digits());
    let question = match &draft.question {
        Some(text) => {
            let preview = draft.question_preview();
            let shown =
                preview.as_ref().map_or("(để trống: không công khai câu hỏi)".to_owned(), review::for_the_public);
            text_box("question", "Câu hỏi", text, &shown, &kept("q:", text, draft), typed)
        }
        None if opened.person.is_none() => {
            "<p>Thông tin người gửi đã xoá nên câu hỏi giữ nguyên như đang công khai.</p>\n".to_owned()
        }
        None => "<p>Người gửi không đồng ý công khai nội dung; chỉ câu trả lời được công khai.</p>\n".to_owned(),
    };
    let answer = text_box(
        "answer",
        "Câu trả lời",
        &draft.answer,
        &review::for_the_public(&draft.answer_preview()),
        &kept("a:", &draft.answer, draft),
        typed,
    );
    let links = links(&source.links, draft);
    let Beside { wrong, attributes } = beside("read", "", &typed.problems);
    let main = format!(
        "<h1>Công khai phiếu {code}</h1>\n{}<p>Máy tìm được số và địa chỉ có dạng quen thuộc, không tìm được tên người và nơi ở. \
         Xin đọc kỹ, thay tên người và nơi ở bằng «[đã ẩn]».</p>\n\
         <form method=\"post\" action=\"/desk/phieu/{digits}/cong-khai\">\n{}{}\n\
         <input type=\"hidden\" name=\"shown\" value=\"{}\">\n{question}{answer}{links}\
         <p><button name=\"do\" value=\"preview\">Xem lại bản sẽ công khai</button></p>\n\
         <section class=\"box\" aria-labelledby=\"h-publish\">\n<h2 id=\"h-publish\">Công khai</h2>\n\
         <p>Công khai xong, mọi người đọc được ngay. Khi cần có thể thu hồi.</p>\n{wrong}\
         <div class=\"consent\"><input type=\"checkbox\" id=\"o-read\" name=\"read\" value=\"on\"{attributes}>\n\
         <label for=\"o-read\">Tôi đã đọc bản sẽ công khai: không có tên người, nơi ở và dữ liệu cá nhân khác</label></div>\n\
         <button name=\"do\" value=\"publish\" class=\"main\">Công khai</button>\n</section>\n</form>\n\
         <p><a href=\"/desk/phieu/{digits}\">Về phiếu</a></p>",
        summary(typed.heading, &typed.problems),
        seal(signed),
        opened.seen(),
        draft.digest(opened),
    );
    let title = if typed.problems.is_empty() { "Công khai" } else { "Lỗi: Công khai" };
    frame::page(service, signed, title, &main)
}

/// The links with their addresses, which the public gets to see too.
fn links(links: &[AnswerLink], draft: &Draft) -> String {
    let mut list = String::new();
    for (number, link) in (1..).zip(links) {
        let title = review::for_the_public(&Preview::new(link.title.as_str()));
        let url = link.url.as_str();
        let keep = review::personal(url).map_or(String::new(), |found| {
            let ticked = if draft.publishes(number, link) { " checked" } else { "" };
            format!(
                "\n<p>Địa chỉ có vẻ chứa dữ liệu cá nhân ({found}) nên liên kết không được công khai.</p>\n\
                 <div class=\"consent\"><input type=\"checkbox\" id=\"o-keep-l-{number}\" name=\"keep\" value=\"l:{number}\"{ticked}>\n\
                 <label for=\"o-keep-l-{number}\">Vẫn công khai liên kết {number}; chỉ đánh dấu khi chắc chắn không phải dữ liệu cá nhân</label></div>"
            )
        });
        list.push_str(&format!("<li>{title}: <a href=\"{0}\" rel=\"noreferrer\">{0}</a>{keep}</li>\n", escaped(url)));
    }
    if list.is_empty() {
        return list;
    }
    format!(
        "<section class=\"box\" aria-labelledby=\"h-links\">\n<h2 id=\"h-links\">Liên kết</h2>\n<ul>\n{list}</ul>\n</section>\n"
    )
}

fn text_box(name: &str, label: &str, text: &str, shown: &str, kept: &str, typed: &Typed) -> String {
    let Beside { wrong, attributes } = beside(name, "", &typed.problems);
    format!(
        "<section class=\"box\" aria-labelledby=\"h-{name}\">\n<h2 id=\"h-{name}\">{label}</h2>\n\
         <h3>Bản sẽ công khai</h3>\n<p class=\"text\">{shown}</p>\n{kept}\
         <div class=\"field\"><label for=\"o-{name}\">Sửa {}</label>\n{wrong}\
         <textarea id=\"o-{name}\" name=\"{name}\" rows=\"6\"{attributes}>\n{}</textarea></div>\n</section>\n",
        label.to_lowercase(),
        escaped(text)
    )
}

/// A box for each place that is taken out, to leave it in.
fn kept(text_name: &str, text: &str, draft: &Draft) -> String {
    let mut boxes = String::new();
    for found in Preview::new(text).found() {
        let value = format!("{text_name}{}", review::name(found));
        let ticked = if draft.kept.contains(&value) { " checked" } else { "" };
        let taken = text.get(found.span.clone()).unwrap_or_default();
        let id = value.replace(':', "-");
        boxes.push_str(&format!(
            "<div class=\"consent\"><input type=\"checkbox\" id=\"o-keep-{id}\" name=\"keep\" value=\"{value}\"{ticked}>\n\
             <label for=\"o-keep-{id}\">Để nguyên «{}» ({})</label></div>\n",
            escaped(taken),
            words::sensitive(found.kind)
        ));
    }
    if boxes.is_empty() {
        return boxes;
    }
    format!(
        "<fieldset>\n<legend>Được ẩn; chỉ đánh dấu khi chắc chắn không phải dữ liệu cá nhân</legend>\n{boxes}</fieldset>\n"
    )
}
