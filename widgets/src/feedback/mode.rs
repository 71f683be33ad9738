//! What a page offers: a form, a link to one, or the official channels alone.

use crate::view::View;

/// What a page offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// A form that is sent to the endpoint.
    Form,
    /// A link to the endpoint's own page with a form.
    Link,
    /// No form, since nothing would take it in: the official channels, by their names.
    Channels,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Self; 3] = [Self::Form, Self::Link, Self::Channels];

    /// What an element asks for: without an endpoint, or with one that is none, there is never a form.
    #[must_use]
    pub fn of(view: &View) -> Self {
        match (view.service(), view.kind.as_deref()) {
            (None, _) => Self::Channels,
            (Some(_), Some("link")) => Self::Link,
            (Some(_), Some("channels")) => Self::Channels,
            (Some(_), _) => Self::Form,
        }
    }

    /// Its name: in the attribute `kind`, in the name of its static HTML.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Link => "link",
            Self::Channels => "channels",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_good_endpoint_there_is_never_a_form() {
        let mode = |endpoint: Option<&str>, kind: Option<&str>| {
            let text = |text: &str| text.to_owned();
            Mode::of(&View { endpoint: endpoint.map(text), kind: kind.map(text), ..View::still("/") })
        };
        assert_eq!(mode(Some("/"), None), Mode::Form);
        assert_eq!(mode(Some("/pa"), Some("else")), Mode::Form);
        assert_eq!(mode(Some("/pa"), Some("link")), Mode::Link);
        assert_eq!(mode(Some("/pa"), Some("channels")), Mode::Channels);
        for endpoint in [None, Some("pa"), Some("//evil.example")] {
            assert_eq!(mode(endpoint, Some("form")), Mode::Channels, "{endpoint:?}");
        }
    }
}
