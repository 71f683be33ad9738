//! The phases as an ordered list with their dates, the same on every day.

use yew::prelude::*;

use super::RoadmapSlice;
use crate::day::day;
use crate::view::View;

/// Draws the phases.
pub fn content(slice: &RoadmapSlice, view: &View) -> Html {
    let heading = view.heading.tag();
    let lang = view.lang.as_str();
    html! {
        <>
            <header slot="head"><@{heading}>{ slice.title.get(lang) }</@></header>
            <ol role="list">
                { for slice.phases.iter().map(|phase| html! {
                    <li>
                        <p><strong>{ phase.title.get(lang) }</strong>{ " " }
                            { "(" }{ day(phase.starts) }{ " – " }{ day(phase.ends) }{ ")" }</p>
                        <p>{ phase.aim.get(lang) }</p>
                    </li>
                }) }
            </ol>
        </>
    }
}
