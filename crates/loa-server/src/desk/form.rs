//! Forms that come to the desk: only from its own pages, of the session that they were shown to.

use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use loa_feedback::submission::clean;

use super::session::{Signed, signed};
use super::token::Token;
use super::trouble::{Lost, Trouble};
use crate::service::Service;
use crate::{body, visitor};

/// How many bytes a form of the desk has at most: an answer of the greatest length, each sign as nine.
const BYTES: usize = 262_144;

/// More fields than any page of the desk has.
const FIELDS: usize = 500;

/// The field with the seal of the session.
pub(super) const SEAL: &str = "dau";

/// The field with a password.
pub(super) const PASSWORD: &str = "password";

/// What was filled in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    fn parse(body: &[u8]) -> Self {
        let field = |(name, value): (std::borrow::Cow<'_, str>, std::borrow::Cow<'_, str>)| {
            // Nothing of a password is taken away.
            let value = if name == PASSWORD { value.into_owned() } else { clean(&value) };
            (name.into_owned(), value)
        };
        Self(form_urlencoded::parse(body).take(FIELDS).map(field).collect())
    }

    /// The first value of a field; empty when there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// All values of a field.
    pub(super) fn all<'f>(&'f self, name: &str) -> impl Iterator<Item = &'f str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// What somebody wrote and would not like to write again.
    pub(super) fn written(&self) -> impl Iterator<Item = &str> {
        let long = |name: &str| matches!(name, "text" | "question" | "answer" | "because" | "why");
        self.0.iter().filter(move |(name, value)| long(name) && !value.is_empty()).map(|(_, value)| value.as_str())
    }
}

/// A form of somebody who is signed in.
pub(super) async fn read(service: &Service, request: Request) -> Result<(Signed, Fields), Trouble> {
    let (headers, fields) = unsealed(service, request).await?;
    if !is_of_this_site(service, &headers) {
        return Err(Trouble::Lost(Lost::Seal, fields));
    }
    let signed = match signed(service, &headers).await {
        Ok(signed) => signed,
        Err(trouble) => return Err(trouble.with(fields)),
    };
    if !signed.token.sealed(fields.get(SEAL)) {
        return Err(Trouble::Lost(Lost::Seal, fields));
    }
    Ok((signed, fields))
}

/// A form of somebody who is not signed in yet, with the token of the page that it is of.
pub(super) async fn read_of_guest(
    service: &Service,
    request: Request,
    guest: impl Fn(&HeaderMap) -> Option<Token>,
) -> Result<Fields, Trouble> {
    let (headers, fields) = unsealed(service, request).await?;
    let sealed = guest(&headers).is_some_and(|token| token.sealed(fields.get(SEAL)));
    if sealed && is_of_this_site(service, &headers) {
        return Ok(fields);
    }
    Err(Trouble::Lost(Lost::Seal, Fields::default()))
}

async fn unsealed(service: &Service, request: Request) -> Result<(HeaderMap, Fields), Trouble> {
    let (parts, body) = request.into_parts();
    let kind = parts.headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.split(';').next().map(str::trim) != Some("application/x-www-form-urlencoded") {
        return Err(Trouble::Unread);
    }
    let body = body::read_at_most(body, BYTES, service.campaign().settings()).await?;
    Ok((parts.headers, Fields::parse(&body)))
}

/// Whether a browser says that a form is of another site; sites that may send feedback may not work at the desk.
fn is_of_this_site(service: &Service, headers: &HeaderMap) -> bool {
    let fetched = headers.get("sec-fetch-site").is_none_or(|site| site == "same-origin" || site == "none");
    let site = visitor::site(headers, service.campaign().settings());
    fetched && matches!(site, visitor::Site::Same | visitor::Site::Unsaid)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_taken_out_as_it_is_of_what_people_send() {
        let fields = Fields::parse("text=0912%E2%80%8B345%C2%AD678%E2%81%A0&password=%20a%E2%80%8B".as_bytes());
        assert_eq!((fields.get("text"), fields.get(PASSWORD)), ("0912345678", " a\u{200b}"));
    }

    #[test]
    fn a_field_has_its_first_value_or_all() {
        let fields = Fields::parse(b"a=1&a=2&text=x&keep=y&text=");
        assert_eq!((fields.get("a"), fields.get("b")), ("1", ""));
        assert_eq!(fields.all("a").collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!(fields.written().collect::<Vec<_>>(), ["x"]);
    }
}
