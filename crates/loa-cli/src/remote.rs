//! A published bundle, reached over HTTP.

use std::io::Read;
use std::time::Duration;

use loa_bundle::Remote;
use loa_bundle::manifest::BundlePath;
use ureq::http::Uri;

/// A bundle at an address.
pub(crate) struct HttpBundle {
    agent: ureq::Agent,
    address: String,
}

/// Why an address is not that of a bundle.
#[derive(Debug, thiserror::Error)]
pub(crate) enum InvalidAddress {
    #[error("`{0}` is not an address, expected for example `https://loa.example.vn/hanoi-2025/`")]
    NotAnAddress(String),
    #[error(
        "the address `{0}` is not safe, expected `https://`; `http://` is for this machine only, such as `http://127.0.0.1:8080/`"
    )]
    NotSafe(String),
    #[error("the address `{0}` has a query, expected that of a folder, such as `https://loa.example.vn/hanoi-2025/`")]
    Query(String),
}

/// Why a file could not be fetched.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FetchError {
    #[error("the server answers {status} to `{address}`")]
    Status { address: String, status: u16 },
    #[error("`{address}` has more than the {limit} bytes that are expected")]
    TooLong { address: String, limit: u64 },
    #[error("`{address}` cannot be reached: {source}")]
    Unreachable { address: String, source: Box<ureq::Error> },
    #[error("the answer to `{address}` breaks off: {source}")]
    BreaksOff { address: String, source: std::io::Error },
}

/// Longer than any file of a bundle takes on a poor line.
const PATIENCE: Duration = Duration::from_secs(120);

impl HttpBundle {
    /// The bundle at `address`, which may also name its `bundle.json`.
    pub(crate) fn at(address: &str) -> Result<Self, InvalidAddress> {
        let uri: Uri = address.parse().map_err(|_| InvalidAddress::NotAnAddress(address.to_owned()))?;
        let (Some(scheme), Some(host)) = (uri.scheme_str(), uri.host()) else {
            return Err(InvalidAddress::NotAnAddress(address.to_owned()));
        };
        let is_here = matches!(host, "127.0.0.1" | "localhost" | "[::1]");
        if scheme != "https" && !(scheme == "http" && is_here) {
            return Err(InvalidAddress::NotSafe(address.to_owned()));
        }
        if uri.query().is_some() || address.contains('#') {
            return Err(InvalidAddress::Query(address.to_owned()));
        }
        let folder = address.strip_suffix("bundle.json").unwrap_or(address).trim_end_matches('/');
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_per_call(Some(PATIENCE))
            .user_agent(concat!("loa/", env!("CARGO_PKG_VERSION")));
        // A safe address must not lead on to one that is not.
        let config = if is_here { config.max_redirects(0).proxy(None) } else { config.https_only(scheme == "https") };
        Ok(Self { agent: config.build().into(), address: format!("{folder}/") })
    }
}

impl Remote for HttpBundle {
    type Error = FetchError;

    fn get(&self, path: &BundlePath, limit: u64) -> Result<Vec<u8>, FetchError> {
        let address = || format!("{}{path}", self.address);
        let response = self
            .agent
            .get(address())
            .call()
            .map_err(|source| FetchError::Unreachable { address: address(), source: Box::new(source) })?;
        if response.status() != 200 {
            return Err(FetchError::Status { address: address(), status: response.status().as_u16() });
        }
        let mut bytes = Vec::new();
        let body = response.into_body().into_reader();
        // One byte more than allowed tells a file that is too long from one that just fits.
        body.take(limit.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|source| FetchError::BreaksOff { address: address(), source })?;
        if bytes.len() as u64 > limit {
            return Err(FetchError::TooLong { address: address(), limit });
        }
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(address: &str) -> String {
        HttpBundle::at(address).map_or_else(|error| error.to_string(), |bundle| bundle.address)
    }

    #[test]
    fn an_address_may_name_the_folder_or_the_list() {
        assert_eq!(read("https://loa.example.vn/hanoi"), "https://loa.example.vn/hanoi/");
        assert_eq!(read("https://loa.example.vn/hanoi/bundle.json"), "https://loa.example.vn/hanoi/");
        assert_eq!(read("http://127.0.0.1:8080/"), "http://127.0.0.1:8080/");
        assert_eq!(read("http://[::1]:8080/"), "http://[::1]:8080/");
    }

    #[test]
    fn an_address_that_is_not_safe_is_refused() {
        for address in ["http://loa.example.vn/", "ftp://loa.example.vn/", "http://127.0.0.1.example.vn/"] {
            assert_eq!(
                read(address),
                format!(
                    "the address `{address}` is not safe, expected `https://`; `http://` is for this machine only, such as `http://127.0.0.1:8080/`"
                )
            );
        }
        assert_eq!(
            read("loa.example.vn"),
            "`loa.example.vn` is not an address, expected for example `https://loa.example.vn/hanoi-2025/`"
        );
        assert_eq!(
            read("https://loa.example.vn/?a=b"),
            "the address `https://loa.example.vn/?a=b` has a query, expected that of a folder, such as `https://loa.example.vn/hanoi-2025/`"
        );
    }
}
