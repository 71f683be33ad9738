//! Whether there is a service to ask.

use crate::view::View;

/// What an element can offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Filter, lookup, and what the service knows now.
    Live,
    /// The official channels, by their names: there is no service to ask.
    Channels,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Self; 2] = [Self::Live, Self::Channels];

    /// What an element offers: without an endpoint, or with one that is none, nothing that asks.
    #[must_use]
    pub fn of(view: &View) -> Self {
        if view.service().is_some() { Self::Live } else { Self::Channels }
    }

    /// Its name: in the static HTML, in the name of its file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Live => "all",
            Self::Channels => "channels",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_good_endpoint_nothing_asks() {
        let mode =
            |endpoint: Option<&str>| Mode::of(&View { endpoint: endpoint.map(str::to_owned), ..View::still("/") });
        assert_eq!([mode(Some("/")), mode(Some("https://a.example"))], [Mode::Live; 2]);
        assert_eq!([mode(None), mode(Some("pa")), mode(Some("//evil.example"))], [Mode::Channels; 3]);
    }
}
