//! The board as a page: a filter, the newest feedback, and a link to what came before.

use loa_feedback::submission::units;
use loa_feedback::{BoardPage, BoardQuery, Status};

use super::{Frame, Html, escaped, shown};
use crate::refusal::Refusal;
use crate::service::Service;

const TITLE: &str = "Bảng phản ánh và trả lời";

/// The page that a query asks for.
pub(super) fn page(service: &Service, query: &BoardQuery, page: &BoardPage) -> Html {
    let items: String = page.items.iter().map(|view| shown::entry(service, view)).collect();
    let list = match (items.is_empty(), &query.cursor) {
        (false, _) => format!("<ol class=\"board\">\n{items}</ol>\n"),
        (true, None) => "<p>Chưa có phản ánh nào như vậy.</p>\n".to_owned(),
        (true, Some(_)) => "<p>Không còn phản ánh nào cũ hơn.</p>\n".to_owned(),
    };
    let mut links = String::new();
    if let Some(next) = &page.next {
        let next = query.from_place(next.clone()).to_string();
        links.push_str(&format!("<p><a rel=\"next\" href=\"?{}\">Xem thêm phản ánh cũ hơn</a></p>\n", escaped(&next)));
    }
    if query.cursor.is_some() {
        let first = BoardQuery { cursor: None, ..query.clone() }.to_string();
        links.push_str(&format!("<p><a href=\"?{}\">Về các phản ánh mới nhất</a></p>\n", escaped(&first)));
    }
    drawn(&format!("{}{list}{links}", filter(service, query)))
}

/// The page when there is nothing to show: why, and a way on.
pub(super) fn refused(refusal: &Refusal) -> Html {
    let sentence = match refusal {
        Refusal::Malformed(_) | Refusal::NotFound(_) => "Địa chỉ này không đúng nên không lọc được.".to_owned(),
        _ => refusal.errors().into_iter().next().map_or(String::new(), |(_, sentence)| sentence),
    };
    drawn(&format!(
        "<p class=\"wrong\"><strong>Lỗi:</strong> {}</p>\n<p><a href=\"bang\">Xem tất cả phản ánh</a></p>\n",
        escaped(&sentence)
    ))
}

fn drawn(inner: &str) -> Html {
    let main = format!(
        "<h1>{TITLE}</h1>\n<p>Mọi phản ánh đã nhận, mới nhất ở trên. Không có thông tin của người gửi.</p>\n{inner}\
         <p><a href=\"tra-cuu\">Tra cứu theo mã phiếu</a></p>\n<p><a href=\"../api/board.atom\">Theo dõi bằng trình đọc tin (Atom)</a></p>\n\
         <p><a href=\"../gui\">Gửi phản ánh mới</a></p>"
    );
    Frame::BELOW.page(TITLE, &main)
}

/// Two lists and a button: a choice alone changes nothing, so that nobody is surprised.
fn filter(service: &Service, query: &BoardQuery) -> String {
    let campaign = service.campaign();
    let option = |value: &str, name: &str, chosen: bool| {
        let selected = if chosen { " selected" } else { "" };
        format!("<option value=\"{}\"{selected}>{}</option>\n", escaped(value), escaped(name))
    };
    let mut actors = option("", "Tất cả đơn vị", query.actor.is_none());
    for unit in units(campaign.plan(), campaign.routes()) {
        actors.push_str(&option(unit.id.as_str(), campaign.unit(&unit.id), query.actor.as_ref() == Some(&unit.id)));
    }
    let mut statuses = option("", "Mọi trạng thái", query.status.is_none());
    for status in Status::ALL {
        let label = campaign.routes().labels.get(*status, "vi");
        statuses.push_str(&option(status.as_str(), label, query.status == Some(*status)));
    }
    format!(
        "<form method=\"get\" action=\"bang\">\n\
         <div class=\"field\"><label for=\"o-actor\">Đơn vị</label>\n<select id=\"o-actor\" name=\"actor\">\n{actors}</select></div>\n\
         <div class=\"field\"><label for=\"o-status\">Trạng thái</label>\n<select id=\"o-status\" name=\"status\">\n{statuses}</select></div>\n\
         <button>Xem</button>\n</form>\n"
    )
}
