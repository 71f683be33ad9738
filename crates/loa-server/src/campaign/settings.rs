//! What a campaign decides about its service: `service.toml`.

use std::net::IpAddr;

use loa_plan::read::{Document, Node, Read, ReadError, Reader, toml};
use loa_plan::{Count, Format};

use super::Origin;

/// Whether something is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switch {
    /// It is.
    On,
    /// It is not.
    Off,
}

loa_plan::read_words!(Switch { "on" => On, "off" => Off });

/// What a campaign decides about its service; a campaign without `service.toml` has [`Settings::default`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The sites whose pages may send here, beside the service's own.
    pub origins: Vec<Origin>,
    /// Proxies in front of the service, whose `X-Forwarded-For` is believed.
    pub proxies: Vec<IpAddr>,
    /// Whether what people do with guides is counted.
    pub counts: Switch,
    /// Whether information is rated.
    pub ratings: Switch,
    /// How many days after a feedback is closed its sender is erased; none when the campaign does not say.
    pub keep_days: Option<u64>,
    /// How many feedbacks, ratings and counts one address may send in a minute, and how many receipt codes it may try that
    /// nobody was given.
    ///
    /// Whole districts share an address behind a phone company's network, so it is not small.
    pub address_per_minute: u64,
    /// How many the whole campaign takes in a minute.
    pub campaign_per_minute: u64,
    /// How many bytes a request may have.
    pub body_bytes: u64,
    /// Within how many seconds a request must have come.
    pub body_seconds: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            origins: Vec::new(),
            proxies: Vec::new(),
            counts: Switch::Off,
            ratings: Switch::On,
            keep_days: None,
            address_per_minute: 60,
            campaign_per_minute: 6_000,
            body_bytes: 65_536,
            body_seconds: 10,
        }
    }
}

struct File {
    #[expect(dead_code, reason = "the only version so far; reading it is what matters")]
    format: Format,
    origins: Vec<Origin>,
    proxies: Vec<Proxy>,
    counts: Option<Switch>,
    ratings: Option<Switch>,
    keep_days: Option<Count>,
    limits: Option<Limits>,
}

struct Limits {
    address_per_minute: Option<Count>,
    campaign_per_minute: Option<Count>,
    body_bytes: Option<Count>,
    body_seconds: Option<Count>,
}

loa_plan::read_record!(File { format, origins, proxies, counts, ratings, keep_days, limits });
loa_plan::read_record!(Limits { address_per_minute, campaign_per_minute, body_bytes, body_seconds });

struct Proxy(IpAddr);

impl Read for Proxy {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.text(node)?;
        let address = text.parse().map(Self);
        if address.is_err() {
            let message = format!("`{text}` is not the address of a proxy, expected for example `127.0.0.1`");
            reader.problem(node.span, message, "write the address from which its requests come");
        }
        address.ok()
    }

    fn example() -> &'static str {
        "\"127.0.0.1\""
    }
}

impl Settings {
    /// Reads `service.toml`; `file` is the name that problems carry.
    ///
    /// # Errors
    /// [`ReadError`] with every problem and its place.
    pub fn read(file: &str, text: &str) -> Result<Self, ReadError> {
        let Document { value, .. } = toml::<File>(file, text)?;
        let usual = Self::default();
        let limits = value.limits.as_ref();
        let limit = |of: fn(&Limits) -> Option<Count>, usual| limits.and_then(of).map_or(usual, |count| count.value());
        Ok(Self {
            origins: value.origins,
            proxies: value.proxies.into_iter().map(|Proxy(address)| address).collect(),
            counts: value.counts.unwrap_or(usual.counts),
            ratings: value.ratings.unwrap_or(usual.ratings),
            keep_days: value.keep_days.map(|days| days.value()),
            address_per_minute: limit(|limits| limits.address_per_minute, usual.address_per_minute),
            campaign_per_minute: limit(|limits| limits.campaign_per_minute, usual.campaign_per_minute),
            body_bytes: limit(|limits| limits.body_bytes, usual.body_bytes),
            body_seconds: limit(|limits| limits.body_seconds, usual.body_seconds),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_as_usual() {
        assert_eq!(Settings::read("service.toml", "format = 1\n"), Ok(Settings::default()));
        let text = "format = 1\norigins = [\"https://cong.example.vn\"]\nproxies = [\"::1\"]\ncounts = \"on\"\n\
                    keep_days = 365\n[limits]\naddress_per_minute = 5\n";
        let settings = Settings::read("service.toml", text).unwrap();
        assert_eq!((settings.counts, settings.ratings), (Switch::On, Switch::On));
        assert_eq!((settings.keep_days, settings.address_per_minute), (Some(365), 5));
        assert_eq!(settings.proxies, ["::1".parse::<IpAddr>().unwrap()]);
    }

    #[test]
    fn every_problem_is_told_with_its_place() {
        let text = "format = 1\norigins = [\"*\"]\nproxies = [\"nginx\"]\ncounts = true\n";
        expect_test::expect![[r#"
            service.toml:2:12: `*` is not an origin, expected scheme and host alone, such as `https://cong.example.vn`
              help: write it as the browser's address bar begins, without a path
            service.toml:3:12: `nginx` is not the address of a proxy, expected for example `127.0.0.1`
              help: write the address from which its requests come
            service.toml:4:10: `true` is true or false, expected a word in quotes
              help: write one of `on`, `off` in quotes"#]]
        .assert_eq(&Settings::read("service.toml", text).unwrap_err().to_string());
    }
}
