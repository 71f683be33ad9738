//! What somebody at the desk reads when something cannot be done.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::form::Fields;
use super::frame;
use crate::page::escaped;
use crate::refusal::Refusal;
use crate::service::NoRandomness;
use crate::store::StoreError;

/// Why a page is not shown, or something is not done.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Trouble {
    /// Nobody is signed in.
    SignIn,
    /// A form came after the session had ended, or from elsewhere; what was typed is given back.
    Lost(Lost, Fields),
    /// There is none, or it is another unit's.
    NotFound,
    /// Another seat may.
    NotYours,
    /// More than is taken.
    TooLarge,
    /// It did not come in time.
    TooSlow,
    /// It did not come as a form.
    Unread,
    /// The database cannot be used now.
    Unavailable,
    /// Nobody knows whether it was done.
    Unknown,
    /// Too many sign in at once.
    Busy,
}

/// Why a form is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lost {
    /// The session has ended.
    Session,
    /// It is not of a page that this session was shown.
    Seal,
    /// What it is about is gone, or with another unit now.
    Gone,
    /// The database cannot be used now.
    Unavailable,
    /// Nobody knows whether it was done.
    Unknown,
}

impl Trouble {
    /// The same with what was typed, which nobody wants to type again because the database is away.
    pub(super) fn with(self, fields: Fields) -> Self {
        match self {
            Self::SignIn => Self::Lost(Lost::Session, fields),
            Self::NotFound => Self::Lost(Lost::Gone, fields),
            Self::Unavailable => Self::Lost(Lost::Unavailable, fields),
            Self::Unknown => Self::Lost(Lost::Unknown, fields),
            other => other,
        }
    }

    fn said(&self) -> (StatusCode, &'static str, &'static str) {
        match self {
            Self::SignIn | Self::Lost(Lost::Session, _) => (
                StatusCode::UNAUTHORIZED,
                "Phiên làm việc đã hết",
                "Việc vừa rồi chưa được ghi. Xin đăng nhập rồi làm lại.",
            ),
            Self::Lost(Lost::Seal, _) => (
                StatusCode::FORBIDDEN,
                "Biểu mẫu không còn dùng được",
                "Việc vừa rồi chưa được ghi. Xin mở lại trang rồi làm lại.",
            ),
            Self::NotFound | Self::Lost(Lost::Gone, _) => (
                StatusCode::NOT_FOUND,
                "Không tìm thấy",
                "Không có phiếu hoặc trang này, hoặc phiếu thuộc đơn vị khác.",
            ),
            Self::NotYours => (StatusCode::FORBIDDEN, "Không có quyền", "Tài khoản này không được làm việc đó."),
            Self::TooLarge => {
                (StatusCode::PAYLOAD_TOO_LARGE, "Nội dung quá dài", "Việc vừa rồi chưa được ghi. Xin viết gọn lại.")
            }
            Self::TooSlow => (
                StatusCode::REQUEST_TIMEOUT,
                "Đường truyền quá chậm",
                "Việc vừa rồi chưa được ghi. Xin quay lại trang trước rồi gửi lại.",
            ),
            Self::Unread => (
                StatusCode::BAD_REQUEST,
                "Chưa nhận được nội dung",
                "Việc vừa rồi chưa được ghi. Xin mở lại trang rồi làm lại.",
            ),
            Self::Unavailable | Self::Lost(Lost::Unavailable, _) => (
                StatusCode::SERVICE_UNAVAILABLE,
                "Hệ thống đang bận",
                "Việc vừa rồi chưa được ghi. Xin thử lại sau ít phút.",
            ),
            Self::Unknown | Self::Lost(Lost::Unknown, _) => {
                (StatusCode::SERVICE_UNAVAILABLE, "Chưa rõ kết quả", "Chưa rõ đã ghi hay chưa, xin xem lại phiếu.")
            }
            Self::Busy => (
                StatusCode::SERVICE_UNAVAILABLE,
                "Hệ thống đang bận",
                "Có nhiều người đang đăng nhập cùng lúc. Xin thử lại sau ít phút.",
            ),
        }
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        tracing::error!(error = %error, "the store has failed at the desk");
        if matches!(error, StoreError::Unknown) { Self::Unknown } else { Self::Unavailable }
    }
}

impl From<NoRandomness> for Trouble {
    fn from(error: NoRandomness) -> Self {
        tracing::error!(error = %error, "no token");
        Self::Unavailable
    }
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::TooLarge => Self::TooLarge,
            Refusal::TooSlow => Self::TooSlow,
            _ => Self::Unread,
        }
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        if self == Self::SignIn {
            return Redirect::to("/desk/dang-nhap").into_response();
        }
        let (status, title, sentence) = self.said();
        let mut main = format!("<h1>{title}</h1>\n<p role=\"alert\">{sentence}</p>\n");
        if let Self::Lost(_, fields) = &self {
            for text in fields.written() {
                main.push_str(&format!(
                    "<div class=\"field\"><label>Nội dung vừa viết, để sao lại\n<textarea rows=\"6\" readonly>\n{}</textarea></label></div>\n",
                    escaped(text)
                ));
            }
        }
        main.push_str("<p><a href=\"/desk\">Về danh sách phiếu</a></p>");
        (status, frame::bare(title, &main)).into_response()
    }
}
