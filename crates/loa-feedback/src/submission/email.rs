//! E-mail addresses, checked for what a slip of the finger does to them.

use std::fmt;

use crate::spelling::plain;

/// The longest address, in characters.
pub const MAX_EMAIL: usize = 254;

/// An e-mail address; the part after the `@` in small letters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct EmailAddress(String);

/// Why a text is not an e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not an e-mail address, expected for example `ten@vidu.vn`")]
pub struct InvalidEmail;

impl EmailAddress {
    /// Takes an address of the usual form; whether somebody reads what is sent there is not known.
    ///
    /// # Errors
    /// [`InvalidEmail`] when it has no `@`, no point after it, or a sign that addresses do not have.
    pub fn new(text: &str) -> Result<Self, InvalidEmail> {
        let text: String =
            plain(text.trim()).chars().filter(|c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}')).collect();
        let (local, domain) = text.rsplit_once('@').ok_or(InvalidEmail)?;
        let domain = domain.to_lowercase();
        let local_sign = |c: char| c.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c);
        let good_local = (1..=64).contains(&local.len())
            && local.chars().all(local_sign)
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..");
        let good_label = |label: &str| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        };
        let labels: Vec<&str> = domain.split('.').collect();
        let last = labels.last().copied().unwrap_or_default();
        let good_domain = labels.len() >= 2
            && labels.iter().all(|label| good_label(label))
            && last.chars().count() >= 2
            && !last.chars().all(|c| c.is_ascii_digit());
        if good_local && good_domain && text.chars().count() <= MAX_EMAIL {
            Ok(Self(format!("{local}@{domain}")))
        } else {
            Err(InvalidEmail)
        }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_sign_and_a_point() {
        let read = |text: &str| EmailAddress::new(text).map(|address| address.to_string());
        assert_eq!(read(" Lan.Nguyen+pakn@Gmail.COM "), Ok("Lan.Nguyen+pakn@gmail.com".to_owned()));
        assert_eq!(read("a@b.vn"), Ok("a@b.vn".to_owned()));
        for wrong in [
            "",
            "lan",
            "lan@",
            "@gmail.com",
            "lan@gmail",
            "lan@@gmail.com",
            "lan gmail@com.vn",
            "lan@-gmail.com",
            ".lan@gmail.com",
            "la..n@gmail.com",
            "lan@gmail..com",
            "lan@1.2.3.4",
            "lan@gmail.c",
            "a@b.vn\r\nBcc: c@d.vn",
        ] {
            assert_eq!(read(wrong), Err(InvalidEmail), "{wrong}");
        }
        assert_eq!(EmailAddress::new(&format!("{}@a.vn", "a".repeat(65))), Err(InvalidEmail));
        assert_eq!(InvalidEmail.to_string(), "this is not an e-mail address, expected for example `ten@vidu.vn`");
    }
}
