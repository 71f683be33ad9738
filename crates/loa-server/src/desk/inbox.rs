//! `GET /desk`: what lies on the desk, overdue first.

use axum::extract::{RawQuery, State};
use loa_feedback::status::{Publication, Role};
use loa_feedback::{ReceiptCode, Status};
use loa_plan::ActorId;

use super::Trouble;
use super::deadline::deadline;
use super::frame::{self, Page};
use super::session::Signed;
use super::{moves, words};
use crate::page::escaped;
use crate::service::Service;
use crate::store::{Entry, InboxOrder, InboxPlace, InboxQuery};

/// How many stand on a page.
const PAGE: usize = 20;

/// How much of a text is shown in the list, in characters.
const GLIMPSE: usize = 120;

/// Which feedback is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Filter {
    /// `open`, `to-publish`, `all`, or one status.
    pub status: String,
    /// The unit, for those who see all.
    pub unit: Option<ActorId>,
}

/// What is answered and was never public.
const TO_PUBLISH: &str = "to-publish";

impl Filter {
    /// What is not understood is as if it were not said.
    pub(super) fn new(status: &str, unit: &str) -> Self {
        let is_known = ["all", TO_PUBLISH].contains(&status) || status.parse::<Status>().is_ok();
        Self { status: if is_known { status } else { "open" }.to_owned(), unit: unit.parse().ok() }
    }

    /// What somebody has to do, when nothing else is asked for.
    fn of_role(role: Role) -> &'static str {
        if role == Role::Publisher { TO_PUBLISH } else { "open" }
    }

    pub(super) fn statuses(&self) -> Vec<Status> {
        match self.status.parse::<Status>() {
            Ok(status) => vec![status],
            Err(_) if self.status == "all" => Status::ALL.to_vec(),
            Err(_) if self.status == TO_PUBLISH => vec![Status::Answered],
            Err(_) => Status::ALL.iter().copied().filter(|status| status.is_open()).collect(),
        }
    }

    /// What this filter shows to somebody; an officer's unit stands before the one that is asked for.
    pub(super) fn query(
        &self,
        service: &Service,
        signed: &Signed,
        after: Option<InboxPlace>,
        limit: usize,
    ) -> InboxQuery {
        InboxQuery {
            campaign: service.campaign().id().clone(),
            unit: signed.unit_or(self.unit.clone()),
            statuses: self.statuses(),
            order: if self.status == TO_PUBLISH { InboxOrder::Unpublished } else { InboxOrder::Due },
            after,
            limit,
        }
    }

    /// The two choices, as fields of a form.
    pub(super) fn fields(&self, service: &Service, signed: &Signed) -> String {
        let campaign = service.campaign();
        let option = |value: &str, chosen: bool, label: &str| {
            let selected = if chosen { " selected" } else { "" };
            format!("<option value=\"{value}\"{selected}>{}</option>\n", escaped(label))
        };
        let mut statuses = option("open", self.status == "open", OPEN);
        statuses.push_str(&option(TO_PUBLISH, self.status == TO_PUBLISH, WAITING));
        for status in Status::ALL {
            let label = campaign.routes().labels.get(*status, "vi");
            statuses.push_str(&option(status.as_str(), self.status == status.as_str(), label));
        }
        statuses.push_str(&option("all", self.status == "all", ALL));
        let mut fields = format!(
            "<div class=\"field\"><label for=\"o-status\">Trạng thái</label>\n<select id=\"o-status\" name=\"status\">\n{statuses}</select></div>\n"
        );
        if signed.seat().unit().is_none() {
            let mut units = option("", self.unit.is_none(), "Tất cả đơn vị");
            for actor in &campaign.plan().actors {
                let chosen = self.unit.as_ref() == Some(&actor.id);
                units.push_str(&option(actor.id.as_str(), chosen, campaign.unit(&actor.id)));
            }
            fields.push_str(&format!(
                "<div class=\"field\"><label for=\"o-unit\">Đơn vị</label>\n<select id=\"o-unit\" name=\"unit\">\n{units}</select></div>\n"
            ));
        }
        fields
    }

    /// What is listed, in words.
    fn said(&self, service: &Service) -> String {
        let campaign = service.campaign();
        let status = match self.status.parse::<Status>() {
            Ok(status) => campaign.routes().labels.get(status, "vi"),
            Err(_) if self.status == "all" => ALL,
            Err(_) if self.status == TO_PUBLISH => WAITING,
            Err(_) => OPEN,
        };
        self.unit.as_ref().map_or(status.to_owned(), |unit| format!("{status}, {}", campaign.unit(unit)))
    }
}

const OPEN: &str = "Chưa xong";
const WAITING: &str = "Chờ duyệt công khai";
const ALL: &str = "Tất cả";

pub(super) async fn get(
    State(service): State<Service>,
    signed: Signed,
    RawQuery(query): RawQuery,
) -> Result<Page, Trouble> {
    let asked: Vec<(String, String)> =
        form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned().collect();
    let asked = |name: &str| asked.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str());
    let status = if asked("status").is_empty() { Filter::of_role(signed.seat().role()) } else { asked("status") };
    let filter = Filter::new(status, asked("unit"));
    let campaign = service.campaign();
    let question = filter.query(&service, &signed, read_place(asked("cursor")), PAGE + 1);
    let mut entries = service.store().inbox(&question, campaign.zone()).await?;
    let more = entries.len() > PAGE;
    entries.truncate(PAGE);
    let texts = service.store().texts(campaign.id(), entries.iter().map(|entry| &entry.code)).await?;
    let text_of = |entry: &Entry| texts.get(&entry.code.digits()).map(String::as_str);
    let items: String = entries.iter().map(|entry| item(&service, entry, text_of(entry))).collect();
    let list = if items.is_empty() {
        "<p>Không có phiếu nào.</p>\n".to_owned()
    } else {
        format!("<ol class=\"entries\">\n{items}</ol>\n")
    };
    let next = entries.last().filter(|_| more).map_or(String::new(), |last| {
        let unit = filter.unit.as_ref().map_or("", |unit| unit.as_str());
        let pairs = [("status", filter.status.as_str()), ("unit", unit), ("cursor", &place(&InboxPlace::of(last)))];
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        format!("<p><a href=\"/desk?{}\" rel=\"next\">Trang sau</a></p>\n", escaped(&query))
    });
    let main = format!(
        "<h1>Danh sách phiếu</h1>\n{}{}<details class=\"filter\">\n<summary>Đang xem: {}</summary>\n\
         <form method=\"get\" action=\"/desk\" class=\"filters\">\n{}<button>Xem</button>\n</form>\n</details>\n{list}{next}",
        frame::notice(words::done(asked("xong"))),
        unknown_unit(&service, &signed),
        escaped(&filter.said(&service)),
        filter.fields(&service, &signed)
    );
    Ok(frame::page(&service, &signed, "Danh sách phiếu", &main))
}

/// A slip when the user was added would show nothing, and nobody would know why.
fn unknown_unit(service: &Service, signed: &Signed) -> String {
    match signed.seat().unit() {
        Some(unit) if service.campaign().plan().actors.iter().all(|actor| actor.id != *unit) => format!(
            "<p class=\"notice\">Kế hoạch không có đơn vị «{unit}» nên ở đây không có phiếu nào. Xin báo người quản trị.</p>\n"
        ),
        _ => String::new(),
    }
}

fn item(service: &Service, entry: &Entry, text: Option<&str>) -> String {
    let campaign = service.campaign();
    let due = deadline(campaign, entry, service.now());
    let text = text.map_or("(nội dung gốc đã xoá)".to_owned(), glimpse);
    format!(
        "<li class=\"{}\">\n<p>{}</p>\n\
         <p><a href=\"/desk/phieu/{}\">Phiếu {}</a></p>\n<p>{}</p>\n{}<p class=\"about\">{} · mức độ {} · {} · {} · nhận {}</p>\n</li>\n",
        due.class,
        due.html(),
        entry.code.digits(),
        entry.code,
        escaped(&text),
        next(entry).map_or(String::new(), |next| format!("<p>Việc tiếp theo: <strong>{next}</strong></p>\n")),
        escaped(campaign.routes().labels.get(entry.standing.status, "vi")),
        words::urgency(entry.standing.urgency),
        words::kind(entry.kind),
        escaped(campaign.unit(&entry.standing.unit)),
        entry.standing.received_at.vietnamese(),
    )
}

/// What somebody has to do next with a feedback, whoever it is.
pub(super) fn next(entry: &Entry) -> Option<&'static str> {
    match entry.standing.status {
        Status::Answered if entry.publication == Publication::Unpublished => Some("duyệt công khai"),
        status => moves::first(status).map(words::task),
    }
}

fn glimpse(text: &str) -> String {
    let mut glimpse: String = text.chars().take(GLIMPSE).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if glimpse.len() < text.len() {
        glimpse.push('…');
    }
    glimpse
}

/// A place, as it stands in an address.
fn place(place: &InboxPlace) -> String {
    format!("{}.{}.{}", place.due, place.received, place.code.digits())
}

fn read_place(text: &str) -> Option<InboxPlace> {
    let mut parts = text.splitn(3, '.');
    let (due, received) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some(InboxPlace { due, received, code: parts.next()?.parse::<ReceiptCode>().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_what_is_open_unless_it_is_said() {
        let open = [Status::Received, Status::Accepted, Status::Forwarded, Status::Reopened];
        assert_eq!(Filter::new("", "").statuses(), open);
        assert_eq!(Filter::new("<b>", "<b>"), Filter::new("open", ""));
        assert_eq!(Filter::new("closed", "").statuses(), [Status::Closed]);
        assert_eq!(Filter::new("all", "phuong-mau").statuses(), Status::ALL);
        assert_eq!(Filter::new(Filter::of_role(Role::Publisher), "").statuses(), [Status::Answered]);
        assert_eq!(Filter::of_role(Role::Officer), "open");
    }

    #[test]
    fn a_place_is_read_as_it_was_written_or_not_at_all() {
        let code: ReceiptCode = "4821-9930-5127-7786-0311".parse().unwrap();
        let there = InboxPlace { due: i64::MAX, received: -5, code };
        assert_eq!(read_place(&place(&there)), Some(there));
        assert_eq!(
            [read_place(""), read_place("1.2"), read_place("1.2.3"), read_place("a.2.3")],
            [None, None, None, None]
        );
        assert_eq!(glimpse("một\nhai"), "một hai");
        assert_eq!(glimpse(&"a".repeat(121)), "a".repeat(120) + "…");
    }
}
