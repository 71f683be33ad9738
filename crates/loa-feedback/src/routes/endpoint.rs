//! Where the service is that a form sends to.

use std::fmt;
use std::str::FromStr;

use loa_plan::read::{Node, Read, Reader};

use crate::{BoardQuery, ReceiptCode};

/// Where a service is that answers the feedback contract: a path of the portal itself, such as `/phan-anh`, or the address
/// of another site, such as `https://phan-anh.example.gov.vn`.
///
/// ```
/// # use loa_feedback::routes::Endpoint;
/// let endpoint: Endpoint = "/phan-anh/".parse()?;
/// assert_eq!(endpoint.form(), "/phan-anh/api/feedback");
/// assert_eq!(endpoint.ratings(), "/phan-anh/api/ratings");
/// assert_eq!(endpoint.counts(), "/phan-anh/api/counts");
/// assert_eq!("/".parse::<Endpoint>()?.page(), "/gui");
/// # Ok::<(), loa_feedback::routes::InvalidEndpoint>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint(String);

/// Why a text is not an endpoint.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not where a service can be, expected a path such as `/phan-anh` or an address such as `https://phan-anh.example.gov.vn`"
)]
pub struct InvalidEndpoint(String);

impl Endpoint {
    /// As it was given, without a slash at the end; nothing for the root of the portal.
    #[must_use]
    pub fn base(&self) -> &str {
        &self.0
    }

    /// Where a form sends: `…/api/feedback`.
    #[must_use]
    pub fn form(&self) -> String {
        [&self.0, "/api/feedback"].concat()
    }

    /// Where a rating is sent: `…/api/ratings`.
    #[must_use]
    pub fn ratings(&self) -> String {
        [&self.0, "/api/ratings"].concat()
    }

    /// Where it is counted what people do with a guide: `…/api/counts`.
    #[must_use]
    pub fn counts(&self) -> String {
        [&self.0, "/api/counts"].concat()
    }

    /// The hosted page with a form: `…/gui`.
    #[must_use]
    pub fn page(&self) -> String {
        [&self.0, "/gui"].concat()
    }

    /// A page of the board: `…/api/board?campaign=…`.
    #[must_use]
    pub fn board(&self, query: &BoardQuery) -> String {
        [&self.0, "/api/board?", &query.to_string()].concat()
    }

    /// What has changed last on the board, for feed readers: `…/api/board.atom`.
    #[must_use]
    pub fn feed(&self) -> String {
        [&self.0, "/api/board.atom"].concat()
    }

    /// Where one feedback stands: `…/api/feedback/48219930512777860311`.
    #[must_use]
    pub fn lookup(&self, code: &ReceiptCode) -> String {
        [&self.0, "/api/feedback/", &code.digits()].concat()
    }

    /// The hosted page with the board: `…/gui/bang`.
    #[must_use]
    pub fn board_page(&self) -> String {
        [&self.0, "/gui/bang"].concat()
    }

    /// The hosted page that looks a code up: `…/gui/tra-cuu`.
    #[must_use]
    pub fn lookup_page(&self) -> String {
        [&self.0, "/gui/tra-cuu"].concat()
    }
}

impl FromStr for Endpoint {
    type Err = InvalidEndpoint;

    fn from_str(text: &str) -> Result<Self, InvalidEndpoint> {
        let text = text.trim();
        let site = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let is_good = match site {
            Some(site) => !site.is_empty() && !site.starts_with('/'),
            // Two slashes would name another site.
            None => text.starts_with('/') && !text.starts_with("//"),
        };
        let sign = |c: char| c.is_ascii_graphic() && !"\"'<>\\?#@`{}|^".contains(c);
        if is_good && text.chars().all(sign) {
            Ok(Self(text.trim_end_matches('/').to_owned()))
        } else {
            Err(InvalidEndpoint(text.chars().take(80).collect()))
        }
    }
}

/// As it is written in files and attributes: `/` for the root.
impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_empty() { "/" } else { &self.0 })
    }
}

impl serde::Serialize for Endpoint {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Endpoint {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        <String as serde::Deserialize>::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

impl Read for Endpoint {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let endpoint = reader.text(node)?.parse::<Self>();
        if let Err(error) = &endpoint {
            reader.problem(
                node.span,
                error.to_string(),
                "leave it out where no service answers; forms are then not shown",
            );
        }
        endpoint.ok()
    }

    fn example() -> &'static str {
        "\"/phan-anh\""
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_board_asks_for_is_below_the_endpoint() {
        let endpoint: Endpoint = "/phan-anh".parse().unwrap();
        let query = BoardQuery::all("ke-hoach".parse().unwrap());
        assert_eq!(endpoint.board(&query), "/phan-anh/api/board?campaign=ke-hoach");
        assert_eq!(endpoint.feed(), "/phan-anh/api/board.atom");
        assert_eq!(endpoint.board_page(), "/phan-anh/gui/bang");
        assert_eq!(endpoint.lookup_page(), "/phan-anh/gui/tra-cuu");
        let code = "4821-9930-5127-7786-0311".parse().unwrap();
        assert_eq!(endpoint.lookup(&code), "/phan-anh/api/feedback/48219930512777860311");
    }

    #[test]
    fn a_path_and_another_site_are_endpoints() {
        let form = |text: &str| text.parse::<Endpoint>().map(|endpoint| (endpoint.form(), endpoint.to_string()));
        let ok = |form: &str, written: &str| Ok((form.to_owned(), written.to_owned()));
        assert_eq!(form("/"), ok("/api/feedback", "/"));
        assert_eq!(form(" /phan-anh/ "), ok("/phan-anh/api/feedback", "/phan-anh"));
        assert_eq!(
            form("https://pa.example.gov.vn"),
            ok("https://pa.example.gov.vn/api/feedback", "https://pa.example.gov.vn")
        );
    }

    #[test]
    fn what_could_lead_elsewhere_is_none() {
        for wrong in [
            "",
            "phan-anh",
            "//evil.example",
            "https://",
            "https:///a",
            "javascript:alert(1)",
            "/a?b",
            "/a#b",
            "/a b",
            "/a\"",
            "https://a@b",
        ] {
            assert!(wrong.parse::<Endpoint>().is_err(), "{wrong}");
        }
        assert_eq!(
            "phan-anh".parse::<Endpoint>().unwrap_err().to_string(),
            "`phan-anh` is not where a service can be, expected a path such as `/phan-anh` or an address such as `https://phan-anh.example.gov.vn`"
        );
    }
}
