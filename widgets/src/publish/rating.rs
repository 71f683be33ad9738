//! Ratings as they are published: one form for each guide, one for the campaign, and the words where nobody counts.

use loa_feedback::routes::Endpoint;
use loa_plan::Plan;
use loa_procedure::guide::Guide;
use yew::Html;

use crate::rating::{Offer, RatingSlice, content};
use crate::slice::Languages;
use crate::view::View;

/// The slice of ratings.
pub(super) fn slice(languages: &Languages, build: &str) -> RatingSlice {
    RatingSlice { build: build.to_owned(), languages: languages.clone() }
}

/// What can be rated, with its static HTML; without an endpoint nothing can.
pub(super) fn offers(plan: &Plan, guides: &[Guide], endpoint: Option<&Endpoint>, view: &View) -> Vec<(Offer, Html)> {
    let mut offers = vec![Offer::Closed];
    if endpoint.is_some() {
        offers.push(Offer::Campaign);
        offers.extend(guides.iter().map(|guide| Offer::Guide(guide.id.to_string())));
    }
    let draw = |offer: Offer| {
        let html = content(plan.id.as_str(), &offer, endpoint, view);
        (offer, html)
    };
    offers.into_iter().map(draw).collect()
}
