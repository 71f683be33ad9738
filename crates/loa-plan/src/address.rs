//! Where a link leads.

use std::fmt;

/// The address of a link: a page, a phone number or a mailbox.
///
/// Nothing else is let through, so that a guide can never carry a script into a portal's page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Address(String);

/// Why a text is not the address of a link.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a full address, expected `https://…`, `tel:…` or `mailto:…`")]
pub struct InvalidAddress(String);

/// What an address may begin with; `http://` is let through here and is a finding of the checks.
const BEGINNINGS: [&str; 4] = ["https://", "http://", "tel:", "mailto:"];

impl Address {
    /// Makes an address.
    ///
    /// # Errors
    /// [`InvalidAddress`] when it leads to something else, or holds a space or a control character.
    pub fn new(text: impl Into<String>) -> Result<Self, InvalidAddress> {
        let text = text.into();
        let goes_on = |beginning: &str| text.strip_prefix(beginning).is_some_and(|rest| !rest.is_empty());
        let clean = !text.chars().any(|c| c.is_whitespace() || c.is_control());
        if clean && BEGINNINGS.iter().any(|beginning| goes_on(beginning)) {
            Ok(Self(text))
        } else {
            Err(InvalidAddress(text))
        }
    }

    /// The address as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is a page, which may change or vanish; a phone number does not.
    #[must_use]
    pub fn is_page(&self) -> bool {
        self.0.starts_with("http")
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> serde::Deserialize<'de> for Address {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::new(String::deserialize(from)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_phone_numbers_and_mailboxes_are_addresses_and_nothing_else_is() {
        for address in ["https://dichvucong.gov.vn", "http://a.vn", "tel:19001009", "mailto:a@b.vn"] {
            assert!(Address::new(address).is_ok(), "{address}");
        }
        for wrong in ["javascript:alert(1)", "data:text/html,x", "//a.vn", "khai-tu.md", "https://", "https://a b", ""]
        {
            assert!(Address::new(wrong).is_err(), "{wrong}");
        }
        assert_eq!(
            Address::new("dichvucong.gov.vn").unwrap_err().to_string(),
            "`dichvucong.gov.vn` is not a full address, expected `https://…`, `tel:…` or `mailto:…`"
        );
    }
}
