//! Where a bundle will live.

use std::fmt;
use std::str::FromStr;

use loa_plan::PlanId;

/// The address of a bundle as pages name it in `src="…"`; it ends with `/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Src(String);

/// Why a text is not the address of a bundle.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidAddress {
    /// It is relative to a page, of which there will be many.
    #[error("the address `{0}` does not begin with `/` or `https://`, expected for example `/loa/hanoi-2025/`")]
    Start(String),
    /// A character that ends an attribute or begins a query.
    #[error(
        "the address `{address}` has the character `{character}`, expected letters a–z, digits and `/ : . - _ ~ %`, for example `/loa/hanoi-2025/`"
    )]
    Character {
        /// The address.
        address: String,
        /// The character.
        character: char,
    },
    /// Another server, and not which.
    #[error("the address `{0}` names no server, expected for example `https://loa.example.vn/hanoi-2025/`")]
    NoServer(String),
}

impl Src {
    /// The usual place of a plan's bundle on an agency's own server: `/loa/hanoi-2025/`.
    #[must_use]
    pub fn of(plan: &PlanId) -> Self {
        Self(format!("/loa/{plan}/"))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path on its server: `/hanoi/` of `https://loa.example.vn/hanoi/`.
    #[must_use]
    pub fn path(&self) -> &str {
        match self.0.split_once("://") {
            Some((_, rest)) => rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/"),
            None => &self.0,
        }
    }

    /// Whether it is a path on the server of the page.
    pub(super) fn is_path(&self) -> bool {
        !self.0.starts_with("//") && self.0.starts_with('/')
    }
}

impl FromStr for Src {
    type Err = InvalidAddress;

    /// A missing `/` at the end is added.
    fn from_str(text: &str) -> Result<Self, InvalidAddress> {
        let local = text.starts_with('/') && !text.starts_with("//");
        let loopback = ["http://127.0.0.1", "http://localhost", "http://[::1]"]
            .iter()
            .any(|start| text.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/'])));
        if !local && !loopback && !text.starts_with("https://") {
            return Err(InvalidAddress::Start(text.to_owned()));
        }
        let rest = text.replace("[::1]", "");
        let fine = |c: &char| c.is_ascii_alphanumeric() || "/:.-_~%".contains(*c);
        if let Some(character) = rest.chars().find(|c| !fine(c)) {
            return Err(InvalidAddress::Character { address: text.to_owned(), character });
        }
        let server = text.strip_prefix("https://");
        if server.is_some_and(|server| !server.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[')) {
            return Err(InvalidAddress::NoServer(text.to_owned()));
        }
        Ok(Self(if text.ends_with('/') { text.to_owned() } else { format!("{text}/") }))
    }
}

impl fmt::Display for Src {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        text.parse::<Src>().map_or_else(|error| error.to_string(), |src| src.to_string())
    }

    #[test]
    fn an_address_ends_with_a_slash() {
        assert_eq!(read("/loa/hanoi-2025"), "/loa/hanoi-2025/");
        assert_eq!(read("https://loa.example.vn/hanoi/"), "https://loa.example.vn/hanoi/");
        assert_eq!(read("http://127.0.0.1:8080"), "http://127.0.0.1:8080/");
    }

    #[test]
    fn its_path_is_the_same_on_any_server() {
        for address in ["/loa/hanoi/", "https://loa.example.vn/loa/hanoi/", "http://[::1]:8080/loa/hanoi"] {
            assert_eq!(address.parse::<Src>().unwrap().path(), "/loa/hanoi/");
        }
        assert_eq!("https://loa.example.vn".parse::<Src>().unwrap().path(), "/");
    }

    #[test]
    fn another_server_has_a_name() {
        for wrong in ["https://", "https:///loa/", "https://:443/", "https://.vn/"] {
            assert_eq!(
                read(wrong),
                format!(
                    "the address `{wrong}` names no server, expected for example `https://loa.example.vn/hanoi-2025/`"
                )
            );
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        for wrong in ["loa/", "http://a.vn/", "//a.vn/", "javascript:1", "", "http://localhost.evil.vn/"] {
            assert_eq!(
                read(wrong),
                format!(
                    "the address `{wrong}` does not begin with `/` or `https://`, expected for example `/loa/hanoi-2025/`"
                )
            );
        }
        assert_eq!(
            read("/loa/\"onload"),
            "the address `/loa/\"onload` has the character `\"`, expected letters a–z, digits and `/ : . - _ ~ %`, for example `/loa/hanoi-2025/`"
        );
    }
}
