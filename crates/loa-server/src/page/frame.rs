//! What all pages have around them, and the headers that they are sent with.

use axum::http::header::{
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::response::{IntoResponse, Response};

use super::escaped;

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Html(pub String);

/// Where a page stands: what leads from it to the root of the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Frame {
    pub root: &'static str,
}

/// Nothing runs, nothing is fetched but the style sheet, forms lead here and nowhere else.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

impl Frame {
    /// For `/gui`.
    pub(crate) const AT_GUI: Self = Self { root: "" };
    /// For pages in a folder below, such as `/gui/tra-cuu`.
    pub(crate) const BELOW: Self = Self { root: "../" };
    /// For what `/api/feedback` answers to a form.
    pub(crate) const AT_API: Self = Self { root: "../" };

    /// A whole page around its main part.
    pub(crate) fn page(self, title: &str, main: &str) -> Html {
        let (title, root) = (escaped(title), self.root);
        Html(format!(
            "<!doctype html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"robots\" content=\"noindex\">\n<title>{title}</title>\n\
             <link rel=\"stylesheet\" href=\"{root}gui/style.css\">\n</head>\n<body>\n\
             <a class=\"skip\" href=\"#noi-dung\">Đến nội dung chính</a>\n<main id=\"noi-dung\">\n{main}\n</main>\n</body>\n</html>\n"
        ))
    }
}

impl IntoResponse for Html {
    fn into_response(self) -> Response {
        let headers = [
            (CONTENT_TYPE, "text/html; charset=utf-8"),
            (CONTENT_SECURITY_POLICY, POLICY),
            (X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (X_FRAME_OPTIONS, "DENY"),
            // A form that is sent from here says so, which `no-referrer` would keep it from.
            (REFERRER_POLICY, "same-origin"),
        ];
        (headers, self.0).into_response()
    }
}
