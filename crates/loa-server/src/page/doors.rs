//! Which door is the right one: before anybody writes a line that somebody else would have to turn away.

use loa_feedback::Route;
use loa_plan::{Channel, Known, Text};

use super::{Asked, Frame, Html, escaped};
use crate::service::Service;

/// All doors, each as a link.
pub(super) fn choose(service: &Service, asked: &Asked) -> Html {
    let mut doors = String::new();
    for route in &service.campaign().routes().routes {
        let text = route.text.as_ref().map_or(String::new(), |text| format!("<br>{}", escaped(text.get("vi"))));
        doors.push_str(&format!(
            "<li><a href=\"?{}\">{}</a>{text}</li>\n",
            escaped(&query(asked, route.kind.as_str())),
            escaped(route.label.get("vi"))
        ));
    }
    let main = format!(
        "<h1>Gửi phản ánh, kiến nghị</h1>\n<p>Quý vị muốn nói về việc gì?</p>\n<ul class=\"doors\">\n{doors}</ul>\n\
         <p><a href=\"gui/tra-cuu\">Tra cứu phản ánh đã gửi</a></p>\n<p><a href=\"gui/bang\">Xem bảng phản ánh và trả lời</a></p>"
    );
    Frame::AT_GUI.page("Gửi phản ánh, kiến nghị", &main)
}

/// A door that leads elsewhere: where to, and why.
pub(super) fn elsewhere(service: &Service, route: &Route, asked: &Asked) -> Html {
    let label = route.label.get("vi");
    let mut main = format!("<h1>{}</h1>\n<p><strong>Việc này gửi ở nơi khác.</strong></p>\n", escaped(label));
    let mut paragraph = |text: &str| main.push_str(&format!("<p>{}</p>\n", escaped(text)));
    if let Some(reason) = &route.reason {
        paragraph(reason.get("vi"));
    }
    match &route.unit {
        Some(Known::Is(unit)) => paragraph(&format!("Nơi giải quyết: {}", unit.get("vi"))),
        Some(Known::Unknown { .. }) => paragraph("Nơi giải quyết: chưa có thông tin."),
        None => {}
    }
    let channels: String = service
        .campaign()
        .plan()
        .channels
        .iter()
        .filter(|channel| route.channels.contains(&channel.id))
        .map(|channel| format!("<li>{}</li>\n", self::channel(channel)))
        .collect();
    if !channels.is_empty() {
        main.push_str(&format!("<ul>\n{channels}</ul>\n"));
    }
    let back = Asked { actor: asked.actor.clone(), kind: String::new(), procedure: asked.procedure.clone() };
    main.push_str(&format!("<p><a href=\"?{}\">Chọn lại</a></p>", escaped(&query(&back, ""))));
    Frame::AT_GUI.page(label, &main)
}

/// A channel with what leads to it.
pub(super) fn channel(channel: &Channel) -> String {
    let Channel { title, url, phone, email, address, note, .. } = channel;
    let title = escaped(title.get("vi")).to_string();
    let mut text = match url {
        Some(url) if loa_plan::Address::new(url.as_str()).is_ok() => {
            format!("<a href=\"{}\">{title}</a>", escaped(url))
        }
        _ => title,
    };
    if let Some(phone) = phone {
        let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        text.push_str(&format!(": <a href=\"tel:{digits}\">{}</a>", escaped(phone)));
    }
    if let Some(email) = email {
        text.push_str(&format!(", <a href=\"mailto:{0}\">{0}</a>", escaped(email)));
    }
    for more in [address, note].into_iter().flatten().map(|more: &Text| more.get("vi")) {
        text.push_str(&format!(", {}", escaped(more)));
    }
    text
}

/// The query of the form's page; what is empty is left out.
fn query(asked: &Asked, kind: &str) -> String {
    let parts = [("actor", asked.actor.as_str()), ("kind", kind), ("procedure", asked.procedure.as_str())];
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(parts.into_iter().filter(|(_, value)| !value.is_empty()));
    query.finish()
}
