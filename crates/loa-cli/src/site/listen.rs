//! Where a server listens.

use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::str::FromStr;

/// An address and a port: `127.0.0.1:8080`, `[::1]:8080`, `localhost:8080`, or a port alone on this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ListenAddress(SocketAddr);

/// The text is not an address to listen on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an address to listen on, expected for example `127.0.0.1:8080`, or a port such as `8080`")]
pub(crate) struct InvalidListenAddress(String);

impl ListenAddress {
    pub(super) fn socket(self) -> SocketAddr {
        self.0
    }

    pub(super) fn with_port(self, port: u16) -> Self {
        Self(SocketAddr::new(self.0.ip(), port))
    }
}

impl FromStr for ListenAddress {
    type Err = InvalidListenAddress;

    fn from_str(text: &str) -> Result<Self, InvalidListenAddress> {
        let port = text.strip_prefix("localhost:").or_else(|| text.strip_prefix(':')).unwrap_or(text);
        let here = port.parse().ok().map(|port: u16| SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
        here.or_else(|| text.parse().ok()).map(Self).ok_or_else(|| InvalidListenAddress(text.to_owned()))
    }
}

impl fmt::Display for ListenAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        text.parse::<ListenAddress>().map_or_else(|error| error.to_string(), |address| address.to_string())
    }

    #[test]
    fn a_port_alone_is_on_this_machine() {
        assert_eq!(read("8080"), "127.0.0.1:8080");
        assert_eq!(read(":8080"), "127.0.0.1:8080");
        assert_eq!(read("localhost:8080"), "127.0.0.1:8080");
        assert_eq!(read("[::1]:0"), "[::1]:0");
        assert_eq!(read("0.0.0.0:80"), "0.0.0.0:80");
    }

    #[test]
    fn anything_else_is_refused_with_an_example() {
        for wrong in ["", "127.0.0.1", "example.vn:80", "127.0.0.1:70000"] {
            assert_eq!(
                read(wrong),
                format!(
                    "`{wrong}` is not an address to listen on, expected for example `127.0.0.1:8080`, or a port such as `8080`"
                )
            );
        }
    }
}
