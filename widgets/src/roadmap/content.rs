//! The phases as an ordered list with their dates, the same on every day.

use loa_plan::Plan;
use yew::prelude::*;

use crate::day::day;
use crate::view::View;

/// Draws the phases of a plan.
pub fn content(plan: &Plan, view: &View) -> Html {
    let heading = view.heading.tag();
    let lang = view.lang.as_str();
    html! {
        <>
            <header slot="head"><@{heading}>{ plan.title.get(lang) }</@></header>
            <ol role="list">
                { for plan.phases.iter().map(|phase| html! {
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
