//! The forms for what may be done now: the moves of the table of `loa-feedback`, and taking back what is published.

use loa_feedback::Status;
use loa_feedback::status::{self, CloseReason, Event, EventKind, Publication, Role, Urgency, allowed, apply};

use super::entry::{Opened, Typed};
use super::frame::{Beside, beside, seal};
use super::session::Signed;
use super::{Seat, words};
use crate::page::escaped;
use crate::service::Service;
use crate::store::Entry;

/// How many links an answer may have.
pub(super) const LINKS: usize = 5;

/// The longest answer, in characters.
const MAX_ANSWER: usize = 10_000;

/// The longest reason, in characters.
pub(super) const MAX_REASON: usize = 500;

/// What is wrong with an answer, wherever it is written.
pub(super) fn answer_problem(text: &str) -> Option<String> {
    if text.is_empty() {
        Some("Xin viết câu trả lời.".to_owned())
    } else if text.chars().count() > MAX_ANSWER {
        Some(format!("Câu trả lời dài quá {MAX_ANSWER} ký tự. Xin viết gọn lại."))
    } else {
        None
    }
}

/// Whether somebody may take back what is public: whoever publishes, while it is.
pub(super) fn may_take_back(seat: &Seat, entry: &Entry) -> bool {
    seat.publishes() && entry.publication == Publication::Published
}

/// What comes first in a status: the move by which a feedback gets nearer to its answer.
pub(super) fn first(status: Status) -> Option<EventKind> {
    let by_officer = |kind: &EventKind| allowed(status, Role::Officer).any(|one| one == *kind);
    [EventKind::Accept, EventKind::Answer].into_iter().find(by_officer)
}

/// A form for each of them, as far as it was filled in: what comes first is open, and so is what was not taken.
pub(super) fn forms(service: &Service, signed: &Signed, opened: &Opened, typed: &Typed) -> String {
    let entry = &opened.entry;
    let first = first(entry.standing.status);
    let mut kinds: Vec<EventKind> = allowed(entry.standing.status, signed.seat().role()).collect();
    kinds.sort_by_key(|kind| first != Some(*kind));
    let mut forms = String::new();
    let mut form = |what: &str, button: &str, fields: &str, is_first: bool| {
        let (open, class) = (typed.fields.get("do") == what, if is_first { " class=\"main\"" } else { "" });
        let form = format!(
            "<form method=\"post\" action=\"/desk/phieu/{}\">\n{}{}\n{fields}\
             <button name=\"do\" value=\"{what}\"{class}>{button}</button>\n</form>\n",
            entry.code.digits(),
            seal(signed),
            opened.seen(),
        );
        forms.push_str(&if is_first {
            format!("<section class=\"box\">\n<h3>{button}</h3>\n{form}</section>\n")
        } else {
            let open = if open { " open" } else { "" };
            format!("<details class=\"box\"{open}>\n<summary><h3>{button}</h3></summary>\n{form}</details>\n")
        });
    };
    for kind in kinds {
        let fields = match kind {
            EventKind::Accept => urgencies(typed),
            EventKind::Forward => {
                forward_by(service, opened) + &units(service, opened, typed) + &reason("because", "Lý do chuyển", typed)
            }
            EventKind::Answer => answer(opened, typed),
            EventKind::Reopen => {
                "<p>Phiếu trở lại danh sách chưa xong, và câu trả lời có thể viết lại.</p>\n".to_owned()
            }
            EventKind::Close => reasons(service, signed, opened, typed),
        };
        form(kind.as_str(), words::event(kind), &fields, first == Some(kind));
    }
    if may_take_back(signed.seat(), entry) {
        let fields = "<p>Thu hồi xong, người dân không đọc được câu hỏi và câu trả lời này nữa.</p>\n".to_owned();
        form("take-back", "Thu hồi công khai", &(fields + &reason("why", "Lý do thu hồi", typed)), false);
    }
    if forms.is_empty() { forms } else { format!("<h2>Việc có thể làm</h2>\n{forms}") }
}

/// By when what belongs to another unit must be with it.
fn forward_by(service: &Service, opened: &Opened) -> String {
    let campaign = service.campaign();
    match status::forward_by(&opened.entry.standing, &campaign.routes().limits, campaign.working()) {
        Ok(by) => format!(
            "<p>Phiếu không thuộc thẩm quyền phải được chuyển trước {} (Nghị định 20/2008/NĐ-CP, Điều 9).</p>\n",
            by.vietnamese()
        ),
        Err(_) => String::new(),
    }
}

fn options<'o>(chosen: &str, options: impl Iterator<Item = (&'o str, &'o str)>) -> String {
    let mut html = "<option value=\"\">Xin chọn</option>\n".to_owned();
    for (value, label) in options {
        let selected = if value == chosen { " selected" } else { "" };
        html.push_str(&format!("<option value=\"{value}\"{selected}>{}</option>\n", escaped(label)));
    }
    html
}

fn select(name: &str, label: &str, options: &str, typed: &Typed) -> String {
    let Beside { wrong, attributes } = beside(name, "", &typed.problems);
    format!(
        "<div class=\"field\"><label for=\"o-{name}\">{label}</label>\n{wrong}<select id=\"o-{name}\" name=\"{name}\" required{attributes}>\n{options}</select></div>\n"
    )
}

fn urgencies(typed: &Typed) -> String {
    let all = Urgency::ALL.iter().map(|one| (one.as_str(), words::urgency(*one)));
    select("urgency", "Mức độ", &options(typed.fields.get("urgency"), all), typed)
}

fn units(service: &Service, opened: &Opened, typed: &Typed) -> String {
    let campaign = service.campaign();
    let rules = campaign.rules(service.now().day());
    let others = rules.actors.iter().filter(|unit| **unit != opened.entry.standing.unit);
    let others = others.map(|unit| (unit.as_str(), campaign.unit(unit)));
    select("unit", "Đơn vị nhận", &options(typed.fields.get("unit"), others), typed)
}

fn reason(name: &str, label: &str, typed: &Typed) -> String {
    let Beside { wrong, attributes } = beside(name, &format!("o-{name}-goi-y"), &typed.problems);
    format!(
        "<div class=\"field\"><label for=\"o-{name}\">{label}</label>\n\
         <p class=\"hint\" id=\"o-{name}-goi-y\">Nhiều nhất {MAX_REASON} ký tự. Xin đừng ghi thông tin cá nhân: nhật ký không xoá được.</p>\n\
         {wrong}<textarea id=\"o-{name}\" name=\"{name}\" rows=\"3\" required{attributes}>\n{}</textarea></div>\n",
        escaped(typed.fields.get(name))
    )
}

/// The reasons that fit, by the rule of the move itself.
fn reasons(service: &Service, signed: &Signed, opened: &Opened, typed: &Typed) -> String {
    let fits = |because: &CloseReason| {
        let event = Event::Close { because: *because };
        apply(&opened.entry.standing, event, signed.seat().mover(), service.now()).is_ok()
    };
    let all = CloseReason::ALL.iter().filter(|because| fits(because)).map(|one| (one.as_str(), one.vietnamese()));
    select("reason", "Lý do kết thúc", &options(typed.fields.get("reason"), all), typed)
}

fn answer(opened: &Opened, typed: &Typed) -> String {
    let before = opened.answer.as_ref();
    let is_typed = typed.fields.get("do") == EventKind::Answer.as_str();
    let text = if is_typed { typed.fields.get("text") } else { before.map_or("", |answer| &answer.text) };
    let Beside { wrong, attributes } = beside("text", "o-text-goi-y", &typed.problems);
    let mut html = format!(
        "<div class=\"field\"><label for=\"o-text\">Câu trả lời</label>\n\
         <p class=\"hint\" id=\"o-text-goi-y\">Nhiều nhất {MAX_ANSWER} ký tự. Người duyệt xem lại trước khi công khai.</p>\n\
         {wrong}<textarea id=\"o-text\" name=\"text\" rows=\"8\" required{attributes}>\n{}</textarea></div>\n\
         <fieldset>\n<legend>Liên kết chứng minh kết quả (nếu có)</legend>\n",
        escaped(text)
    );
    let (mut more, mut open) = (String::new(), "");
    for number in 1..=LINKS {
        let link = before.and_then(|answer| answer.links.get(number - 1)).filter(|_| !is_typed);
        let (title_name, url_name) = (format!("title-{number}"), format!("url-{number}"));
        let title = link.map_or(typed.fields.get(&title_name), |link| &link.title);
        let url = link.map_or(typed.fields.get(&url_name), |link| link.url.as_str());
        let (of_title, of_url) = (
            beside(&title_name, "", &typed.problems),
            beside(&url_name, &format!("o-{url_name}-goi-y"), &typed.problems),
        );
        let fields = format!(
            "<div class=\"field\"><label for=\"o-{title_name}\">Tên liên kết {number}</label>\n{}\
             <input id=\"o-{title_name}\" name=\"{title_name}\" value=\"{}\"{}></div>\n\
             <div class=\"field\"><label for=\"o-{url_name}\">Địa chỉ liên kết {number}</label>\n\
             <p class=\"hint\" id=\"o-{url_name}-goi-y\">Bắt đầu bằng https://</p>\n{}\
             <input id=\"o-{url_name}\" name=\"{url_name}\" type=\"url\" value=\"{}\"{}></div>\n",
            of_title.wrong,
            escaped(title),
            of_title.attributes,
            of_url.wrong,
            escaped(url),
            of_url.attributes,
        );
        if number == 1 {
            html.push_str(&fields);
            continue;
        }
        more.push_str(&fields);
        if !title.is_empty() || !url.is_empty() {
            open = " open";
        }
    }
    html + &format!("<details{open}>\n<summary>Thêm liên kết</summary>\n{more}</details>\n</fieldset>\n")
}
