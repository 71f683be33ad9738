//! A published bundle, reached over HTTP.

use std::io::Read;
use std::thread;
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
    #[error(
        "the server has no `{0}` (404); check the address, which is that of the folder with `bundle.json`, or have the bundle published again"
    )]
    NotFound(String),
    #[error("the server sends `{address}` on to `{to}`; give the address of that folder instead")]
    Moved { address: String, to: String },
    #[error("the server answers {status} to `{address}`; try again later, or ask whoever runs it")]
    Status { address: String, status: u16 },
    #[error(
        "`{address}` has more than the {limit} bytes that are expected; if the bundle is being changed right now, try again later"
    )]
    TooLong { address: String, limit: u64 },
    #[error("`{address}` cannot be reached; check the address and the network, and try again")]
    Unreachable {
        address: String,
        #[source]
        source: Box<ureq::Error>,
    },
    #[error("the answer to `{address}` breaks off; try again")]
    BreaksOff {
        address: String,
        #[source]
        source: std::io::Error,
    },
}

/// Longer than any file of a bundle takes on a poor line.
const PATIENCE: Duration = Duration::from_secs(120);

/// Longer than any server takes to say that it is there.
const TO_CONNECT: Duration = Duration::from_secs(10);

/// What passes by itself has often passed after one of these.
const PAUSES: [Duration; 2] = [Duration::from_millis(200), Duration::from_secs(1)];

/// How much of an address that a server gives is shown, in characters.
const MAX_SHOWN: usize = 80;

impl FetchError {
    /// Whether the next try may go better.
    fn may_pass(&self) -> bool {
        match self {
            Self::Status { status, .. } => *status >= 500,
            Self::Unreachable { .. } | Self::BreaksOff { .. } => true,
            Self::NotFound(_) | Self::Moved { .. } | Self::TooLong { .. } => false,
        }
    }
}

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
        let folder = address.strip_suffix("/bundle.json").unwrap_or(address).trim_end_matches('/');
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_per_call(Some(PATIENCE))
            .timeout_connect(Some(TO_CONNECT))
            .user_agent(concat!("loa/", env!("CARGO_PKG_VERSION")));
        // A safe address must not lead on to one that is not.
        let config = if is_here { config.max_redirects(0).proxy(None) } else { config.https_only(scheme == "https") };
        Ok(Self { agent: config.build().into(), address: format!("{folder}/") })
    }

    fn fetch(&self, address: &str, limit: u64) -> Result<Vec<u8>, FetchError> {
        let named = || address.to_owned();
        let response = self
            .agent
            .get(address)
            .call()
            .map_err(|source| FetchError::Unreachable { address: named(), source: Box::new(source) })?;
        let to = response.headers().get("location").and_then(|to| to.to_str().ok());
        match (response.status().as_u16(), to) {
            (200, _) => {}
            (404, _) => return Err(FetchError::NotFound(named())),
            (300..400, Some(to)) => {
                return Err(FetchError::Moved { address: named(), to: to.chars().take(MAX_SHOWN).collect() });
            }
            (status, _) => return Err(FetchError::Status { address: named(), status }),
        }
        let mut bytes = Vec::new();
        let body = response.into_body().into_reader();
        // One byte more than allowed tells a file that is too long from one that just fits.
        body.take(limit.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|source| FetchError::BreaksOff { address: named(), source })?;
        if bytes.len() as u64 > limit {
            return Err(FetchError::TooLong { address: named(), limit });
        }
        Ok(bytes)
    }
}

impl Remote for HttpBundle {
    type Error = FetchError;

    fn get(&self, path: &BundlePath, limit: u64) -> Result<Vec<u8>, FetchError> {
        let address = format!("{}{path}", self.address);
        for pause in PAUSES {
            match self.fetch(&address, limit) {
                Err(error) if error.may_pass() => thread::sleep(pause),
                done => return done,
            }
        }
        self.fetch(&address, limit)
    }
}

#[cfg(test)]
mod tests;
