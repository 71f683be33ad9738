//! Who asks, as far as it must be known: the address for the limits, the site that the page is of.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::http::header::{HOST, ORIGIN};
use axum::http::{Extensions, HeaderMap};

use crate::campaign::Settings;

/// Where a connection comes from; the server puts it beside each request.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub SocketAddr);

/// The address that limits are counted for: of the connection, or what a proxy that is trusted says.
pub(crate) fn address(headers: &HeaderMap, extensions: &Extensions, settings: &Settings) -> IpAddr {
    let peer = extensions.get::<Peer>().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |Peer(peer)| peer.ip());
    let is_proxy = |address: &IpAddr| settings.proxies.iter().any(|proxy| *proxy == address.to_canonical());
    if !is_proxy(&peer) {
        return peer;
    }
    // Each proxy adds at the right whom it was asked by; what stands further left anybody may have made up.
    let forwarded = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let hops: Vec<&str> = forwarded.flat_map(|value| value.split(',')).map(str::trim).collect();
    let told = hops.iter().rev().map_while(|hop| hop_address(hop)).find(|address| !is_proxy(address));
    told.unwrap_or(peer)
}

/// IIS writes the port behind an address, and IPv6 addresses then stand in brackets.
fn hop_address(hop: &str) -> Option<IpAddr> {
    let bare = hop.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(hop);
    bare.parse().ok().or_else(|| hop.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

/// The site of the page that a request comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Site<'h> {
    /// No browser says so: a program, or a page of ours that was opened by hand.
    Unsaid,
    /// The service's own, or one behind the same proxy.
    Same,
    /// Another one, which the campaign names.
    Named(&'h str),
    /// Another one.
    Foreign,
}

pub(crate) fn site<'h>(headers: &'h HeaderMap, settings: &Settings) -> Site<'h> {
    let Some(origin) = headers.get(ORIGIN) else { return Site::Unsaid };
    let Ok(origin) = origin.to_str() else { return Site::Foreign };
    // Scripts cannot set this header; a proxy that changes `Host` leaves it alone.
    if headers.get("sec-fetch-site").is_some_and(|site| site == "same-origin") {
        return Site::Same;
    }
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    if settings.origins.iter().any(|known| known.as_str() == origin) {
        Site::Named(origin)
    } else if !host.is_empty() && origin.split_once("://").is_some_and(|(_, site)| site == host) {
        Site::Same
    } else {
        Site::Foreign
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn only_a_proxy_that_is_trusted_says_who_asks() {
        let settings = Settings { proxies: vec!["127.0.0.1".parse().unwrap()], ..Settings::default() };
        let from = |peer: &str, forwarded: &str| {
            let mut extensions = Extensions::new();
            extensions.insert(Peer(SocketAddr::new(peer.parse().unwrap(), 1)));
            address(&headers(&[("x-forwarded-for", forwarded)]), &extensions, &settings).to_string()
        };
        assert_eq!(from("192.0.2.7", "203.0.113.9"), "192.0.2.7");
        assert_eq!(from("127.0.0.1", "198.51.100.1, 203.0.113.9"), "203.0.113.9");
        assert_eq!(from("127.0.0.1", "203.0.113.9, 127.0.0.1"), "203.0.113.9");
        assert_eq!(from("127.0.0.1", "unknown"), "127.0.0.1");
        // As IIS writes them.
        assert_eq!(from("127.0.0.1", "198.51.100.1, 203.0.113.9:50123"), "203.0.113.9");
        assert_eq!(from("127.0.0.1", "203.0.113.9:50123, 127.0.0.1:443"), "203.0.113.9");
        assert_eq!(from("127.0.0.1", "[2001:db8::7]:50123"), "2001:db8::7");
        assert_eq!(from("127.0.0.1", "[2001:db8::7]"), "2001:db8::7");
    }

    #[test]
    fn a_site_is_our_own_or_named_or_foreign() {
        let settings = Settings { origins: vec!["https://cong.example.vn".parse().unwrap()], ..Settings::default() };
        let of = |pairs: &[(&'static str, &str)]| format!("{:?}", site(&headers(pairs), &settings));
        assert_eq!(of(&[("host", "a.vn")]), "Unsaid");
        assert_eq!(of(&[("host", "a.vn"), ("origin", "https://a.vn")]), "Same");
        assert_eq!(of(&[("host", "upstream"), ("origin", "https://a.vn"), ("sec-fetch-site", "same-origin")]), "Same");
        assert_eq!(
            of(&[("host", "a.vn"), ("origin", "https://cong.example.vn")]),
            "Named(\"https://cong.example.vn\")"
        );
        for foreign in ["https://b.vn", "null", "https://cong.example.vn.b.vn", "http://cong.example.vn"] {
            assert_eq!(of(&[("host", "a.vn"), ("origin", foreign)]), "Foreign", "{foreign}");
        }
    }
}
