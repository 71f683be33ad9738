//! Tokens: what a browser keeps, what the database keeps of it, and what forms carry.

use axum::http::HeaderMap;
use axum::http::header::{COOKIE, HOST};
use axum::http::{Extensions, HeaderValue};
use sha2::{Digest, Sha256};

use crate::service::{NoRandomness, random};
use crate::visitor::Peer;

/// 256 random bits, as 64 hexadecimal digits.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Token(String);

/// The two cookies. A visitor who has not signed in has one of another name, so that opening the sign-in page from
/// elsewhere, when a browser sends no cookies, does not put an end to a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Jar {
    Session,
    Guest,
}

impl Jar {
    fn name(self) -> &'static str {
        match self {
            Self::Session => "loa_desk",
            Self::Guest => "loa_desk_guest",
        }
    }

    /// The token that a browser sends.
    pub(super) fn read(self, headers: &HeaderMap) -> Option<Token> {
        let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
        let pairs = cookies.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
        pairs.filter(|(name, _)| *name == self.name()).find_map(|(_, value)| Token::read(value))
    }

    /// The header that gives a browser a token, for so many seconds.
    pub(super) fn set(self, token: &Token, seconds: i64, secure: Secure) -> Option<HeaderValue> {
        self.header(&token.0, seconds, secure)
    }

    /// The header that takes it away.
    pub(super) fn clear(self, secure: Secure) -> Option<HeaderValue> {
        self.header("", 0, secure)
    }

    fn header(self, value: &str, seconds: i64, secure: Secure) -> Option<HeaderValue> {
        let secure = if secure == Secure::Yes { "; Secure" } else { "" };
        let name = self.name();
        HeaderValue::from_str(&format!(
            "{name}={value}; Path=/desk; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}"
        ))
        .ok()
    }
}

/// Whether a cookie is sent over TLS alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Secure {
    Yes,
    /// A browser on this machine talks to us without anything in between.
    No,
}

impl Secure {
    pub(super) fn of(headers: &HeaderMap, extensions: &Extensions) -> Self {
        let peer = extensions.get::<Peer>().is_none_or(|Peer(peer)| peer.ip().to_canonical().is_loopback());
        let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
        let name =
            host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit())).map_or(host, |it| it.0);
        let is_here = matches!(name, "localhost" | "127.0.0.1" | "[::1]");
        let is_forwarded = ["x-forwarded-for", "x-forwarded-proto", "forwarded", "via", "x-real-ip"]
            .iter()
            .any(|name| headers.contains_key(*name));
        if peer && is_here && !is_forwarded { Self::No } else { Self::Yes }
    }
}

impl Token {
    pub(super) fn new() -> Result<Self, NoRandomness> {
        let hex = |bytes: [u8; 16]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        Ok(Self(hex(random()?) + &hex(random()?)))
    }

    fn read(text: &str) -> Option<Self> {
        let is_hex = text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        is_hex.then(|| Self(text.to_owned()))
    }

    /// What the database keeps; the token does not follow from it.
    pub(super) fn hash(&self) -> String {
        digest(&["loa desk session", &self.0])
    }

    /// What the forms of this token's pages carry; the token does not follow from it.
    pub(super) fn seal(&self) -> String {
        digest(&["loa desk form", &self.0])
    }

    /// Whether a form is of this token's pages. Digests are compared, so that the time says nothing about the seal.
    pub(super) fn sealed(&self, given: &str) -> bool {
        digest(&[&self.seal()]) == digest(&[given])
    }
}

/// SHA-256 of several texts, each with its end, as hexadecimal digits.
pub(super) fn digest(texts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text.as_bytes());
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_never_the_same_and_its_seal_fits_it_alone() {
        let (one, two) = (Token::new().unwrap(), Token::new().unwrap());
        assert!(one != two && one.hash() != one.seal() && one.0.len() == 64);
        assert!(one.sealed(&one.seal()) && !one.sealed(&two.seal()) && !one.sealed(""));
    }

    #[test]
    fn a_cookie_is_for_the_desk_alone_and_not_for_scripts() {
        let token = Token::read(&"a1".repeat(32)).unwrap();
        let header = Jar::Session.set(&token, 60, Secure::Yes).unwrap();
        let expected =
            format!("loa_desk={}; Path=/desk; Max-Age=60; HttpOnly; SameSite=Strict; Secure", "a1".repeat(32));
        assert_eq!(header.to_str().unwrap(), expected);
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, format!("a=b; loa_desk=x; loa_desk={}", "a1".repeat(32)).parse().unwrap());
        assert!(Jar::Session.read(&headers) == Some(token) && Jar::Guest.read(&headers).is_none());
    }

    #[test]
    fn only_a_browser_on_this_machine_does_without_tls() {
        let of = |pairs: &[(&'static str, &str)]| {
            let headers = pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
            Secure::of(&headers, &Extensions::new())
        };
        for here in ["localhost:8080", "127.0.0.1", "[::1]:8080", "[::1]"] {
            assert_eq!(of(&[("host", here)]), Secure::No, "{here}");
        }
        assert_eq!(of(&[("host", "127.0.0.1:8080"), ("x-forwarded-for", "192.0.2.1")]), Secure::Yes);
        assert_eq!(of(&[("host", "phan-anh.example.vn")]), Secure::Yes);
        assert_eq!(of(&[]), Secure::Yes);
    }
}
