//! The form itself: three words to choose from, and where words of one's own go.
//!
//! It is the static HTML of a page: it posts without scripts, and stays in the document when the widget takes over.

use loa_feedback::routes::Endpoint;
use loa_feedback::submission::HONEYPOT;
use loa_feedback::{Field, Satisfaction};
use yew::prelude::*;

use super::Offer;
use crate::view::View;
use crate::words::rating_form::RatingFormWords;

/// Draws what a page offers; without an endpoint that is nothing to press.
pub fn content(campaign: &str, offer: &Offer, endpoint: Option<&Endpoint>, view: &View) -> Html {
    let words = RatingFormWords::of(&view.lang);
    let heading = view.heading.tag();
    let form = offer.subject(campaign).zip(endpoint);
    html! {
        <>
            <header slot="head"><@{heading}>{ words.title }</@></header>
            if let Some((subject, endpoint)) = form {
                <form method="post" action={endpoint.ratings()} accept-charset="utf-8" data-loa-kind={offer.name()}>
                    { fields(campaign, subject, offer, words) }
                </form>
                <p>{ words.no_answer }{ " " }<a href={endpoint.page()}>{ words.feedback }</a>{ "." }</p>
            } else {
                <p data-loa-kind={Offer::Closed.name()}>{ words.closed }</p>
            }
        </>
    }
}

/// What the widget fills in stands empty here, and a service takes what is empty for what was not given.
fn fields(campaign: &str, subject: String, offer: &Offer, words: &RatingFormWords) -> Html {
    html! {
        <>
            <input type="hidden" name={Field::Campaign.as_str()} value={campaign.to_owned()} />
            <input type="hidden" name={Field::Subject.as_str()} value={subject} />
            <input type="hidden" name={Field::Actor.as_str()} />
            <input type="hidden" name={Field::IdempotencyKey.as_str()} />
            <fieldset>
                <legend>{ match offer { Offer::Guide(_) => words.of_guide, _ => words.of_page } }</legend>
                <div>{ for Satisfaction::ALL.iter().zip(words.levels).map(|(level, word)| html! {
                    <label>
                        <input type="radio" name="satisfaction" value={level.as_str()} required=true />
                        <span>{ word }</span>
                    </label>
                }) }</div>
            </fieldset>
            <p aria-hidden="true">
                <label>{ words.leave_empty }<input name={HONEYPOT} tabindex="-1" autocomplete="off" /></label>
            </p>
            <p><button>{ words.send }</button></p>
        </>
    }
}
