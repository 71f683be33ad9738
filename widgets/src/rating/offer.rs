//! What a page offers to rate: a guide, the information of the campaign, or nothing.

use crate::view::View;

/// What a page offers to rate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    /// One guide, by its id.
    Guide(String),
    /// What the campaign says on this page.
    Campaign,
    /// Nothing, since nobody would count it.
    Closed,
}

impl Offer {
    /// What an element asks for: without an endpoint, or with one that is none, there is nothing to press.
    #[must_use]
    pub fn of(view: &View) -> Self {
        match (view.service(), &view.guide) {
            (None, _) => Self::Closed,
            (Some(_), Some(guide)) => Self::Guide(guide.clone()),
            (Some(_), None) => Self::Campaign,
        }
    }

    /// The name of its static HTML. No id has a dot, so no guide can bear that of another thing.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Guide(guide) => ["guide.", guide].concat(),
            Self::Campaign => "all".to_owned(),
            Self::Closed => "closed".to_owned(),
        }
    }

    /// What the service calls it; nothing is rated where it is closed.
    #[must_use]
    pub fn subject(&self, campaign: &str) -> Option<String> {
        match self {
            Self::Guide(guide) => Some(["guide/", guide].concat()),
            Self::Campaign => Some(["campaign/", campaign].concat()),
            Self::Closed => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_good_endpoint_nothing_can_be_rated() {
        let offer = |endpoint: Option<&str>, guide: Option<&str>| {
            let text = |text: &str| text.to_owned();
            Offer::of(&View { endpoint: endpoint.map(text), guide: guide.map(text), ..View::still("/") })
        };
        assert_eq!(offer(Some("/"), None), Offer::Campaign);
        assert_eq!(offer(Some("/pa"), Some("khai-sinh")), Offer::Guide("khai-sinh".to_owned()));
        for endpoint in [None, Some("pa"), Some("//evil.example")] {
            assert_eq!(offer(endpoint, Some("khai-sinh")), Offer::Closed, "{endpoint:?}");
        }
    }

    #[test]
    fn each_thing_has_a_name_and_a_subject_of_its_own() {
        let guide = Offer::Guide("all".to_owned());
        assert_eq!([guide.name(), Offer::Campaign.name(), Offer::Closed.name()], ["guide.all", "all", "closed"]);
        let subjects = [guide, Offer::Campaign, Offer::Closed].map(|offer| offer.subject("ke-hoach"));
        assert_eq!(subjects, [Some("guide/all".to_owned()), Some("campaign/ke-hoach".to_owned()), None]);
    }
}
