//! A link as people read it, with the day on which somebody last saw it work.

use yew::prelude::*;

use crate::slice::Link;
use crate::view::View;

/// Draws it; a title without an address stays a title.
pub(crate) fn link(link: &Link, view: &View) -> Html {
    html! {
        <>
            if let Some(url) = &link.url { <a href={url.clone()}>{ &link.title }</a> } else { { &link.title } }
            if let Some(seen) = link.seen {
                { format!(" ({} {})", view.words().seen, loa_plan::date::vietnamese(seen)) }
            }
        </>
    }
}
