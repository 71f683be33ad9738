//! The form, what is wrong with it, and the receipt.

use loa_feedback::consent::{Consent, Need};
use loa_feedback::submission::HONEYPOT;
use loa_feedback::{Draft, Field, Kind, Receipt};

use super::doors::channel;
use super::fields::{Errors, Line, id, line, text, unit, wrong};
use super::{Frame, Html, escaped};
use crate::refusal::Refusal;
use crate::service::Service;

/// The form as far as it is filled in.
pub(super) fn form(service: &Service, draft: &Draft, errors: &Errors, frame: Frame) -> Html {
    let campaign = service.campaign();
    let kind = draft.kind.parse::<Kind>().ok();
    let label = kind.and_then(|kind| campaign.routes().route(kind)).map_or("", |route| route.label.get("vi"));
    let rules = campaign.rules(service.now().day());
    let mut fields = String::new();
    fields.push_str(&unit(rules.actors.iter().map(|actor| (actor, campaign.unit(actor))), draft.actor.trim(), errors));
    if kind == Some(Kind::Procedure) || !draft.procedure.is_empty() || has(Field::Procedure, errors) {
        fields.push_str(&line(
            &Line {
                field: Field::Procedure,
                label: "Mã thủ tục (nếu biết)",
                hint: "Mã có dạng 1.001193; nếu không biết, xin để trống.",
                value: &draft.procedure,
                attributes: "autocomplete=\"off\"",
            },
            errors,
        ));
    }
    fields.push_str(&text(&draft.text, errors));
    fields.push_str("<fieldset>\n<legend>Người gửi</legend>\n<p>Cơ quan cần biết để trả lời. Các thông tin này không được công khai.</p>\n");
    for (field, label, hint, value, attributes) in [
        (Field::Name, "Họ và tên", "", &draft.name, "autocomplete=\"name\" required"),
        (
            Field::Address,
            "Địa chỉ",
            "Số nhà, đường, phường hoặc xã.",
            &draft.address,
            "autocomplete=\"street-address\" required",
        ),
        (
            Field::Phone,
            "Số điện thoại",
            "Xin ghi ít nhất một trong hai: số điện thoại, thư điện tử.",
            &draft.phone,
            "type=\"tel\" autocomplete=\"tel\"",
        ),
        (Field::Email, "Thư điện tử", "", &draft.email, "type=\"email\" autocomplete=\"email\""),
    ] {
        fields.push_str(&line(&Line { field, label, hint, value, attributes }, errors));
    }
    fields.push_str("</fieldset>\n");
    fields.push_str(&consents(service, draft, errors));
    let hidden = [
        (Field::IdempotencyKey, &draft.idempotency_key),
        (Field::Campaign, &draft.campaign),
        (Field::Kind, &draft.kind),
    ];
    for (field, value) in hidden {
        let name = field.as_str();
        fields.push_str(&format!(
            "<input type=\"hidden\" id=\"{}\" name=\"{name}\" value=\"{}\">\n",
            id(name),
            escaped(value)
        ));
    }
    let root = frame.root;
    let again = if label.is_empty() {
        String::new()
    } else {
        format!("<p>Loại nội dung: {} (<a href=\"{root}gui\">chọn lại</a>)</p>\n", escaped(label))
    };
    let main = format!(
        "<h1>Gửi phản ánh, kiến nghị</h1>\n{}{again}<form method=\"post\" action=\"{root}api/feedback\" accept-charset=\"utf-8\">\n{fields}\
         <div class=\"trap\" aria-hidden=\"true\"><label for=\"o-{HONEYPOT}\">Để trống ô này</label>\n\
         <input id=\"o-{HONEYPOT}\" name=\"{HONEYPOT}\" value=\"\" tabindex=\"-1\" autocomplete=\"off\"></div>\n\
         <button>Gửi phản ánh</button>\n</form>",
        summary(errors)
    );
    let title =
        if errors.is_empty() { "Gửi phản ánh, kiến nghị" } else { "Lỗi: Gửi phản ánh, kiến nghị" };
    frame.page(title, &main)
}

fn has(field: Field, errors: &Errors) -> bool {
    errors.iter().any(|(name, _)| name == field.as_str())
}

/// Everything that is wrong, each a link to its field; it takes the focus where a browser lets it without a script.
fn summary(errors: &Errors) -> String {
    if errors.is_empty() {
        return String::new();
    }
    let mut list = String::new();
    for (field, message) in errors {
        let message = escaped(message);
        let is_on_page = !field.is_empty()
            && ![Field::IdempotencyKey, Field::Campaign, Field::Kind].iter().any(|hidden| hidden.as_str() == field);
        list.push_str(&if is_on_page {
            format!("<li><a href=\"#{}\">{message}</a></li>\n", id(field))
        } else {
            format!("<li>{message}</li>\n")
        });
    }
    format!(
        "<div class=\"summary\" role=\"alert\" tabindex=\"-1\" autofocus>\n<h2>Chưa gửi được</h2>\n<ul>\n{list}</ul>\n</div>\n"
    )
}

/// A box for each purpose, never ticked beforehand; what a person has ticked stays.
fn consents(service: &Service, draft: &Draft, errors: &Errors) -> String {
    let mut boxes = String::new();
    for consent in &service.campaign().consents().consents {
        boxes.push_str(&consent_box(service, draft, consent));
    }
    let wrong = wrong(Field::Consents, errors);
    let wrong = if wrong.is_empty() { wrong } else { format!("<p class=\"wrong\">{wrong}</p>\n") };
    format!("<fieldset id=\"o-consents\">\n<legend>Đồng ý</legend>\n{wrong}{boxes}</fieldset>\n")
}

fn consent_box(service: &Service, draft: &Draft, consent: &Consent) -> String {
    let Consent { purpose, version, need, text, data, controller, rights, withdraw, channels, .. } = consent;
    let value = format!("{purpose}@{}", version.value());
    let ticked = if draft.consents.iter().any(|given| given.trim() == value) { " checked" } else { "" };
    let need = match need {
        Need::Required => "cần có để gửi",
        Need::Optional => "không bắt buộc",
    };
    let data = data.iter().map(|text| text.get("vi")).collect::<Vec<_>>().join("; ");
    let plan = service.campaign().plan();
    let ways: Vec<String> = plan.channels.iter().filter(|one| channels.contains(&one.id)).map(channel).collect();
    let ways = if ways.is_empty() { String::new() } else { format!(" ({})", ways.join("; ")) };
    format!(
        "<div class=\"consent\"><input type=\"checkbox\" id=\"o-{purpose}\" name=\"consents\" value=\"{value}\" aria-describedby=\"o-{purpose}-ro\"{ticked}>\n\
         <label for=\"o-{purpose}\">{} ({need})</label>\n<p class=\"hint\" id=\"o-{purpose}-ro\">Dữ liệu: {}. Bên chịu trách nhiệm: {}. Quyền của quý vị: {} Cách rút lại: {}{ways}</p></div>\n",
        escaped(text.get("vi")),
        escaped(&data),
        escaped(service.campaign().unit(controller)),
        escaped(rights.get("vi")),
        escaped(withdraw.get("vi")),
    )
}

/// The code, and what happens next.
pub(super) fn receipt(service: &Service, draft: &Draft, receipt: &Receipt, frame: Frame) -> Html {
    let unit = draft.actor.trim().parse().ok();
    let unit = unit.as_ref().map_or("", |unit| service.campaign().unit(unit));
    let due = receipt.due_at.map_or("Chưa xác định được thời hạn tiếp nhận.".to_owned(), |due| {
        format!("Đơn vị xem xét tiếp nhận trước {}.", due.vietnamese())
    });
    let (root, code) = (frame.root, &receipt.code);
    let main = format!(
        "<h1>Đã nhận phản ánh</h1>\n<p>Mã phiếu của quý vị:</p>\n<p class=\"code\">{code}</p>\n\
         <p>Xin ghi lại hoặc chụp lại mã này để tra cứu kết quả.</p>\n\
         <ul>\n<li>Nhận lúc {}.</li>\n<li>Đơn vị nhận: {}.</li>\n<li>{due}</li>\n</ul>\n\
         <p><a href=\"{root}gui/tra-cuu?code={}\">Tra cứu phản ánh này</a></p>",
        receipt.received_at.vietnamese(),
        escaped(unit),
        code.digits(),
    );
    frame.page("Đã nhận phản ánh", &main)
}

/// What is wrong, when there is no form to show with it.
pub(super) fn only_said(refusal: &Refusal, frame: Frame) -> Html {
    let main = format!(
        "<h1>Gửi phản ánh, kiến nghị</h1>\n{}<p><a href=\"{}gui\">Mở biểu mẫu</a></p>",
        summary(&refusal.errors()),
        frame.root
    );
    frame.page("Lỗi: Gửi phản ánh, kiến nghị", &main)
}
