//! Answers that say no: one envelope for programs, `{"errors":[{"field","message"}]}`, and one sentence for people.

use axum::Json;
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use loa_feedback::{Problems, Receipt};
use serde_json::{Value, json};

use crate::store::StoreError;
use crate::throttle::TooMuch;

/// Why a request is not met.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Refusal {
    /// What was sent breaks rules of the contract.
    Wrong(Problems),
    /// The key was used for something else.
    Other(Receipt),
    /// Parameters or a body that no form of ours sends; the sentence is for developers.
    Malformed(String),
    /// A message that cannot be read; the sentence is for developers.
    Unread(String),
    /// Neither JSON nor a form.
    MediaType,
    /// More bytes than are taken.
    TooLarge,
    /// It did not come in time.
    TooSlow,
    /// Too much was sent.
    TooMuch(TooMuch),
    /// Too many codes were tried that nobody was given.
    Guesses(TooMuch),
    /// A page of a site that the campaign does not name.
    Foreign,
    /// There is no such thing.
    NotFound(&'static str),
    /// The campaign does not offer it.
    Off(&'static str),
    /// A feedback cannot be kept now; nothing was.
    Unavailable,
    /// Something else cannot be done now.
    Busy,
    /// Nobody knows whether it was done.
    Unknown,
}

/// What the sender of a feedback reads when the database cannot be used; never that something was kept.
pub(crate) const UNAVAILABLE: &str =
    "Hệ thống đang bận nên chưa nhận được phản ánh này. Xin giữ trang và gửi lại sau ít phút; gửi lại không bị trùng.";

/// What people read when something else cannot be done now.
const BUSY: &str = "Hệ thống đang bận. Xin thử lại sau ít phút.";

impl Refusal {
    /// What the sender of a feedback is told when the store has failed: sending it again is always harmless.
    pub(crate) fn not_taken_in(error: &StoreError) -> Self {
        tracing::error!(error = %error, "the store has failed");
        Self::Unavailable
    }

    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::Wrong(_) | Self::Unread(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Other(_) => StatusCode::CONFLICT,
            Self::Malformed(_) => StatusCode::BAD_REQUEST,
            Self::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::TooMuch(_) | Self::Guesses(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Foreign => StatusCode::FORBIDDEN,
            Self::NotFound(_) | Self::Off(_) => StatusCode::NOT_FOUND,
            Self::Unavailable | Self::Busy | Self::Unknown => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// What is wrong, by field; a sentence that is about no field has an empty one.
    pub(crate) fn errors(&self) -> Vec<(String, String)> {
        let sentence = match self {
            Self::Wrong(problems) => {
                return problems.errors.iter().map(|one| (one.field.to_string(), one.message.clone())).collect();
            }
            Self::Other(receipt) => {
                let message = format!(
                    "Phản ánh gửi trước đó từ biểu mẫu này đã được nhận với mã {}; nội dung vừa sửa thì chưa. Muốn gửi thêm, xin mở biểu mẫu mới.",
                    receipt.code
                );
                return vec![("idempotency_key".to_owned(), message)];
            }
            Self::Malformed(message) | Self::Unread(message) => message.clone(),
            Self::MediaType => "send `application/json` or `application/x-www-form-urlencoded`".to_owned(),
            Self::TooLarge => "Nội dung gửi lên quá lớn. Xin viết gọn lại.".to_owned(),
            Self::TooSlow => "Đường truyền quá chậm nên chưa nhận đủ nội dung. Xin gửi lại.".to_owned(),
            Self::TooMuch(TooMuch { seconds }) => {
                format!("Có quá nhiều lượt gửi trong một phút. Xin gửi lại sau {seconds} giây.")
            }
            Self::Guesses(TooMuch { seconds }) => {
                format!("Có quá nhiều mã phiếu không đúng trong một phút. Xin tra cứu lại sau {seconds} giây.")
            }
            Self::Foreign => {
                "Trang này chưa được đăng ký để gửi phản ánh. Xin gửi từ trang chính thức của cơ quan.".to_owned()
            }
            Self::NotFound(message) | Self::Off(message) => (*message).to_owned(),
            Self::Unavailable => UNAVAILABLE.to_owned(),
            Self::Busy => BUSY.to_owned(),
            Self::Unknown => "Chưa rõ đã ghi nhận hay chưa. Xin đừng gửi lại.".to_owned(),
        };
        vec![(String::new(), sentence)]
    }

    fn json(&self) -> Value {
        let errors: Vec<Value> =
            self.errors().into_iter().map(|(field, message)| json!({ "field": field, "message": message })).collect();
        match self {
            Self::Other(receipt) => json!({ "errors": errors, "receipt": receipt }),
            _ => json!({ "errors": errors }),
        }
    }

    /// Adds what belongs to the answer whatever its form.
    pub(crate) fn mark(&self, mut response: Response) -> Response {
        *response.status_mut() = self.status();
        let wait = match self {
            Self::TooMuch(TooMuch { seconds }) | Self::Guesses(TooMuch { seconds }) => Some(*seconds),
            Self::Unavailable | Self::Busy => Some(5),
            _ => None,
        };
        if let Some(seconds) = wait {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        tracing::error!(error = %error, "the store has failed");
        if matches!(error, StoreError::Unknown) { Self::Unknown } else { Self::Busy }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        self.mark(Json(self.json()).into_response())
    }
}
