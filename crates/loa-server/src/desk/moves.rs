//! The forms for what may be done now: the moves of the table of `loa-feedback`, and taking back what is published.

use loa_feedback::status::{self, CloseReason, Event, EventKind, Publication, Urgency, allowed, apply};

use super::entry::Opened;
use super::form::Fields;
use super::frame::seal;
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

/// A form for each of them, as far as it was filled in.
pub(super) fn forms(service: &Service, signed: &Signed, opened: &Opened, typed: &Fields) -> String {
    let entry = &opened.entry;
    let mut forms = String::new();
    let mut form = |what: &str, button: &str, fields: &str| {
        forms.push_str(&format!(
            "<form method=\"post\" action=\"/desk/phieu/{}\" class=\"box\">\n<h3>{button}</h3>\n{}{}\n{fields}\
             <button name=\"do\" value=\"{what}\">{button}</button>\n</form>\n",
            entry.code.digits(),
            seal(signed),
            opened.seen(),
        ));
    };
    for kind in allowed(entry.standing.status, signed.seat().role()) {
        let fields = match kind {
            EventKind::Accept => urgencies(typed),
            EventKind::Forward => {
                forward_by(service, opened) + &units(service, opened, typed) + &reason("because", "Lý do chuyển", typed)
            }
            EventKind::Answer => answer(opened, typed),
            EventKind::Reopen => String::new(),
            EventKind::Close => reasons(service, signed, opened, typed),
        };
        form(kind.as_str(), words::event(kind), &fields);
    }
    if may_take_back(signed.seat(), entry) {
        form("take-back", "Thu hồi công khai", &reason("why", "Lý do thu hồi", typed));
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

fn select(name: &str, label: &str, options: &str) -> String {
    format!(
        "<div class=\"field\"><label for=\"o-{name}\">{label}</label>\n<select id=\"o-{name}\" name=\"{name}\" required>\n{options}</select></div>\n"
    )
}

fn urgencies(typed: &Fields) -> String {
    let all = Urgency::ALL.iter().map(|one| (one.as_str(), words::urgency(*one)));
    select("urgency", "Mức độ", &options(typed.get("urgency"), all))
}

fn units(service: &Service, opened: &Opened, typed: &Fields) -> String {
    let campaign = service.campaign();
    let rules = campaign.rules(service.now().day());
    let others = rules.actors.iter().filter(|unit| **unit != opened.entry.standing.unit);
    let others = others.map(|unit| (unit.as_str(), campaign.unit(unit)));
    select("unit", "Đơn vị nhận", &options(typed.get("unit"), others))
}

fn reason(name: &str, label: &str, typed: &Fields) -> String {
    format!(
        "<div class=\"field\"><label for=\"o-{name}\">{label}</label>\n\
         <p class=\"hint\" id=\"o-{name}-goi-y\">Nhiều nhất {MAX_REASON} ký tự. Xin đừng ghi thông tin cá nhân: nhật ký không xoá được.</p>\n\
         <textarea id=\"o-{name}\" name=\"{name}\" rows=\"3\" required aria-describedby=\"o-{name}-goi-y\">\n{}</textarea></div>\n",
        escaped(typed.get(name))
    )
}

/// The reasons that fit, by the rule of the move itself.
fn reasons(service: &Service, signed: &Signed, opened: &Opened, typed: &Fields) -> String {
    let fits = |because: &CloseReason| {
        let event = Event::Close { because: *because };
        apply(&opened.entry.standing, event, signed.seat().mover(), service.now()).is_ok()
    };
    let all = CloseReason::ALL.iter().filter(|because| fits(because)).map(|one| (one.as_str(), one.vietnamese()));
    select("reason", "Lý do kết thúc", &options(typed.get("reason"), all))
}

fn answer(opened: &Opened, typed: &Fields) -> String {
    let before = opened.answer.as_ref();
    let is_typed = typed.get("do") == EventKind::Answer.as_str();
    let text = if is_typed { typed.get("text") } else { before.map_or("", |answer| &answer.text) };
    let mut html = format!(
        "<div class=\"field\"><label for=\"o-text\">Câu trả lời</label>\n\
         <p class=\"hint\" id=\"o-text-goi-y\">Nhiều nhất {MAX_ANSWER} ký tự. Người duyệt xem lại trước khi công khai.</p>\n\
         <textarea id=\"o-text\" name=\"text\" rows=\"8\" required aria-describedby=\"o-text-goi-y\">\n{}</textarea></div>\n\
         <fieldset>\n<legend>Liên kết chứng minh kết quả (nếu có)</legend>\n",
        escaped(text)
    );
    for number in 1..=LINKS {
        let link = before.and_then(|answer| answer.links.get(number - 1)).filter(|_| !is_typed);
        let (title_name, url_name) = (format!("title-{number}"), format!("url-{number}"));
        let title = link.map_or(typed.get(&title_name), |link| &link.title);
        let url = link.map_or(typed.get(&url_name), |link| link.url.as_str());
        html.push_str(&format!(
            "<div class=\"field\"><label for=\"o-{title_name}\">Tên liên kết {number}</label>\n\
             <input id=\"o-{title_name}\" name=\"{title_name}\" value=\"{}\"></div>\n\
             <div class=\"field\"><label for=\"o-{url_name}\">Địa chỉ liên kết {number}</label>\n\
             <input id=\"o-{url_name}\" name=\"{url_name}\" type=\"url\" placeholder=\"https://\" value=\"{}\"></div>\n",
            escaped(title),
            escaped(url)
        ));
    }
    html + "</fieldset>\n"
}
