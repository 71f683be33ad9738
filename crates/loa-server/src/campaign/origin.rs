//! The sites whose pages may send feedback here.

use std::fmt;
use std::str::FromStr;

use loa_plan::read::{Node, Read, Reader};

/// An origin as browsers write it: `https://cong.example.vn`, with a port only where it is not the usual one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Origin(String);

/// Why a text is not an origin.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an origin, expected scheme and host alone, such as `https://cong.example.vn`")]
pub struct InvalidOrigin(String);

impl Origin {
    /// The origin as browsers write it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Origin {
    type Err = InvalidOrigin;

    fn from_str(text: &str) -> Result<Self, InvalidOrigin> {
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let sign = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | ':' | '[' | ']');
        let is_usual_port = (text.starts_with("https:") && text.ends_with(":443"))
            || (text.starts_with("http:") && text.ends_with(":80"));
        match host {
            Some(host) if !host.is_empty() && host.chars().all(sign) && !is_usual_port => Ok(Self(text.to_owned())),
            _ => Err(InvalidOrigin(text.chars().take(80).collect())),
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Read for Origin {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let origin = reader.text(node)?.parse::<Self>();
        if let Err(error) = &origin {
            reader.problem(
                node.span,
                error.to_string(),
                "write it as the browser's address bar begins, without a path",
            );
        }
        origin.ok()
    }

    fn example() -> &'static str {
        "\"https://cong.example.vn\""
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_scheme_and_host_alone() {
        for good in ["https://cong.example.vn", "http://127.0.0.1:8080", "http://[::1]:8080"] {
            assert_eq!(good.parse::<Origin>().map(|origin| origin.to_string()), Ok(good.to_owned()));
        }
        for wrong in ["*", "null", "https://", "https://a.vn/", "https://A.vn", "https://a.vn:443", "a.vn"] {
            assert!(wrong.parse::<Origin>().is_err(), "{wrong}");
        }
        assert_eq!(
            "https://a.vn/".parse::<Origin>().unwrap_err().to_string(),
            "`https://a.vn/` is not an origin, expected scheme and host alone, such as `https://cong.example.vn`"
        );
    }
}
