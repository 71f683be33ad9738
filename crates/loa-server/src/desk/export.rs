//! `/desk/xuat`: what somebody may see, as a file. It is sent page by page, however much it is, and recorded.

use std::collections::HashMap;
use std::io;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::response::Response;
use http_body_util::channel::{Channel, Sender};
use loa_feedback::Moment;
use serde_json::{Value, json};

use super::deadline::deadline;
use super::frame::{self, Page, seal};
use super::inbox::Filter;
use super::session::Signed;
use super::{Trouble, form, table, words};
use crate::service::Service;
use crate::store::{Entry, InboxOrder, InboxPlace, InboxQuery, Person, StoreError};

/// How many are read at once.
const PAGE: usize = 200;

/// The two forms of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Csv,
    Json,
}

/// Whether the senders are in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Senders {
    In,
    Out,
}

const HEADINGS: [&str; 15] = [
    "Mã phiếu",
    "Loại",
    "Mã thủ tục",
    "Đơn vị đang giữ",
    "Đơn vị nhận đầu tiên",
    "Trạng thái",
    "Mức độ",
    "Nhận lúc",
    "Hạn đến",
    "Tình hình hạn",
    "Lý do kết thúc",
    "Công khai",
    "Câu hỏi công khai",
    "Câu trả lời công khai",
    "Trả lời lúc",
];

const SENDER_HEADINGS: [&str; 5] = ["Họ và tên", "Địa chỉ", "Số điện thoại", "Thư điện tử", "Nội dung gốc"];

pub(super) async fn get(State(service): State<Service>, signed: Signed) -> Page {
    let senders = if signed.seat().sees_senders() {
        "<div class=\"consent\"><input type=\"checkbox\" id=\"o-senders\" name=\"senders\" value=\"in\">\n\
         <label for=\"o-senders\">Kèm người gửi và nội dung gốc (dữ liệu cá nhân)</label></div>\n"
    } else {
        ""
    };
    let main = format!(
        "<h1>Xuất dữ liệu</h1>\n<p>Mỗi lần xuất được ghi vào nhật ký.</p>\n<form method=\"post\" action=\"/desk/xuat\">\n{}{}\
         <div class=\"field\"><label for=\"o-format\">Dạng tệp</label>\n<select id=\"o-format\" name=\"format\">\n\
         <option value=\"csv\">CSV (mở bằng Excel)</option>\n<option value=\"json\">JSON</option>\n</select></div>\n\
         {senders}<button class=\"main\">Xuất</button>\n</form>",
        seal(&signed),
        Filter::new("all", "").fields(&service, &signed)
    );
    frame::page(&service, &signed, "Xuất dữ liệu", &main)
}

pub(super) async fn post(State(service): State<Service>, request: Request) -> Result<Response, Trouble> {
    let (signed, fields) = form::read(&service, request).await?;
    let format = if fields.get("format") == "json" { Format::Json } else { Format::Csv };
    let senders = match fields.get("senders") {
        "in" if !signed.seat().sees_senders() => return Err(Trouble::NotYours),
        "in" => Senders::In,
        _ => Senders::Out,
    };
    let filter = Filter::new(fields.get("status"), fields.get("unit"));
    let query = InboxQuery { order: InboxOrder::Received, ..filter.query(&service, &signed, None, PAGE) };
    let mut act = signed.act(&service, "export", None);
    let said = json!({ "status": filter.status, "unit": query.unit, "senders": senders == Senders::In });
    act.detail = Some(said.to_string());
    service.store().record(&act).await?;
    let (sender, body) = Channel::<Bytes, io::Error>::new(2);
    let today = service.now().day();
    tokio::spawn(async move {
        // Whoever goes away in the middle has not got a whole file, and sees that.
        drop(send(&service, query, format, senders, sender).await);
    });
    let (kind, ending) = match format {
        Format::Csv => ("text/csv; charset=utf-8", "csv"),
        Format::Json => ("application/json; charset=utf-8", "json"),
    };
    let mut response = Response::new(Body::new(body));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"phan-anh-{today}.{ending}\"")) {
        headers.insert(CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

/// Why a file was not sent to its end.
enum Broken {
    Gone,
    Store(StoreError),
}

impl From<StoreError> for Broken {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

async fn send(
    service: &Service,
    query: InboxQuery,
    format: Format,
    senders: Senders,
    mut to: Sender<Bytes, io::Error>,
) -> Result<(), Broken> {
    match pages(service, query, format, senders, &mut to).await {
        Err(Broken::Store(error)) => {
            tracing::error!(error = %error, "an export was broken off");
            to.abort(io::Error::other("the database cannot be used now"));
            Err(Broken::Store(error))
        }
        other => other,
    }
}

async fn pages(
    service: &Service,
    mut query: InboxQuery,
    format: Format,
    senders: Senders,
    to: &mut Sender<Bytes, io::Error>,
) -> Result<(), Broken> {
    let (zone, now) = (service.campaign().zone(), service.now());
    let mut text = match format {
        Format::Csv => {
            let sender_headings = SENDER_HEADINGS.iter().filter(|_| senders == Senders::In);
            table::BEGINNING.to_owned() + &table::line(HEADINGS.iter().chain(sender_headings).copied())
        }
        Format::Json => "[".to_owned(),
    };
    let mut count = 0_u64;
    loop {
        let entries = service.store().inbox(&query, zone).await?;
        let codes = entries.iter().map(|entry| &entry.code);
        let mut persons = match senders {
            Senders::In => service.store().persons(&query.campaign, codes).await?,
            Senders::Out => HashMap::new(),
        };
        for entry in &entries {
            let person = persons.remove(&entry.code.digits());
            match format {
                Format::Csv => text.push_str(&row(service, entry, senders, person, now)),
                Format::Json => {
                    text.push_str(if count == 0 { "\n" } else { ",\n" });
                    text.push_str(&object(entry, senders, person).to_string());
                }
            }
            count += 1;
        }
        let is_last = entries.len() < PAGE;
        if is_last && format == Format::Json {
            text.push_str("\n]\n");
        }
        to.send_data(Bytes::from(std::mem::take(&mut text))).await.map_err(|_| Broken::Gone)?;
        match entries.last() {
            Some(last) if !is_last => query.after = Some(InboxPlace::of(last)),
            _ => return Ok(()),
        }
    }
}

fn row(service: &Service, entry: &Entry, senders: Senders, person: Option<Person>, now: Moment) -> String {
    let campaign = service.campaign();
    let standing = &entry.standing;
    let moment = |moment: Option<Moment>| moment.map(Moment::vietnamese).unwrap_or_default();
    let mut cells = vec![
        entry.code.to_string(),
        words::kind(entry.kind).to_owned(),
        entry.procedure.as_ref().map(|code| code.as_str().to_owned()).unwrap_or_default(),
        campaign.unit(&standing.unit).to_owned(),
        campaign.unit(&standing.addressed_to).to_owned(),
        campaign.routes().labels.get(standing.status, "vi").to_owned(),
        words::urgency(standing.urgency).to_owned(),
        standing.received_at.vietnamese(),
        moment(entry.due_at),
        deadline(campaign, entry, now).words,
        standing.closed_because.map(|reason| reason.vietnamese().to_owned()).unwrap_or_default(),
        words::publication(entry.publication).to_owned(),
        entry.question.as_ref().map(|text| text.as_str().to_owned()).unwrap_or_default(),
        entry.answer.as_ref().map(|answer| answer.text.as_str().to_owned()).unwrap_or_default(),
        moment(entry.answer.as_ref().map(|answer| answer.answered_at)),
    ];
    if senders == Senders::In {
        cells.extend(person.map_or_else(Default::default, |person| {
            let Person { name, address, phone, email, text, .. } = person;
            [name, address, phone.unwrap_or_default(), email.unwrap_or_default(), text]
        }));
    }
    table::line(cells.iter().map(String::as_str))
}

fn object(entry: &Entry, senders: Senders, person: Option<Person>) -> Value {
    let standing = &entry.standing;
    let mut object = json!({
        "code": entry.code,
        "kind": entry.kind,
        "procedure": entry.procedure.as_ref().map(|code| code.as_str()),
        "unit": standing.unit,
        "addressed_to": standing.addressed_to,
        "status": standing.status,
        "urgency": standing.urgency,
        "received_at": standing.received_at,
        "due_at": entry.due_at,
        "closed_because": standing.closed_because,
        "publication": entry.publication,
        "question": entry.question,
        "answer": entry.answer.as_ref().map(|answer| &answer.text),
        "answered_at": entry.answer.as_ref().map(|answer| answer.answered_at),
    });
    if let (Senders::In, Some(fields)) = (senders, object.as_object_mut()) {
        let sender = person.map(|Person { name, address, phone, email, text, consents }| {
            json!({ "name": name, "address": address, "phone": phone, "email": email, "text": text, "consents": consents })
        });
        fields.insert("sender".to_owned(), sender.unwrap_or(Value::Null));
    }
    object
}
